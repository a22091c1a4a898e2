/// What a plan is worth, and the travel it takes: more worth is better, then less travel.
struct PlanValue: Comparable {
  var worth: Int64
  /// The travel of all days, in seconds.
  var travel: Int

  static func < (one: PlanValue, other: PlanValue) -> Bool {
    (one.worth, other.travel) < (other.worth, one.travel)
  }
}
