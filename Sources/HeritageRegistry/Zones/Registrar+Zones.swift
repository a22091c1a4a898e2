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
  /// - Parameters:
  ///   - zones: The zones.
  ///   - superseding: Whether zones of the same relic and kind that are in force end on the day
  ///     on which the new one is announced.
  ///   - mayLieFar: Whether a zone may lie more than 2 km, and more than the relic's position
  ///     may be off, from its relic.
  ///   - note: Who writes them, and why.
  /// - Returns: Their numbers.
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)`` for a relic that there is not,
  ///   ``ZoneError`` for a zone that breaks a rule, ``RegistryError/publicCopy(path:)``.
  @discardableResult
  public func add(
    _ zones: [NewZone], superseding: Bool = false, mayLieFar: Bool = false, note: EditNote
  ) throws -> [Int] {
    try note.check()
    return try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      var numbers: [Int] = []
      for new in zones {
        if new.instrument?.allSatisfy(\.isWhitespace) == true { throw EditError.noDocument }
        let id = try new.code.map { try draft.relic($0).id }
        try new.check(of: id)
        if !mayLieFar, let id, let shape = new.shape,
          let reach = try draft.reach(of: shape, from: id), reach.isFar
        {
          throw ZoneError.missesRelic(code: new.code ?? "", distance: reach.distance)
        }
        for old in try id.map({ try draft.zones(of: $0) }) ?? []
        where old.kind == new.kind && old.isInForce && old.zoneClass == new.zoneClass {
          guard old.announcedOn != new.announcedOn || superseding else {
            throw ZoneError.alreadyThere(
              code: new.code ?? "", kind: new.kind, number: old.number ?? 0)
          }
          if superseding, let date = new.announcedOn, let number = old.number {
            try old.checkEnd(on: date)
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
  /// - Throws: ``ZoneError/noSuchZone(_:)``, ``ZoneError/retiredBefore(_:)``,
  ///   ``ZoneError/endsBefore(number:on:announced:)``, ``ZoneError/badDate(_:)``.
  public func retireZone(numbered number: Int, on date: String, note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      guard let owned = try draft.zone(numbered: number) else { throw ZoneError.noSuchZone(number) }
      guard owned.zone.isInForce else { throw ZoneError.retiredBefore(number) }
      try owned.zone.checkEnd(on: date)
      try draft.retireZone(numbered: number, on: date)
      return .kept(())
    }
  }

  /// Writes bodies of relics in place of those that they had: all of them, or nothing.
  ///
  /// - Parameters:
  ///   - bodies: The outlines, each with its relic.
  ///   - mayLieFar: Whether an outline may lie more than 2 km, and more than the relic's
  ///     position may be off, from its relic.
  ///   - note: Who writes them, and why.
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``,
  ///   ``ZoneError/bodyMissesRelic(code:distance:)``.
  public func write(
    _ bodies: [RelicBody], mayLieFar: Bool = false, note: EditNote
  ) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      for body in bodies {
        try ZoneError.refuseEmpty(body.method, Labels(zh: "测量方法", en: "the method"))
        try ZoneError.refuseEmpty(body.source, Labels(zh: "来源", en: "the source"))
        let id = try draft.relic(body.code).id
        if !mayLieFar, let reach = try draft.reach(of: body.shape, from: id), reach.isFar {
          throw ZoneError.bodyMissesRelic(code: body.code, distance: reach.distance)
        }
        try draft.write(body, of: id)
      }
      return .kept(())
    }
  }

  /// Takes the body of a relic away.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``, ``ZoneError/noBody(code:)``.
  public func retireBody(of code: String, note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      let relic = try draft.relic(code)
      guard try draft.removeBody(of: relic.id) else {
        throw ZoneError.noBody(code: relic.site.code)
      }
      return .kept(())
    }
  }

  /// Takes away what was certified.
  ///
  /// - Throws: ``ZoneError/noSuchCoverage(_:)``.
  public func retireCoverage(numbered number: Int, note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.removeCoverage(numbered: number) else {
        throw ZoneError.noSuchCoverage(number)
      }
      return .kept(())
    }
  }

  /// Takes a saved check away; the history keeps what it said.
  ///
  /// - Throws: ``ZoneError/noSuchCheck(_:)``.
  public func forgetCheck(numbered number: Int, note: EditNote) throws {
    try note.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.removeCheck(numbered: number) else { throw ZoneError.noSuchCheck(number) }
      return .kept(())
    }
  }

  /// Writes what is certified as complete.
  ///
  /// - Throws: ``EditError/noDocument``; ``RegistryError`` where the register cannot be written.
  public func add(_ coverage: Coverage, note: EditNote) throws {
    try note.check()
    if coverage.document.allSatisfy(\.isWhitespace) { throw EditError.noDocument }
    try ZoneError.refuseEmpty(coverage.certifiedBy, Labels(zh: "认定者", en: "who certifies it"))
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
  fileprivate func check(of id: RowID?) throws {
    try ZoneError.refuseEmpty(zoneClass, Labels(zh: "类别", en: "the class"))
    try ZoneError.refuseEmpty(name, Labels(zh: "名称", en: "the name"))
    try ZoneError.refuseEmpty(rule, Labels(zh: "文字界线", en: "the rule"))
    try ZoneError.refuseEmpty(announcedBy, Labels(zh: "公布机关", en: "who announced it"))
    try ZoneError.refuseEmpty(source, Labels(zh: "来源", en: "the source"))
    guard (shape == nil) == (status == .described) else { throw ZoneError.shapeAndStatus }
    guard shape != nil || rule != nil else { throw ZoneError.noRule }
    guard id != nil || !kind.belongsToUnit else { throw ZoneError.needsRelic(kind) }
    guard id != nil || name != nil else { throw ZoneError.needsName }
    if let announcedOn { try Self.checkDate(announcedOn) }
  }

  /// Refuses what is no day and no year, and what is before 1900.
  ///
  /// - Throws: ``ZoneError/badDate(_:)``, ``ZoneError/tooEarly(_:)``.
  static func checkDate(_ text: String) throws {
    guard isDate(text) else { throw ZoneError.badDate(text) }
    guard isLateEnough(text) else { throw ZoneError.tooEarly(text) }
  }

  /// Whether a date is one on which something may have been announced or certified: none was before 1900.
  public static func isLateEnough(_ text: String) -> Bool { text.prefix(4) >= "1900" }

  /// Whether text is a day, as 2011-01-24, or a year.
  public static func isDate(_ text: String) -> Bool {
    if text.count == 4, let year = Int(text) { return (1000..<3000).contains(year) }
    return CivilDate(text) != nil
  }
}

extension Zone {
  /// Refuses an end before the announcement; of which only the year may be known.
  fileprivate func checkEnd(on date: String) throws {
    try NewZone.checkDate(date)
    guard let announcedOn else { return }
    let known = min(date.count, announcedOn.count)
    guard date.prefix(known) >= announcedOn.prefix(known) else {
      throw ZoneError.endsBefore(number: number ?? 0, on: date, announced: announcedOn)
    }
  }
}
