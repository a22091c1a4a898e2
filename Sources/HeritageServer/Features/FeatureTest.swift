import CQL2
import Geodesy
import HeritageRegistry

/// The conditions on relics that the register does not decide itself.
struct SiteTest {
  private let box: QueryBox?
  private let days: ClosedRange<String>?
  private let words: WordTest?
  private let equals: [(field: Field, text: String)]
  private let filter: CompiledFilter?

  init(_ request: ItemsRequest) throws {
    box = request.query.boundingBox == nil ? request.box : nil
    days = request.days
    words = request.words.map(WordTest.init)
    equals = request.equals.compactMap { property, text in
      SiteField(rawValue: property.name).map { ($0.definition, text) }
    }
    filter = try request.filter?.compiled()
  }

  /// Whether a relic meets them all.
  ///
  /// - Throws: `ReadingDeadline.Passed`, as between two relics no reading looks at the clock.
  func holds(_ found: DossierHit) throws(ReadingDeadline.Passed) -> Bool {
    try ReadingDeadline.check()
    let dossier = found.dossier
    if let box {
      guard let position = dossier.site.position, box.holds(position.coordinate) else {
        return false
      }
    }
    if let days, !Self.isWithin(days, years: dossier.designations.compactMap(\.year)) {
      return false
    }
    if let words {
      let texts =
        [dossier.site.code, dossier.site.nameZH, dossier.site.nameEN]
        .compactMap(\.self) + dossier.otherNames.map(\.name)
      guard words.holds(texts) else { return false }
    }
    guard equals.allSatisfy({ $0.field.value(of: dossier).isEqual(to: $0.text) }) else {
      return false
    }
    return filter?.matches(SiteSubject(dossier: dossier)) ?? true
  }

  /// Whether a year overlaps the days; what has no year meets any (OGC API Features, 7.15.4).
  static func isWithin(_ days: ClosedRange<String>, years: [Int]) -> Bool {
    years.isEmpty
      || years.contains { "\($0)-12-31" >= days.lowerBound && "\($0)-01-01" <= days.upperBound }
  }
}

/// The conditions on the features of a list.
struct ListTest {
  private let request: ItemsRequest
  private let words: WordTest?
  private let equals: [(index: Int, text: String)]
  private let year: Int?
  private let filter: CompiledFilter?
  private let places: [String: Int]

  init(_ request: ItemsRequest) throws {
    self.request = request
    words = request.words.map(WordTest.init)
    let names = request.collection.properties.map(\.name)
    equals = request.equals.compactMap { property, text in
      names.firstIndex(of: property.name).map { ($0, text) }
    }
    year = names.firstIndex(of: "year")
    filter = try request.filter?.compiled()
    places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }

  func holds(_ feature: ListedFeature) throws(ReadingDeadline.Passed) -> Bool {
    try ReadingDeadline.check()
    if let box = request.box {
      guard let shape = feature.shape, shape.meets(box) else { return false }
    }
    if let days = request.days {
      var years: [Int] = []
      if let year, case .integer(let number) = feature.values[year] { years = [number] }
      guard SiteTest.isWithin(days, years: years) else { return false }
    }
    if let words, !words.holds(feature.values.map(\.plainText)) { return false }
    guard equals.allSatisfy({ feature.values[$0.index].isEqual(to: $0.text) }) else { return false }
    return filter?.matches(
      ListSubject(
        feature: feature, names: places, properties: request.collection.properties)) ?? true
  }
}

/// The words of `q`: of those between commas one must be found, all of its parts in their order.
struct WordTest: Sendable {
  private let choices: [[String]]

  init(_ text: String) {
    choices = text.lowercased().split(separator: ",").map {
      $0.split(separator: " ").map(String.init)
    }
    .filter { !$0.isEmpty }
  }

  func holds(_ texts: [String]) -> Bool {
    let texts = texts.map { $0.lowercased() }
    return choices.contains { parts in
      texts.contains { text in
        var rest = text[...]
        return parts.allSatisfy { part in
          guard let range = rest.firstRange(of: part) else { return false }
          rest = rest[range.upperBound...]
          return true
        }
      }
    }
  }
}

extension FieldValue {
  /// Whether it is what a parameter of a URL says.
  fileprivate func isEqual(to text: String) -> Bool {
    switch self {
    case .null: false
    case .integer(let number): Double(text) == Double(number)
    case .decimal(let number, _): Double(text) == number
    default: plainText == text
    }
  }
}
