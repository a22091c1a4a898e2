public import HeritageRegistry

/// What the rule of disclosure has done with a table of points, and what it could not tell.
public struct PointDoubts: Sendable {
  /// How many positions are withheld for want of a class or for a tomb's name.
  public private(set) var withheld = 0
  /// How many names have a word of a tomb and are taken for none.
  public private(set) var resembling = 0
  /// The first of these, each with its code.
  public private(set) var names: [String] = []

  private static let mostNames = 1000

  /// None so far.
  public init() {}

  /// Looks at a relic of the table.
  public mutating func add(_ site: Site) {
    let rule = DisclosureRule(for: site, isOpen: false)
    switch rule.reason {
    case .noCategory?, .words?: withheld += 1
    case .category?, nil: break
    }
    guard let name = rule.resembling else { return }
    resembling += 1
    if names.count < Self.mostNames { names.append("\(site.code) \(name)") }
  }
}
