public import Geodesy

/// A zone with the relic that it is for.
public struct ShapedZone: Hashable, Sendable {
  /// The code of the relic; nil for an area that belongs to none.
  public let code: String?
  /// The name of the relic, or of the area, in Chinese.
  public let nameZH: String
  /// The name of the relic in English.
  public let nameEN: String?
  /// The zone.
  public let zone: Zone

  package init(code: String?, nameZH: String, nameEN: String?, zone: Zone) {
    self.code = code
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.zone = zone
  }

  /// The name of the relic in a language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}

/// A zone with what a check asks of its relic.
package struct OwnedZone: Hashable, Sendable {
  /// The zone, as the audience sees it.
  package let zone: Zone
  /// The relic, as the audience sees it; nil for an area that belongs to none.
  package let owner: ZoneOwner?

  package init(zone: Zone, owner: ZoneOwner?) { (self.zone, self.owner) = (zone, owner) }
}

/// What a check asks of the relic of a zone.
package struct ZoneOwner: Hashable, Sendable {
  package var id: RowID
  package var code: String
  package var nameZH: String
  package var nameEN: String?
  package var level: ProtectionLevel
  package var position: CheckedPlace?
  package var squareMetres: Double?
  /// Whether the audience may not see where it stands as exactly as the register knows.
  package var isHidden: Bool

  package init(
    id: RowID, code: String, nameZH: String, nameEN: String?, level: ProtectionLevel,
    position: CheckedPlace?, squareMetres: Double?, isHidden: Bool
  ) {
    (self.id, self.code, self.nameZH, self.nameEN) = (id, code, nameZH, nameEN)
    (self.level, self.position) = (level, position)
    (self.squareMetres, self.isHidden) = (squareMetres, isHidden)
  }
}

/// Where a relic stands, as an audience sees it.
package struct CheckedPlace: Hashable, Sendable {
  package var coordinate: Coordinate
  /// nil where nobody knows.
  package var accuracy: Length?

  package init(coordinate: Coordinate, accuracy: Length?) {
    (self.coordinate, self.accuracy) = (coordinate, accuracy)
  }
}

/// The outline of a relic itself (本体).
public struct RelicBody: Hashable, Sendable {
  /// The code of the relic.
  public let code: String
  /// The outline.
  public let shape: MultiPolygon
  /// How far it may be off; nil where nobody knows.
  public let accuracy: Length?
  /// How it was measured.
  public let method: String?
  /// Who says so.
  public let source: String?

  /// The body of a relic.
  public init(
    code: String, shape: MultiPolygon, accuracy: Length?, method: String? = nil,
    source: String? = nil
  ) {
    (self.code, self.shape, self.accuracy) = (code, shape, accuracy)
    (self.method, self.source) = (method, source)
  }
}
