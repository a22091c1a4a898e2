import Foundation
import GRDB
import Geodesy
import HeritageRegistry
import Synchronization
public import Words

/// What one check of a register found.
public struct Finding: Hashable, Sendable {
  /// What was checked.
  public let check: Sentence
  /// Whether it is as it should be.
  public let isSound: Bool
  /// What was found.
  public let detail: Sentence
}

extension RegisterFile {
  /// Checks the file, its references, its spatial indexes and the official numbers.
  ///
  /// A check that the damage of the file cuts short has failed, and the others go on.
  ///
  /// - Throws: `RegistryError` where the file cannot be opened as a register.
  /// - Complexity: O(size of the file), up to some 100 MB of memory.
  public func diagnose() throws -> [Finding] { try diagnose(keeping: 64_000) }

  /// The same with so many kilobytes of the file in memory: with fewer it is read more often.
  ///
  /// - Parameters:
  ///   - kilobytes: What SQLite's own check may keep.
  ///   - sideBySide: Whether that check, which takes longer than all others together, has a thread of its own:
  ///     then the memory of both is taken at the same time.
  func diagnose(keeping kilobytes: Int, sideBySide: Bool = true) throws -> [Finding] {
    let store = try SQLiteStore(opening: path, readers: 1, mapsFile: false)
    let integrity = Mutex<Finding?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    @Sendable func check() {
      let found = Finding.of(Sentence("doctor.integrity")) {
        try SQLiteStore(opening: path, readers: 1, mapsFile: false).readingOneState {
          try $0.integrity(keeping: kilobytes)
        }
      }
      integrity.withLock { $0 = found }
      isDone.signal()
    }
    if sideBySide { Thread.detachNewThread { check() } } else { check() }
    let rest = Result { try others(in: store) }
    isDone.wait()
    var findings = try rest.get()
    if let found = integrity.withLock({ $0 }) { findings.insert(found, at: 1) }
    return findings
  }

  /// What every check but SQLite's own finds.
  private func others(in store: SQLiteStore) throws -> [Finding] {
    try store.readingOneState { db in
      var findings = [
        Finding.of(Sentence("doctor.schema")) {
          (
            true,
            Sentence(
              "doctor.version", ["number": try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0])
          )
        }, .of(Sentence("doctor.references"), db.references),
      ]
      for table in ["body", "exact_position", "exact_zone", "site", "zone"] {
        let isThere = try? db.hasTable(table)
        // A public copy has none of the staff's tables, and an older register no exact zones.
        guard isThere != false || !["body", "exact_position", "exact_zone"].contains(table) else {
          continue
        }
        findings.append(
          .of(Sentence("doctor.spatialIndex", ["table": table])) {
            let isSound = try SpatialIndexCheck(table, in: db).isSound()
            return (isSound, isSound ? Sentence("doctor.ok") : Sentence("doctor.indexDisagrees"))
          })
      }
      findings.append(
        .of(Sentence("doctor.nameIndex")) {
          let isSound = try NameIndex.isSound(db)
          return (isSound, isSound ? Sentence("doctor.ok") : Sentence("doctor.namesDisagree"))
        })
      if try db.hasTable("change") {
        findings.append(.of(Sentence("doctor.history"), EditChain(db).finding))
      }
      let hours = Finding.of(Sentence("doctor.openingHours")) {
        let state = SQLiteState(db, name: path, as: store.siteRow(for: .public))
        let codes = try String.fetchAll(
          db, sql: "SELECT code FROM site WHERE id IN (SELECT site_id FROM visit) ORDER BY id")
        return (try state.visits(ofCodes: codes).count == codes.count, Sentence("doctor.ok"))
      }
      // The schema sees to nearly all of them: only times and days that there are not are worth a line.
      if !hours.isSound { findings.append(hours) }
      findings.append(
        .of(Sentence("doctor.seats")) {
          let strays = try db.straySeats()
          return (
            strays.isEmpty,
            strays.isEmpty
              ? Sentence("doctor.ok") : Sentence("doctor.straySeats", ["codes": strays])
          )
        })
      if (try? db.hasTable("attachment")) == true {
        findings.append(
          .of(Sentence("doctor.attachments")) { try db.attachmentFiles(ofRegister: path) })
      }
      do {
        if let claims = try db.preferredClaims(of: path) {
          findings.append(.of(Sentence("doctor.claims")) { claims })
        }
      } catch {
        findings.append(.of(Sentence("doctor.claims")) { throw error })
      }
      let official = try? Row.fetchAll(
        db, sql: "SELECT what, count FROM official_count ORDER BY what")
      for row in official ?? [] {
        let (what, stated) = (row[0] as String, row[1] as Int)
        findings.append(
          .of(Sentence("doctor.officialCount", ["what": counted(what)])) {
            let count = try db.count(of: what)
            return (count == stated, Sentence("doctor.counts", ["stated": stated, "count": count]))
          })
      }
      return findings
    }
  }
}

