public import Geodesy

/// How far a shape lies from the relic that it is said to be of.
struct RelicReach {
  /// From the relic's position to the nearest edge; 0 for a position inside.
  let distance: Length
  /// How far the position may be off; nil where nobody knows.
  let accuracy: Length?

  /// What lies farther away than this, and than the position may be off, is likely another relic's.
  static let most = 2000.0

  /// Whether the shape is likely another relic's.
  var isFar: Bool { distance.metres > max(Self.most, accuracy?.metres ?? 0) }
}

extension RegisterState {
  /// How far a shape lies from a relic; nil for a relic without a position.
  func reach(of shape: MultiPolygon, from id: RowID) throws -> RelicReach? {
    guard let position = try site(withID: id).position else { return nil }
    let place = position.coordinate
    return RelicReach(
      distance: shape.contains(place) ? .metres(0) : shape.distanceToEdge(from: place),
      accuracy: position.accuracy)
  }
}

extension Registry {
  /// How far a shape lies from a relic where that is more than the relic's position may be off; nil where it is
  /// not, and for a relic without a position.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func distance(of shape: MultiPolygon, besideRelic code: String) throws -> Length? {
    try read { state in
      guard let reach = try state.reach(of: shape, from: state.relic(code).id),
        reach.distance > reach.accuracy ?? .metres(0)
      else { return nil }
      return reach.distance
    }
  }
}
