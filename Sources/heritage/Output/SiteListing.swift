import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Prints a page of relics with the remarks that belong to it.
struct SiteListing {
  let registry: Registry
  let output: Output

  init(registry: Registry, common: CommonOptions) {
    self.registry = registry
    output = Output(options: common.output)
  }

  /// Prints the page.
  ///
  /// - Parameter query: The question; where it is about a place, what the answer cannot exclude is said, be
  ///   it empty or not.
  func print(
    _ page: Page<SiteHit>, measures: Measures = .none, adding added: [AddedColumn] = [],
    areas: [AreaFeature] = [], answering query: SiteQuery? = nil
  ) throws {
    let silence = try query.flatMap { query in
      query.isAboutPlace ? try registry.blindSpots(of: query).sentence : nil
    }
    defer { if let silence { output.note(silence) } }
    try output.write(
      page.items, measures: measures, adding: added, areas: areas, in: registry)
    remark(on: page)
  }

  /// Says what the page leaves out.
  func remark(on page: Page<SiteHit>) {
    output.remark(next: page.next, possibleBeyond: page.possibleBeyond)
  }
}

extension SiteQuery {
  fileprivate var isAboutPlace: Bool {
    origin != nil || boundingBox != nil || !areas.isEmpty || corridor != nil
  }
}

extension BlindSpots {
  /// What is not excluded, as a sentence.
  var sentence: Sentence {
    var spots: [Sentence] = []
    if let distanceOutside {
      spots.append(
        Sentence(
          "silence.outside",
          ["kilometres": DecimalText.string(distanceOutside.metres / 1000, places: 1)]))
    }
    if unlocated > 0 { spots.append(Sentence("silence.unlocated", ["count": unlocated])) }
    if withheld > 0 { spots.append(Sentence("silence.withheld", ["count": withheld])) }
    if standIns > 0 { spots.append(Sentence("silence.standIns", ["count": standIns])) }
    spots.append(Sentence("silence.zones"))
    return Sentence("silence", ["spots": Sentence.Value.clauses(spots)])
  }
}

extension Output {
  /// Says what an answer leaves out.
  func remark(next: String?, possibleBeyond: Int) {
    if let next { note(Sentence("answer.more", ["cursor": next])) }
    if possibleBeyond > 0 { note(Sentence("answer.possible", ["count": possibleBeyond])) }
  }
}
