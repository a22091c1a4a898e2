import HeritageFormats
import HeritageRegistry
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
  func print(
    _ page: Page<SiteHit>, measures: Measures = .none, adding added: [AddedColumn] = [],
    areas: [AreaFeature] = []
  ) throws {
    try output.write(
      page.items, measures: measures, adding: added, areas: areas, in: registry)
    remark(on: page)
  }

  /// Says what the page leaves out.
  func remark(on page: Page<SiteHit>) {
    output.remark(next: page.next, possibleBeyond: page.possibleBeyond)
  }
}

extension Output {
  /// Says what an answer leaves out.
  func remark(next: String?, possibleBeyond: Int) {
    if let next { note(Sentence("answer.more", ["cursor": next])) }
    if possibleBeyond > 0 { note(Sentence("answer.possible", ["count": possibleBeyond])) }
  }
}
