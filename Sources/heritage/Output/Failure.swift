import ArgumentParser
import Boundaries
import Foundation
import HeritageFormats
import HeritagePostgres
import HeritageRegistry
import Reconciliation
import Roads
import RoadsImport
import SystemLibraries
import TourPlanner
import Tours
import Words
import Workbooks

/// Why a command failed: one sentence, what to do, and the exit code.
struct Failure: Error {
  let message: Sentence.Value
  let hint: Sentence.Value?
  let status: ExitStatus
  let problems: [ImportProblem]
  /// Whether the sentence says all that the problems do.
  private var saysProblems = false

  /// A failure whose sentence says its only problem; formats of data have the parts of it.
  init(
    _ message: any SentenceValue, hint: (any SentenceValue)?, status: ExitStatus,
    only problem: ImportProblem?
  ) {
    self.init(message, hint: hint, status: status, problems: problem.map { [$0] } ?? [])
    saysProblems = true
  }

  init(
    _ message: any SentenceValue, hint: (any SentenceValue)?, status: ExitStatus,
    problems: [ImportProblem] = []
  ) {
    self.message = message.sentenceValue
    self.hint = hint?.sentenceValue
    self.status = status
    self.problems = problems
  }

  /// The failure that an error means, or nil for help, a version or an exit code alone.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as TourError: self.init(error)
    case RegistryError.noSuchFile(let path) where HubAddress(path) != nil,
      RegistryError.inputOutput(let path, _) where HubAddress(path) != nil:
      // What reads takes a hub; the others look for a file of that name.
      let error = HubError.readOnly(hub: HubAddress(path)?.name ?? "")
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as RegistryError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as EditError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as HubError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as AttachmentError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as ExportError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as WorkbookError:
      self.init(error.sentence, hint: error.hint, status: Self.status(of: error))
    case let error as RoadFileError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as TravelError:
      self.init(error.sentence, hint: Sentence("advice.otherRoads"), status: .badData)
    case let error as RoadImportError:
      self.init(error.sentence, hint: Advice.on(error), status: Self.status(of: error))
    case let error as BoundaryError:
      self.init(
        error.sentence, hint: error.faults.first?.cure.map(Advice.on), status: .badData)
    case let error as SurveyFault:
      self.init(error.sentence, hint: Advice.on(error), status: .badData)
    case let error as DecisionTableError:
      self.init(error.sentence, hint: Advice.on(error), status: .badData)
    case let error as MissingLibrary:
      self.init(error.sentence, hint: error.hint, status: .inputOutput)
    case let error as ImportFailure:
      self.init(
        error.sentence, hint: Sentence("advice.mendRows"), status: .badData,
        problems: error.problems)
    case is CleanExit, is ExitCode: return nil
    default:
      guard Heritage.exitCode(for: error) == .validationFailure else {
        guard Heritage.exitCode(for: error) != .success else { return nil }
        let sentence = (error as? any Cause)?.sentence ?? Sentence(quoting: "\(error)")
        self.init(sentence, hint: nil, status: .failed)
        return
      }
      self.init(
        ParserWords.message(Heritage.message(for: error)), hint: Sentence("advice.help"),
        status: .usage)
    }
  }

  /// Says why on the standard error and ends the program.
  static func exit(_ error: any Error, arguments: [String]) -> Never {
    Help.isWanted = true
    guard let failure = Failure(error) else { ParserWords.exit(answering: error) }
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
      (saysProblems ? [] : problems.map(\.saidLine)) + [
        Sentence("failure.message", ["message": message]).spoken
      ]
      + (hint.map { [Sentence("failure.hint", ["hint": $0]).spoken] } ?? [])
    return lines.map { $0.onOneLine + "\n" }.joined()
  }

  /// The one shape of an error in JSON: `{"error": {"exit_code", "message", "hint", "problems"}}`.
  private var json: FieldValue {
    var members: [FieldValue.Member] = [
      .init("exit_code", .integer(Int(status.rawValue))), .init("message", .text(message.spoken)),
      .init("hint", FieldValue(hint?.spoken)),
    ]
    if !problems.isEmpty { members.append(.init("problems", .list(problems.map(Self.json)))) }
    return .object([.init("error", .object(members))])
  }

  private static func json(_ problem: ImportProblem) -> FieldValue {
    .object([
      .init("severity", .text(problem.severity.rawValue)), .init("file", .text(problem.file)),
      .init("sheet", FieldValue(problem.sheet)), .init("row", FieldValue(problem.line)),
      .init("column", FieldValue(problem.column)),
      .init("value", FieldValue(problem.value)), .init("rule", .text(problem.saidRule.spoken)),
      .init("suggestion", FieldValue(problem.advice?.spoken)),
    ])
  }

  private static func status(of error: EditError) -> ExitStatus {
    switch error {
    case .badNote, .nobody, .badDate, .oldDate, .futureDate, .noDocument, .noClaimSource: .usage
    case .noSuchEdit, .noSuchDraft: .noInput
    case .staleDraft: .busy
    case .noHistory, .cannotUndo, .notOutside, .draftDecided, .ownDraft, .badState, .usedCode,
      .badCode, .noClaims, .nothingNew:
      .badData
    }
  }

  private static func status(of error: RoadFileError) -> ExitStatus {
    switch error {
    case .unreadable: .noInput
    case .noMode: .usage
    case .empty, .notRoads, .otherVersion, .otherByteOrder, .cut, .damaged: .badData
    }
  }

  private static func status(of error: RoadImportError) -> ExitStatus {
    switch error {
    case .unreadable: .noInput
    default: .badData
    }
  }

  private static func status(of error: HubError) -> ExitStatus {
    switch error {
    case .unreachable, .full: .inputOutput
    case .notGranted, .notStaff, .readOnly, .countyExists, .tellsExtents, .needsSuperuser,
      .noPostGIS:
      .failed
    case .refused, .notAHub, .otherSchema, .notUTF8, .noCountyCode, .otherHub, .olderHub,
      .undecided, .codeTaken:
      .badData
    case .noCounty, .noWorkingCopy, .noConflict: .noInput
    case .stale: .busy
    }
  }

  private static func status(of error: ExportError) -> ExitStatus {
    switch error {
    case .outsideDatum, .tooManyRows, .textTooLong: .badData
    case .unwritable: .inputOutput
    }
  }

  private static func status(of error: AttachmentError) -> ExitStatus {
    switch error {
    case .empty, .unknownKind, .broken, .changed, .notForPublic, .saysNoPlace, .farAway: .badData
    case .badText, .badDate, .standIn, .noAccuracy: .usage
    case .missing, .notFound: .noInput
    case .attachedAlready: .failed
    case .notPlain: .inputOutput
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