extension Finding {
  /// The finding of a check; an error of the check itself is a failure.
  fileprivate static func of(
    _ check: Sentence, _ body: () throws -> (isSound: Bool, detail: Sentence)
  ) -> Finding {
    do {
      let result = try body()
      return Finding(check: check, isSound: result.isSound, detail: result.detail)
    } catch {
      let detail =
        (error as? any Cause)?.sentence
        ?? Sentence(quoting: (error as? DatabaseError)?.message ?? "\(error)")
      return Finding(check: check, isSound: false, detail: detail)
    }
  }
}

extension Database {
  /// Rows stand in each index in another order: its pages are asked for again and again.
  fileprivate func integrity(keeping kilobytes: Int) throws -> (isSound: Bool, detail: Sentence) {
    try execute(sql: "PRAGMA cache_size = \(-kilobytes)")
    let lines = try String.fetchAll(self, sql: "PRAGMA integrity_check(10)")
    return (
      lines == ["ok"],
      lines == ["ok"]
        ? Sentence("doctor.ok") : Sentence(quoting: lines.joined(separator: "; "))
    )
  }

  fileprivate func references() throws -> (isSound: Bool, detail: Sentence) {
    let broken = try Row.fetchAll(self, sql: "PRAGMA foreign_key_check")
    let detail = broken.prefix(10).map { row in
      let number = (row[1] as Int64?).map(String.init) ?? "?"
      return Sentence(
        "doctor.brokenReference",
        ["table": row[0] as String, "row": number, "named": row[2] as String])
    }
    return (
      broken.isEmpty,
      broken.isEmpty
        ? Sentence("doctor.ok")
        : Sentence("quoted", ["text": Sentence.Value.clauses(Array(detail))])
    )
  }

  /// The relics that are said to stand at their township's seat, and stand more than 100 m from every seat
  /// that the register knows: another program moved the point, and what is said of it is not true.
  fileprivate func straySeats() throws -> [String] {
    let seats = try ["township", "former_township"].flatMap { table in
      try Row.fetchAll(self, sql: "SELECT geom FROM \(table) WHERE geom IS NOT NULL")
        .compactMap { try point($0, at: 0) }
    }
    // Without seats there is nothing to compare with.
    guard !seats.isEmpty else { return [] }
    let tables = try ["site", "exact_position"].filter { try hasTable($0) }
    let strays = try tables.flatMap { table in
      try Row.fetchAll(
        self,
        sql: """
          SELECT s.code, p.geom FROM \(table) p
          JOIN site s ON s.id = \(table == "site" ? "p.id" : "p.site_id")
          WHERE p.coord_method = 'township_seat' AND p.geom IS NOT NULL
          """
      ).compactMap { row -> String? in
        guard let place = try point(row, at: 1) else { return nil }
        let isAtSeat = seats.contains { Geodesic.distance($0, place) <= .metres(100) }
        return isAtSeat ? nil : row[0] as String
      }
    }
    return strays.sorted(by: CodeOrder.isBefore)
  }

  /// Whether the file of every attachment is there and has its size; their bytes are not read.
  fileprivate func attachmentFiles(
    ofRegister path: String
  ) throws -> (isSound: Bool, detail: Sentence) {
    let folder = AttachmentFolder(ofRegister: path)
    let files = Dictionary(
      try Attachment.fetch(self, where: "true").map { ($0.storedName, $0) }
    ) { first, _ in first }.values
    let lost = try files.filter { attachment in
      let size =
        attachment.isInside
        ? try Int.fetchOne(
          self, sql: "SELECT length(data) FROM attachment_content WHERE sha256 = ?",
          arguments: [attachment.sha256]) : folder.size(of: attachment.storedName)
      return size != attachment.byteCount
    }
    let bytes = files.reduce(0) { $0 + $1.byteCount }
    return (
      lost.isEmpty,
      lost.isEmpty
        ? Sentence("doctor.attachmentsThere", ["count": files.count, "bytes": bytes])
        : Sentence("doctor.attachmentsMissing", ["files": lost.count, "count": files.count])
    )
  }

  /// How many rows an official number counts: all that are registered, or those of a level.
  fileprivate func count(of what: String) throws -> Int {
    let isTotal = what == "registered"
    return try Int.fetchOne(
      self,
      sql: "SELECT count(*) FROM site"
        + (isTotal
          ? ""
          : " WHERE protection_level = ? AND coalesce(state, '') NOT IN ('revoked', 'merged', 'split')"),
      arguments: isTotal ? [] : [what]) ?? 0
  }
}

/// What an official number counts, in a sentence.
private func counted(_ what: String) -> Sentence.Value {
  if what == "registered" { return .either(zh: "登记总数", en: what) }
  return ProtectionLevel(rawValue: what)?.sentenceValue ?? .text(what)
}
