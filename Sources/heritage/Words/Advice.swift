import Boundaries
import HeritageFormats
import HeritageRegistry
import Reconciliation
import Roads
import RoadsImport
import Tables
import Tours
import Words

/// What a person can do on the command line about what a library says: the only place where causes
/// meet options.
enum Advice {
  /// What to do about an error of a hub; nil where nothing helps.
  static func on(_ error: HubError) -> Sentence? {
    switch error {
    case .unreachable: Sentence("advice.hubReach")
    case .notGranted: Sentence("advice.hubGrant")
    case .notStaff: Sentence("advice.hubStaff")
    case .notAHub: Sentence("advice.hubInit")
    case .noWorkingCopy: Sentence("advice.hubClone")
    case .otherSchema: Sentence("advice.hubSchema")
    case .stale: Sentence("advice.pull")
    case .undecided: Sentence("advice.resolve")
    case .codeTaken: Sentence("advice.hubCode")
    case .tellsExtents, .needsSuperuser: Sentence("advice.hubSuperuser")
    case .noPostGIS: Sentence("advice.hubPostGIS")
    case .noCounty: Sentence("advice.hubStatus")
    case .olderHub, .otherHub: Sentence("advice.hubAnew")
    case .readOnly: Sentence("advice.hubFile")
    case .full, .refused, .notUTF8, .countyExists, .noCountyCode, .noConflict: nil
    }
  }

  /// What to do about an error of the register; nil where nothing helps.
  static func on(_ error: RegistryError) -> Sentence? {
    switch error {
    case .noSuchFile: Sentence("advice.init")
    case .notARegister: Sentence("advice.nameRegister")
    case .newerSchema: Sentence("advice.newerProgram")
    case .fileExists: Sentence("advice.force")
    case .notEmpty: Sentence("advice.initEmpty")
    case .publicCopy: Sentence("advice.importIntoOriginal")
    case .busy: Sentence("advice.tryAgain")
    case .changedMeanwhile: Sentence("advice.lookAgain")
    case .damaged: Sentence("advice.doctor")
    case .siteNotFound(_, let nearest) where nearest.isEmpty: Sentence("advice.searchCodes")
    case .siteNotFound(_, let nearest), .townshipNotFound(_, let nearest):
      nearest.isEmpty ? nil : Sentence("advice.didYouMean", ["nearest": nearest])
    case .unknownValue(_, _, let known):
      known.isEmpty ? nil : Sentence("advice.known", ["known": Sentence.Value.list(known, .comma)])
    case .groupNotFound(_, let known):
      known.isEmpty ? nil : Sentence("advice.known", ["known": known])
    case .siteNotLocated: Sentence("advice.show")
    case .standInOrigin: Sentence("advice.includeStandIns")
    case .invalidArea: Sentence("advice.mendPolygon")
    case .badCursor: Sentence("advice.cursor")
    case .noOrigin: Sentence("advice.near")
    case .noSuchPack: Sentence("advice.packLayout")
    case .traces: Sentence("advice.takeOutDigits")
    case .badText: Sentence("advice.searchText")
    case .inputOutput, .townshipNotTraced, .emptyYearRange, .badRadius, .badLimit: nil
    }
  }

  /// What to do about decisions that cannot be taken; nil where nothing helps.
  static func on(_ error: SurveyFault) -> Sentence? {
    switch error {
    case .twice: nil
    case .noReason: Sentence("advice.goneReason")
    case .noDate: Sentence("advice.surveyDate")
    case .alone: Sentence("advice.otherParts")
    case .otherRow: Sentence("advice.otherRow")
    }
  }

  /// What to do about a table of decisions that cannot be read; nil where nothing helps.
  static func on(_ error: DecisionTableError) -> Sentence? {
    switch error {
    case .noReview: Sentence("advice.noReview")
    case .noDecision:
      Sentence(
        "advice.decisions",
        ["words": SurveyDecision.allCases.flatMap { [$0.labels.zh, $0.labels.en] }])
    case .halfPair: Sentence("advice.halfPair")
    case .contradiction: nil
    }
  }

