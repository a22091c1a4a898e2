import Geodesy

/// What a relic is known by at one time: a digest of all that the register says of it.
///
/// Two revisions of a relic are equal where an export of every field, its zones, its groups and its visit
/// are equal, in whichever store and file they are. Opening a file in another program changes nothing.
public struct Revision: Hashable, Sendable, CustomStringConvertible {
  /// 64 hexadecimal digits.
  public let description: String

  /// The revision that its ``description`` names.
  public init(_ description: String) { self.description = description }

  /// The revision of a row, as the state sees it.
  init(of id: RowID, in state: any RegisterState) throws {
    let hit = SiteHit(try state.site(withID: id))
    let dossier = try state.dossiers(of: [hit], withIDs: [id])[0].dossier
    try self.init(dossier, id: id, in: state)
  }

  init(_ dossier: Dossier, id: RowID, in state: any RegisterState) throws {
    var lines = Field.all.map { "\($0.key.rawValue) \(JSONText.compact($0.value(of: dossier)))" }
    lines += try state.groups(of: id).map { "group \($0.key)" }
    lines += try state.zones(of: id).map { zone in
      "zone \(zone.kind) \(zone.status) \(zone.rule ?? "") \(zone.instrument ?? "") "
        + "\(zone.source ?? "") \(zone.shape.map(Self.text) ?? "") \(zone.zoneClass ?? "") "
        + "\(zone.announcedOn ?? "") \(zone.announcedBy ?? "") \(zone.supersededOn ?? "") "
        + "\(zone.accuracy.map { "\($0.metres)" } ?? "")"
    }
    if let visit = dossier.visit { lines.append("visit \(visit)") }
    description = SHA256.hex(of: Array(lines.joined(separator: "\n").utf8))
  }

  private static func text(_ area: MultiPolygon) -> String {
    area.polygons.flatMap(\.rings).flatMap(\.positions)
      .map { "\($0.longitude),\($0.latitude)" }.joined(separator: " ")
  }
}

/// What a whole register is known by at one time: a digest of its rows, not of its file.
public struct DataVersion: Hashable, Sendable, CustomStringConvertible {
  /// 64 hexadecimal digits.
  public let description: String
}

extension Registry {
  /// The revision of a relic, as the audience sees it.
  ///
  /// ```swift
  /// let seen = try registry.revision(of: "LX-0001")
  /// // … a person thinks …
  /// try registrar.edit(record, note: EditNote(who: "王芳"), expecting: seen)
  /// ```
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  /// - Complexity: O(log N).
  public func revision(of code: String) throws -> Revision {
    try read { state in try Revision(of: try state.relic(code).id, in: state) }
  }

  /// The version of all that the audience may see: relics and stand-ins by code, townships, groups, places,
  /// outlines, rivers and intangible heritage.
  ///
  /// It is made of the rows alone, so that a register has the same version in another store, after a copy,
  /// and after a program that opened its file and changed nothing. The public's version does not change with
  /// what only staff see.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(N), some 30 µs a relic.
  public func version() throws -> DataVersion {
    try store.read(for: audience, .much) { state in
      // A digest of digests: the memory does not grow with the texts.
      var digests: [String] = []
      try forEachRevision(in: state) { _, revision in digests.append(revision.description) }
      let lists = [
        "\(info)", "\(try state.townships())", "\(try state.formerTownships())",
        "\(try state.groups(of: nil))", "\(try state.places())",
        "\(try state.intangibleItems())", "\(try state.outlines())", "\(try state.rivers())",
      ]
      let text = (digests + lists).joined(separator: "\n")
      return DataVersion(description: SHA256.hex(of: Array(text.utf8)))
    }
  }

  /// The revisions of all relics and stand-ins, by their codes.
  ///
  /// - Complexity: as of ``version()``.
  package func revisions() throws -> [String: Revision] {
    try store.read(for: audience, .much) { state in
      var revisions: [String: Revision] = [:]
      try forEachRevision(in: state) { revisions[$0] = $1 }
      return revisions
    }
  }

  private func forEachRevision(
    in state: any RegisterState, _ body: (String, Revision) throws -> Void
  ) throws {
    var everything = SiteQuery()
    everything.includesStandIns = true
    everything.includesFormer = true
    _ = try SiteSearch(everything, in: state).forEachBatch(of: 1000) { ids, hits in
      for (id, found) in zip(ids, try state.dossiers(of: hits, withIDs: ids)) {
        try body(found.dossier.site.code, try Revision(found.dossier, id: id, in: state))
      }
    }
  }
}
