public import Geodesy
import Hours
import Tables
public import Words

/// A zone that is to be written, with the relic that it is for.
public struct NewZone: Hashable, Sendable {
  /// The code of the relic; nil for an area that belongs to none.
  public var code: String?
  /// What it is for.
  public var kind: Zone.Kind
  /// The class as announced.
  public var zoneClass: String?
  /// The name of an area that belongs to no relic.
  public var name: String?
  /// Surveyed, digitised or described.
  public var status: Zone.Status
  /// The extent in words; nil where the shape says it all.
  public var rule: String?
  /// The document that announces it.
  public var instrument: String?
  /// When it was announced: a date, or a year.
  public var announcedOn: String?
  /// Who announced it.
  public var announcedBy: String?
  /// How far the shape may be off.
  public var accuracy: Length?
  /// Who says so.
  public var source: String?
  /// The extent on the ground.
  public var shape: MultiPolygon?

  /// A zone of a relic, or of none.
  public init(code: String?, kind: Zone.Kind, status: Zone.Status) {
    (self.code, self.kind, self.status) = (code, kind, status)
  }

  /// The words of a zone that has a shape and no others.
  static let asDrawn = "以图为准"

  /// The zone as the register keeps it.
  var zone: Zone {
    var zone = Zone(
      kind: kind, status: status, rule: rule ?? Self.asDrawn, instrument: instrument,
      source: source, shape: shape)
    (zone.zoneClass, zone.nameZH, zone.announcedOn) = (zoneClass, name, announcedOn)
    (zone.announcedBy, zone.accuracy) = (announcedBy, accuracy)
    return zone
  }
}

extension Registrar {
  /// Writes zones: all of them, or nothing.
  ///
  /// - Parameter superseding: Whether zones of the same relic and kind that are in force end on the day on
  ///   which the new one is announced.
  /// - Returns: Their numbers.
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)`` for a relic that there is not,
  ///   ``ZoneError`` for a zone that breaks a rule, ``RegistryError/publicCopy(path:)``.
  @discardableResult
  public func add(
    _ zones: [NewZone], superseding: Bool = false, note: EditNote
  ) throws -> [Int] {
    try note.check()
    return try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      var numbers: [Int] = []
      for new in zones {
        if new.instrument?.allSatisfy(\.isWhitespace) == true { throw EditError.noDocument }
        let id = try new.code.map { try draft.relic($0).id }
        try new.check(of: id, in: draft)
        for old in try id.map({ try draft.zones(of: $0) }) ?? []
        where old.kind == new.kind && old.isInForce && old.zoneClass == new.zoneClass {
          guard old.announcedOn != new.announcedOn || superseding else {
            throw ZoneError.alreadyThere(
              code: new.code ?? "", kind: new.kind, number: old.number ?? 0)
          }
          if superseding, let date = new.announcedOn, let number = old.number {
            try draft.retireZone(numbered: number, on: date)
          }
        }
        numbers.append(try draft.write(new.zone, of: id))
      }
      return .kept(numbers)
    }
  }

  /// Ends a zone on a date.
  ///
  /// - Throws: ``ZoneError/noSuchZone(_:)``.
  public func retireZone(numbered number: Int, on date: String, note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      guard let owned = try draft.zone(numbered: number) else { throw ZoneError.noSuchZone(number) }
      guard owned.zone.isInForce else { throw ZoneError.retiredBefore(number) }
      try draft.retireZone(numbered: number, on: date)
      return .kept(())
    }
  }

  /// Writes bodies of relics in place of those that they had: all of them, or nothing.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func write(_ bodies: [RelicBody], note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      for body in bodies { try draft.write(body, of: try draft.relic(body.code).id) }
      return .kept(())
    }
  }

  /// Writes what is certified as complete.
  ///
  /// - Throws: ``EditError/noDocument``; ``RegistryError`` where the register cannot be written.
  public func add(_ coverage: Coverage, note: EditNote) throws {
    try note.check()
    if coverage.document.allSatisfy(\.isWhitespace) { throw EditError.noDocument }
    try keeper.write(NewEdit(.edit, note)) { draft in
      try draft.write(coverage)
      return .kept(())
    }
  }

  /// Saves a check.
  ///
  /// - Returns: Its number.
  /// - Throws: ``RegistryError`` where the register cannot be written.
  public func save(_ check: CheckRecord) throws -> Int {
    try keeper.write(NewEdit(.edit, EditNote(who: check.madeBy, at: check.madeAt))) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      return .kept(try draft.write(check))
    }
  }
}

extension NewZone {
  /// Refuses what no announcement can say.
  fileprivate func check(of id: RowID?, in state: any RegisterState) throws {
    guard (shape == nil) == (status == .described) else { throw ZoneError.shapeAndStatus }
    guard shape != nil || rule != nil else { throw ZoneError.noRule }
    guard id != nil || !kind.belongsToUnit else { throw ZoneError.needsRelic(kind) }
    guard id != nil || name != nil else { throw ZoneError.needsName }
    if let announcedOn, !Self.isDate(announcedOn) { throw ZoneError.badDate(announcedOn) }
    guard let id, let shape, let position = try state.site(withID: id).position else { return }
    let reach = Length.metres(ZoneBounds.farthest) + (position.accuracy ?? .metres(0))
    guard
      shape.contains(position.coordinate)
        || shape.distanceToEdge(from: position.coordinate) <= reach
    else {
      throw ZoneError.missesRelic(
        code: code ?? "", distance: shape.distanceToEdge(from: position.coordinate))
    }
  }

  /// Whether text is a day, as 2011-01-24, or a year.
  public static func isDate(_ text: String) -> Bool {
    if text.count == 4, let year = Int(text) { return (1000..<3000).contains(year) }
    return CivilDate(text) != nil
  }
}

/// Why a zone is not written.
public enum ZoneError: Cause, Hashable, Sendable {
  /// A zone of the relic and kind is there, of the same date.
  case alreadyThere(code: String, kind: Zone.Kind, number: Int)
  /// There is no zone with the number.
  case noSuchZone(Int)
  /// The zone has ended already.
  case retiredBefore(Int)
  /// A zone with a shape is surveyed or digitised, one without is described.
  case shapeAndStatus
  /// A zone without a shape has no words either.
  case noRule
  /// A zone of this kind belongs to a relic.
  case needsRelic(Zone.Kind)
  /// An area that belongs to no relic has a name.
  case needsName
  /// The date is none.
  case badDate(String)
  /// The zone lies far from its relic.
  case missesRelic(code: String, distance: Length)
  /// There is no saved check with the number.
  case noSuchCheck(Int)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .alreadyThere(let code, let kind, let number):
      Sentence("zone.alreadyThere", ["code": code, "kind": kind, "number": number])
    case .noSuchZone(let number): Sentence("zone.noSuch", ["number": number])
    case .retiredBefore(let number): Sentence("zone.retiredBefore", ["number": number])
    case .shapeAndStatus: Sentence("zone.shapeAndStatus")
    case .noRule: Sentence("zone.noRule")
    case .needsRelic(let kind): Sentence("zone.needsRelic", ["kind": kind])
    case .needsName: Sentence("zone.needsName")
    case .badDate(let text): Sentence("zone.badDate", ["text": text])
    case .missesRelic(let code, let distance):
      Sentence(
        "zone.missesRelic",
        ["code": code, "kilometres": DecimalText.string(distance.metres / 1000, places: 1)])
    case .noSuchCheck(let number): Sentence("check.noSuch", ["number": number])
    }
  }
}