  /// What to do about a file of roads that cannot be used.
  static func on(_ error: RoadFileError) -> Sentence? {
    switch error {
    case .unreadable: nil
    case .otherVersion(_, let found, let readable):
      found > readable ? Sentence("advice.newerProgram") : Sentence("advice.buildRoads")
    case .noMode, .notRoads, .empty, .otherByteOrder, .cut, .damaged:
      Sentence("advice.buildRoads")
    }
  }

  /// What to do about a map of which no roads can be made.
  static func on(_ error: RoadImportError) -> Sentence? {
    switch error {
    case .unreadable, .packed, .scattered: nil
    case .empty, .damaged, .notAMap: Sentence("advice.fetchMap")
    case .unknownFormat: Sentence("boundary.cureLineFormats")
    case .noPosition: Sentence("advice.swappedMap")
    case .noField(_, _, let known):
      known.isEmpty ? nil : Sentence("advice.roadFields", ["fields": known])
    case .noRoads, .noRoadsInside: Sentence("advice.otherRoads")
    }
  }

  /// What to do about an edit that was not made; nil where nothing helps.
  static func on(_ error: EditError) -> Sentence? {
    switch error {
    case .nobody: Sentence("advice.who")
    case .noHistory, .noClaims: Sentence("advice.staffHistory")
    case .badCode: Sentence("advice.codeForm")
    case .oldDate: Sentence("advice.date")
    case .futureDate: Sentence("advice.dateOfDocument")
    case .noClaimSource: Sentence("advice.claimSource")
    case .noSuchEdit, .notOutside, .cannotUndo: Sentence("advice.history")
    case .noSuchDraft, .draftDecided: Sentence("advice.drafts")
    case .ownDraft: Sentence("advice.otherReviewer")
    case .staleDraft: Sentence("advice.staleDraft")
    case .usedCode: Sentence("advice.freeCode")
    case .badDate: Sentence("advice.date")
    case .badNote, .noDocument, .badState, .nothingNew: nil
    }
  }

  /// What to do about a file of a relic; nil where nothing helps.
  static func on(_ error: AttachmentError) -> Sentence? {
    switch error {
    case .empty: Sentence("attach.nameFile")
    case .broken: Sentence("advice.copyPicture")
    case .saysNoPlace: Sentence("advice.setPosition")
    case .noAccuracy: Sentence("advice.photoAccuracy")
    case .farAway: Sentence("advice.allowFar")
    case .unknownKind:
      Sentence("advice.attachKinds", ["kinds": AttachmentKind.allCases.map(\.name)])
    case .badDate: Sentence("advice.dateOrYear")
    case .attachedAlready(let site, let number):
      Sentence("advice.detach", ["code": site, "number": number])
    case .notFound(let site, _): Sentence("advice.attachments", ["code": site])
    case .missing, .changed: Sentence("advice.filesFromBackup")
    case .notPlain: Sentence("advice.filesItself")
    case .badText, .standIn, .notForPublic: nil
    }
  }

  /// What to do about bytes that are no text.
  static func on(_ error: TextEncodingError) -> Sentence {
    switch error {
    case .implausible(let likely):
      Sentence("advice.nameEncoding", ["encoding": (likely ?? .big5).rawValue.lowercased()])
    case .contradicted(_, let likely):
      Sentence("advice.nameEncoding", ["encoding": likely.rawValue.lowercased()])
    case .malformed, .mixed, .nulByte: Sentence("table.saveAsUTF8")
    }
  }

  /// What to do about relics that cannot be written.
  static func on(_ error: ExportError) -> Sentence {
    switch error {
    case .outsideDatum: Sentence("advice.otherZone")
    case .tooManyRows: Sentence("advice.manyRows")
    case .textTooLong: Sentence("advice.longText")
    case .unwritable: Sentence("advice.folder")
    }
  }

