/// The colours of days, dark enough for white numbers on them.
enum TourColours {
  private static let all = [
    "#A3331F", "#1F5F8B", "#1F7468", "#6F3F95", "#8A5A00", "#8C2F66", "#3D6B21", "#44505C",
  ]

  /// The colour of a day, counted from 1; after eight days they begin again.
  static func of(day: Int) -> String { all[max(0, day - 1) % all.count] }
}
