public import HeritageRegistry

/// What lies under the relics of a register: outlines, rivers, townships and zones, as the reader may see
/// them.
public struct MapGround: Sendable {
  /// The county's outline and its neighbours'.
  public var outlines: [Outline]
  /// The rivers.
  public var rivers: [River]
  /// The townships; those without a seat are not drawn.
  public var townships: [Township]
  /// The zones that have a shape.
  public var zones: [ShapedZone]

  /// Nothing, or what is given.
  public init(
    outlines: [Outline] = [], rivers: [River] = [], townships: [Township] = [],
    zones: [ShapedZone] = []
  ) {
    self.outlines = outlines
    self.rivers = rivers
    self.townships = townships
    self.zones = zones
  }

  /// What a register has.
  ///
  /// - Throws: `RegistryError` where it cannot be read.
  public init(of registry: Registry) throws {
    self.init(
      outlines: try registry.outlines(), rivers: try registry.rivers(),
      townships: try registry.townships(), zones: try registry.shapedZones())
  }
}
