public import Geodesy
public import HeritageRegistry

/// What is known of the county before a table is read.
public struct SurveyContext: Hashable, Sendable {
  /// The Chinese name of the county: the only one whose name may stand before a township's; nil where nobody
  /// says.
  public let county: String?
  /// The townships as they are now; where there are none, a table's townships are not checked.
  public let townships: [Township]
  /// The townships that were merged.
  public let formerTownships: [FormerTownship]
  /// The county's outline; nil where nobody has it.
  public let outline: MultiPolygon?

  /// Makes a context.
  public init(
    county: String? = nil, townships: [Township] = [], formerTownships: [FormerTownship] = [],
    outline: MultiPolygon? = nil
  ) {
    self.county = county
    self.townships = townships
    self.formerTownships = formerTownships
    self.outline = outline
  }

  /// The seats that are known, with their accuracies, by the townships' names.
  var seats: [String: PostMortem.Seat] {
    Dictionary(
      townships.compactMap { township in
        guard let seat = township.seat, let accuracy = township.seatAccuracy else { return nil }
        return (township.nameZH, PostMortem.Seat(coordinate: seat, accuracy: accuracy))
      }, uniquingKeysWith: { first, _ in first })
  }
}
