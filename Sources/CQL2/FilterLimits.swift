/// How much a filter may ask for before it is refused as too complex.
public struct FilterLimits: Hashable, Sendable {
  /// Bytes of a filter as text.
  public var textBytes: Int
  /// Bytes of a filter as JSON.
  public var jsonBytes: Int
  /// How deep operations and parentheses may stand within each other.
  public var depth: Int
  /// Operations, properties and literals; literals in a list are counted by `members` alone.
  public var nodes: Int
  /// Values in one list.
  public var members: Int
  /// Vertices of all geometries together.
  public var vertices: Int

  /// Limits that no filter written by a person reaches.
  public init(
    textBytes: Int = 8_192, jsonBytes: Int = 131_072, depth: Int = 32, nodes: Int = 500,
    members: Int = 500, vertices: Int = 2_000
  ) {
    (self.textBytes, self.jsonBytes, self.depth) = (textBytes, jsonBytes, depth)
    (self.nodes, self.members, self.vertices) = (nodes, members, vertices)
  }

  /// What of a filter is too much.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case bytes, depth, nodes, members, vertices
  }
}

/// What a reader has met so far, held to the limits.
struct FilterBudget {
  let limits: FilterLimits
  private var depth = 0
  private var vertices = 0

  init(_ limits: FilterLimits) { self.limits = limits }

  mutating func enter(at place: FilterFault.Place) throws(FilterFault) {
    depth += 1
    if depth > limits.depth { throw FilterFault(.tooComplex(.depth, limits.depth), at: place) }
  }

  mutating func leave() { depth -= 1 }

  mutating func vertex(at place: FilterFault.Place) throws(FilterFault) {
    vertices += 1
    if vertices > limits.vertices {
      throw FilterFault(.tooComplex(.vertices, limits.vertices), at: place)
    }
  }

  func members(_ count: Int, at place: FilterFault.Place) throws(FilterFault) {
    if count > limits.members {
      throw FilterFault(.tooComplex(.members, limits.members), at: place)
    }
  }
}
