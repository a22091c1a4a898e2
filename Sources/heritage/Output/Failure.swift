import ArgumentParser
import Foundation
import HeritageFormats
import HeritageRegistry
import SystemLibraries
import Tours
import Workbooks

/// Why a command failed: one sentence, what to do, and the exit code.
struct Failure: Error {
  let message: String
  let hint: String?
  let status: ExitStatus
  let problems: [ImportProblem]

  init(_ message: String, hint: String?, status: ExitStatus, problems: [ImportProblem] = []) {
    self.message = message
    self.hint = hint
    self.status = status
    self.problems = problems
  }

  /// The failure that an error means, or nil for help, a version or an exit code alone.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as TourError: self.init(error)
    case let error as RegistryError:
      self.init("\(error)", hint: error.hint, status: Self.status(of: error))
    case let error as ExportError:
      self.init("\(error)", hint: error.hint, status: Self.status(of: error))
    case let error as WorkbookError:
      self.init("\(error)", hint: error.hint, status: Self.status(of: error))
    case let error as MissingLibrary:
      self.init("\(error)", hint: error.hint, status: .inputOutput)
    case let error as ImportFailure:
      let count = error.problems.count { $0.severity == .error }
      self.init(
        "there \(count == 1 ? "is 1 problem" : "are \(count) problems"), and nothing was written",
        hint: "mend the rows above; data/README.md describes a pack, docs/en/tables.md a table",
        status: .badData,
        problems: error.problems)
    case is CleanExit, is ExitCode: return nil
    default:
      guard Heritage.exitCode(for: error) == .validationFailure else {
        guard Heritage.exitCode(for: error) != .success else { return nil }
        self.init("\(error)", hint: nil, status: .failed)
        return
      }
      self.init(
        Heritage.message(for: error), hint: "heritage help says more", status: .usage)
    }
  }

  /// Says why on the standard error and ends the program.
  static func exit(_ error: any Error, arguments: [String]) -> Never {
    guard let failure = Failure(error) else { Heritage.exit(withError: error) }
    if isJSON(arguments) {
      Terminal.writeError(JSONText.compact(failure.json) + "\n")
    } else {
      Terminal.writeError(failure.text)
    }
    Foundation.exit(failure.status.rawValue)
  }

  private static func isJSON(_ arguments: [String]) -> Bool {
    arguments.contains("--format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }

  private var text: String {
    let lines =
      problems.map { "\($0.severity.rawValue): \($0)" }
      + ["heritage: \(message)"] + (hint.map { ["hint: \($0)"] } ?? [])
    return lines.map { $0.onOneLine + "\n" }.joined()
  }

  /// The one shape of an error in JSON: `{"error": {"exit_code", "message", "hint", "problems"}}`.
  private var json: FieldValue {
    var members: [FieldValue.Member] = [
      .init("exit_code", .integer(Int(status.rawValue))), .init("message", .text(message)),
      .init("hint", FieldValue(hint)),
    ]
    if !problems.isEmpty { members.append(.init("problems", .list(problems.map(Self.json)))) }
    return .object([.init("error", .object(members))])
  }

  private static func json(_ problem: ImportProblem) -> FieldValue {
    .object([
      .init("severity", .text(problem.severity.rawValue)), .init("file", .text(problem.file)),
      .init("sheet", FieldValue(problem.sheet)), .init("row", FieldValue(problem.line)),
      .init("column", FieldValue(problem.column)),
      .init("value", FieldValue(problem.value)), .init("rule", .text(problem.rule)),
      .init("suggestion", FieldValue(problem.suggestion)),
    ])
  }

  private static func status(of error: ExportError) -> ExitStatus {
    switch error {
    case .outsideDatum, .tooManyRows, .textTooLong: .badData
    case .unwritable: .inputOutput
    }
  }

  private static func status(of error: WorkbookError) -> ExitStatus {
    switch error {
    case .unreadable, .damagedPart, .tooLarge, .badCell: .badData
    case .unwritable, .missing: .inputOutput
    }
  }

  private static func status(of error: RegistryError) -> ExitStatus {
    switch error {
    case .notARegister, .newerSchema, .damaged, .publicCopy, .traces: .badData
    case .noSuchFile, .noSuchPack, .siteNotFound, .groupNotFound, .townshipNotFound,
      .townshipNotTraced:
      .noInput
    case .siteNotLocated: .noInput
    case .invalidArea: .badData
    case .standInOrigin: .usage
    case .badText, .unknownValue, .emptyYearRange, .badCursor, .noOrigin, .badRadius, .badLimit:
      .usage
    case .inputOutput: .inputOutput
    case .busy: .busy
    case .fileExists, .notEmpty, .changedMeanwhile: .failed
    }
  }
}