  /// What a format could not hold, with the option that changes it.
  static func on(_ remark: ExportRemark) -> Sentence {
    switch remark {
    case .unlocated(_, canBeKept: true):
      Sentence("advice.keepUnlocated", ["remark": remark.sentence])
    case .neutralised: Sentence("advice.raw", ["remark": remark.sentence])
    case .unlocated, .unshifted, .noPlace, .noCredits: remark.sentence
    }
  }

  /// What to say about what a tour takes for granted; nil for nothing.
  static func on(_ assumption: TourAssumption) -> Sentence? {
    if case .closedHolidays = assumption { Sentence("advice.holidays") } else { nil }
  }

  /// What would mend a file of outlines.
  static func on(_ cure: BoundaryNote.Cure) -> Sentence {
    switch cure {
    case .declareDatum(let code?): Sentence("advice.declareDatumIfSo", ["code": code])
    case .declareDatum(nil): Sentence("advice.declareDatumOption")
    case .chooseLayer(let layers): Sentence("advice.chooseLayer", ["layers": layers])
    case .say(let sentence): sentence
    }
  }

  /// How the choice that would mend a problem is made.
  static func on(_ remedy: Remedy) -> Sentence {
    switch remedy {
    case .declareDatum: Sentence("advice.declareDatum")
    case .declareDatumIfSo(let code): Sentence("advice.declareDatumIfSo", ["code": code])
    case .declareOneDatum: Sentence("advice.declareOneDatum")
    case .leaveDatumToWGS84: Sentence("advice.leaveDatumToWGS84")
    case .leaveDatumToHeader: Sentence("advice.leaveDatumToHeader")
    case .chooseOtherCoordinates: Sentence("advice.chooseOtherCoordinates")
    case .nameBoth(let first, let second):
      Sentence("advice.nameBoth", ["first": first, "second": second])
    case .choosePosition: Sentence("advice.choosePosition")
    case .nameColumn(let field): Sentence("advice.nameColumn", ["field": field])
    case .takeSerialNumbers(let header): Sentence("advice.takeSerialNumbers", ["header": header])
    case .takeCentres: Sentence("advice.takeCentres")
    case .composeCode(let names):
      Sentence("advice.composeCode", ["names": names.joined(separator: ",")])
    case .chooseColumn(let field, let header):
      Sentence("advice.chooseColumn", ["field": field, "header": header])
    case .nameField(let header, nil): Sentence("advice.nameField", ["header": header])
    case .nameField(let header, let near?):
      Sentence("advice.nameFieldOrNear", ["header": header, "near": near])
    case .nameHeaders: Sentence("advice.nameHeaders")
    case .nameSheet(let name): Sentence("advice.nameSheet", ["name": name])
    case .nameNoSheet: Sentence("advice.nameNoSheet")
    case .importForStaff: Sentence("advice.importForStaff")
    case .exportPositionForStaff: Sentence("advice.exportPositionForStaff")
    case .exportColumnForStaff: Sentence("advice.exportColumnForStaff")
    case .allowOutside: Sentence("advice.allowOutside")
    }
  }
}

extension ImportProblem {
  /// The rule that is broken; what is wrong with an option is said of the option.
  var saidRule: Sentence { rule.key == "survey.noSuchField" ? Sentence("advice.mapField") : rule }

  /// What could be written instead, or chosen on the command line.
  var advice: Sentence? { remedy.map(Advice.on) ?? suggestion }

  /// The problem on one line, its severity first, in the language in which the program speaks.
  var saidLine: String {
    let said = ImportProblem(
      severity: severity, file: file, sheet: sheet, line: line, column: column, value: value,
      rule: saidRule)
    return Sentence(
      "problem.severity", ["severity": severity.word, "problem": said.sentence(advising: advice)]
    ).spoken.onOneLine
  }
}

extension ImportProblem.Severity {
  /// The word for it.
  var word: Sentence {
    switch self {
    case .error: Sentence("problem.error")
    case .warning: Sentence("problem.warning")
    }
  }
}
