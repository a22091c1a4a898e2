import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Reconciliation
import SurveyTables
import Synchronization
import Tables
import Words
import Workbooks

/// A survey that the operator has laid beside the register, for staff to decide in a browser.
///
/// Decisions stand in a file of their own, which `heritage reconcile --decisions` reads too: each is on the disk
/// before the next is asked for.
final class SurveyDesk: Sendable {
  /// What there is to decide, of one state of the register.
  struct Review: Sendable {
    let comparison: SurveyComparison
    let decisions: SurveyDecisions
    let adoption: SurveyAdoption
    /// What a person looks through, in an order that decisions leave alone.
    let entries: [SurveyEntry]

    /// Entries of which neither side is decided to be something else.
    let standing: Set<[Int?]>

    /// The next entry that nobody has decided, after one and then from the first; nil where all are.
    func next(after place: Int) -> Int? {
      entries.indices.first { $0 > place && isOpen($0) } ?? entries.indices.first(where: isOpen)
    }

    /// Whether an entry waits for a decision.
    func isOpen(_ index: Int) -> Bool {
      let entry = entries[index]
      return entry.decided(comparison, decisions) == nil
        && standing.contains([entry.first, entry.second])
    }
  }

  private struct Held {
    var version = ""
    var comparison: SurveyComparison?
    var base: [SurveyEntry] = []
    var decisions: SurveyDecisions?
  }

  let options: ServedSurvey
  private let held = Mutex(Held())

  init(_ options: ServedSurvey) { self.options = options }

  /// How the survey is cited.
  private var citation: SurveyAdoption.Citation {
    SurveyAdoption.Citation(name: options.name, date: options.date)
  }

  /// What there is to decide now.
  func review(_ inquiry: Inquiry) throws -> Review {
    try held.withLock { try review(&$0, inquiry) }
  }

  /// Takes a decision, and writes all of them into their file.
  ///
  /// - Throws: `SurveyFault` for a decision that cannot be taken beside the others; nothing is kept of it.
  func decide(
    _ decided: SurveyDecided?, code: String?, place: SiteRecord.Place?, _ inquiry: Inquiry
  ) throws -> Review {
    try held.withLock { held in
      let before = try review(&held, inquiry)
      var decisions = before.decisions
      var decided = decided
      if let place, decided?.place != nil {
        decided?.name = before.comparison.records.first { $0.place == place }?.site.nameZH
      }
      decisions.set(decided, code: code, place: place)
      // What cannot be taken is refused before it is kept.
      _ = try SurveyAdoption(before.comparison, decisions, citation, in: inquiry.registry)
      do {
        try decisions.answer.csv.write(
          toFile: options.decisions, atomically: true, encoding: .utf8)
      } catch {
        throw RegistryError.inputOutput(
          path: options.decisions, reason: Sentence(quoting: error.localizedDescription))
      }
      held.decisions = decisions
      return try review(&held, inquiry)
    }
  }

  /// Writes what was decided and what is sure, after a backup.
  func apply(_ inquiry: Inquiry, note: EditNote) throws -> SurveyOutcome {
    let review = try review(inquiry)
    if let shift = review.comparison.result.shift { throw ShiftedSurvey(metres: shift.length) }
    let file = RegisterFile(inquiry.options.register)
    let source =
      note.source ?? ([options.name] + options.files.map(Self.name)).joined(separator: ", ")
    return try inquiry.registrar().take(
      try review.adoption.changes, labels: labels(),
      note: EditNote(who: note.who, why: note.why, source: source)
    ) { _ in try file.backup(to: file.backupPath, withFiles: false) }
  }

  /// What would be written, held to every rule.
  func rehearse(_ inquiry: Inquiry) throws -> SurveyOutcome {
    let review = try review(inquiry)
    if let shift = review.comparison.result.shift { throw ShiftedSurvey(metres: shift.length) }
    return try inquiry.registrar().rehearsal.take(
      try review.adoption.changes, note: EditNote(who: inquiry.staffName))
  }

  // MARK: Files

  private func review(_ held: inout Held, _ inquiry: Inquiry) throws -> Review {
    if held.decisions == nil { held.decisions = try storedDecisions() }
    if held.version != inquiry.version || held.comparison == nil {
      let comparison = try compare(inquiry.registry)
      held.comparison = comparison
      held.version = inquiry.version
      held.base = try SurveyAdoption(
        comparison, SurveyDecisions(), citation, in: inquiry.registry
      ).entries.filter { !$0.isSure }
    }
    guard let comparison = held.comparison, let decisions = held.decisions else {
      throw WebFault.overloaded
    }
    let adoption = try SurveyAdoption(comparison, decisions, citation, in: inquiry.registry)
    func key(_ entry: SurveyEntry) -> [Int?] { [entry.first, entry.second] }
    let known = Set(held.base.map(key))
    let now = adoption.entries
    let later = now.filter { !$0.isSure && !known.contains(key($0)) }
    return Review(
      comparison: comparison, decisions: decisions, adoption: adoption,
      entries: held.base + later, standing: Set(now.map(key)))
  }

  private func compare(_ registry: Registry) throws -> SurveyComparison {
    let context = SurveyContext(
      county: registry.info.nameZH, townships: try registry.townships(),
      formerTownships: try registry.formerTownships(),
      outline: try registry.outlines().first { $0.kind == .county }?.area)
    let sheets = try options.files.flatMap { path in
      try SheetFile.read(try bytes(path), file: Self.name(path))
    }
    let datum = try options.datum.map { try Datum($0) }
    let reading = SurveyReader(SurveyOptions(datum: datum)).read(sheets, known: context)
    guard !reading.hasErrors else { throw ImportFailure(problems: reading.problems) }
    return try SurveyComparison(reading.records, beside: registry)
  }

  private func storedDecisions() throws -> SurveyDecisions {
    guard FileManager.default.fileExists(atPath: options.decisions) else {
      return SurveyDecisions()
    }
    let name = Self.name(options.decisions)
    return try SurveyDecisions(
      try SheetFile.read(try bytes(options.decisions), file: name), file: name)
  }

  private func labels() throws -> [ImportLabel] {
    let now = Date().formatted(.iso8601)
    return try options.files.map { path in
      ImportLabel(
        file: Self.name(path), sha256: SHA256.hex(of: try bytes(path)), time: now,
        options: "reconcile \(options.name)")
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RegistryError.noSuchFile(path: path)
    }
    return Array(data)
  }

  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }
}

/// A survey whose positions all lie elsewhere cannot be taken until its datum is declared.
struct ShiftedSurvey: Cause {
  let metres: Double

  var sentence: Sentence {
    Sentence("reconcile.shiftUnknown", ["metres": Int(metres.rounded())])
  }
}
