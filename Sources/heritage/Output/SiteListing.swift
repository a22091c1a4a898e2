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
    let zones = try query.map { try zoneRemarks(of: $0) } ?? []
    defer {
      for remark in zones { output.note(remark) }
      if let silence { output.note(silence) }
    }
    try output.write(
      page.items, measures: measures, adding: added, areas: areas, in: registry)
    remark(on: page)
  }

  /// The zones that the place of a question touches or may touch, a line each, the first ten.
  private func zoneRemarks(of query: SiteQuery) throws -> [Sentence] {
    var hits: [ZoneHit] = []
    switch query.origin {
    case .position(let position)?:
      hits = try registry.zones(around: position, radius: query.radius ?? .metres(0))
    case .site(let code)?:
      if let position = try registry.site(code).position?.coordinate {
        hits = try registry.zones(around: position, radius: query.radius ?? .metres(0))
      }
    case nil: break
    }
    for area in query.areas { hits += try registry.zones(meeting: area) }
    return hits.prefix(10).map { hit in
      let (owner, name) = (hit.zone.code ?? "", hit.zone.name(in: output.language))
      let kind = Sentence.Value.either(
        zh: hit.zone.zone.kind.label(in: .zh), en: hit.zone.zone.kind.label(in: .en))
      return hit.finding == .touched
        ? Sentence("near.zone", ["owner": owner, "name": name, "kind": kind])
        : Sentence("near.zonePossible", ["owner": owner, "name": name, "kind": kind])
    }
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
