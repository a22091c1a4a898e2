import HeritageRegistry
import Words

/// Finds the township that a cell names.
struct TownshipNames: Sendable {
  /// A township by its present name, and what a person should know of the reading.
  struct Reading: Hashable, Sendable {
    let name: String
    var remark: ValueFault?
  }

  private let present: [String: String]
  private let former: [String: String?]
  private let names: [String]
  private let county: String?

  init(_ context: SurveyContext) {
    names = context.townships.map(\.nameZH)
    county = context.county
    var present = Dictionary(names.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    for township in context.townships {
      for name in [township.nameEN?.lowercased(), township.code].compactMap({ $0 })
      where present[name] == nil {
        present[name] = township.nameZH
      }
    }
    self.present = present
    former = Dictionary(
      context.formerTownships.map { ($0.nameZH, $0.successor) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The present township of a name: its own, one without 镇 or 乡, or that of a former township.
  ///
  /// Where no townships are known every name stands as it is.
  ///
  /// - Throws: ``ValueFault`` for a name that is not known, and for one that no source traces.
  func read(_ text: String) throws(ValueFault) -> Reading {
    if names.isEmpty || present[text] == text { return Reading(name: text) }
    if let name = present[text.lowercased()] { return Reading(name: name) }
    if let successor = former[text] {
      guard let successor else {
        throw ValueFault(
          Sentence("survey.untracedTownship"),
          suggestion: Sentence("survey.writePresentTownship"))
      }
      return Reading(
        name: successor,
        remark: ValueFault(
          Sentence("survey.formerTownship", ["successor": successor]),
          suggestion: Sentence("survey.writeSuccessor", ["successor": successor])))
    }
    // 澧县城头山镇, 湖南省常德市澧县城头山镇, 城头山, 城頭山鎮
    let simplified = TraditionalForms.simplified(text)
    if let name = completed(bare(simplified)) {
      return Reading(
        name: name,
        remark: ValueFault(
          Sentence("survey.readAs", ["name": name]),
          suggestion: Sentence("survey.writeTownship", ["name": name])))
    }
    if let other = names.first(where: { simplified.count > $0.count && simplified.hasSuffix($0) }) {
      let place = String(simplified.dropLast(other.count))
      throw ValueFault(
        county.map { Sentence("survey.otherCounty", ["place": place, "county": $0]) }
          ?? Sentence("survey.unknownPlaceBefore", ["place": place]),
        suggestion: Sentence("survey.writeTownshipIfSo", ["name": other]))
    }
    throw ValueFault(
      Sentence("survey.unknownTownship"),
      suggestion: Nearest.question(text, among: names + former.keys.sorted())
        ?? Sentence("survey.writeOneOfThese", ["value": Array(names.prefix(30))]))
  }

  /// A text without the county before it, and without the city and the province before that.
  ///
  /// Any other text before a township's name may be that of another county, or deny this one.
  private func bare(_ text: String) -> String {
    guard let county, let range = text.firstRange(of: county), range.upperBound < text.endIndex,
      range.lowerBound == text.startIndex
        || PlaceOfLevel(String(text[..<range.upperBound])) == .county
    else { return text }
    return String(text[range.upperBound...])
  }

  /// The only present township that a name means, without 镇 or 乡 or with its office behind it.
  private func completed(_ bare: String) -> String? {
    let found = Set(
      ([bare] + ["街道", "镇", "乡", "街道办事处"].map { bare + $0 }).compactMap { present[$0] }
        + names.filter { bare == $0 + "办事处" || bare == $0 + "人民政府" })
    return found.count == 1 ? found.first : nil
  }
}
