import CQL2
import Foundation
import HeritageRegistry
import Words

/// What an answer says that is none: Problem Details (RFC 9457) for programs, a page for people.
struct Problem {
  let status: Int
  let kind: String
  let detail: String
  var hints: [String] = []

  /// The problem that an error is, in a language.
  ///
  /// This is the one place where errors become statuses.
  init(_ error: any Error, in language: Language) {
    switch error {
    case let fault as WebFault:
      self.init(status: fault.status, kind: fault.kind, detail: fault.sentence.text(in: language))
    case let error as QueryTextError:
      self.init(
        status: 400, kind: "bad-parameter",
        detail: Sentence(
          "web.badParameter",
          [
            "name": error.parameter.rawValue, "text": error.text.bounded,
            "reason": error.fault.reason,
          ]
        ).text(in: language))
    case let error as RegistryError: self.init(error, in: language)
    // What a hub says of itself is for the log: it names the hub.
    case is HubError:
      self.init(
        status: 503, kind: "unavailable", detail: Sentence("web.internal").text(in: language))
    case let fault as FilterFault:
      self.init(
        status: 400, kind: fault.code,
        detail: Sentence("web.badFilter", ["reason": fault.sentence]).text(in: language))
    case let cause as any Cause:
      self.init(status: 400, kind: "bad-request", detail: cause.sentence.text(in: language))
    default:
      // What nobody foresaw is the server's fault, and its words are for the log.
      self.init(
        status: 500, kind: "internal", detail: Sentence("web.internal").text(in: language))
    }
  }

  private init(_ error: RegistryError, in language: Language) {
    let detail = error.sentence.text(in: language)
    switch error {
    case .siteNotFound(_, let nearest):
      self.init(status: 404, kind: "not-found", detail: detail, hints: nearest)
    case .groupNotFound(_, let known):
      self.init(status: 400, kind: "bad-parameter", detail: detail, hints: known)
    case .townshipNotFound(_, let nearest):
      self.init(status: 400, kind: "bad-parameter", detail: detail, hints: nearest)
    case .unknownValue(_, _, let known):
      self.init(
        status: 400, kind: "bad-parameter", detail: detail,
        hints: known.map { $0.text(in: language) })
    case .busy: self.init(status: 503, kind: "busy", detail: detail)
    // The file is being moved or mended: it may be there again in a moment.
    case .noSuchFile, .notARegister, .newerSchema, .inputOutput:
      self.init(
        status: 503, kind: "unavailable", detail: Sentence("web.internal").text(in: language))
    case .noSuchPack, .fileExists, .publicCopy, .notEmpty, .damaged, .traces:
      self.init(
        status: 500, kind: "internal", detail: Sentence("web.internal").text(in: language))
    default: self.init(status: 400, kind: "bad-parameter", detail: detail)
    }
  }

  init(status: Int, kind: String, detail: String, hints: [String] = []) {
    self.status = status
    self.kind = kind
    self.detail = detail
    self.hints = hints
  }

  /// What a status is called.
  func title(in language: Language) -> String {
    let sentence =
      switch status {
      case 400: Sentence("web.title.400")
      case 401: Sentence("web.title.401")
      case 403: Sentence("web.title.403")
      case 404: Sentence("web.title.404")
      case 405: Sentence("web.title.405")
      case 406: Sentence("web.title.406")
      case 413: Sentence("web.title.413")
      case 414: Sentence("web.title.414")
      case 421: Sentence("web.title.421")
      case 431: Sentence("web.title.431")
      case 503: Sentence("web.title.503")
      default: Sentence("web.title.500")
      }
    return sentence.text(in: language)
  }

  /// The problem as JSON.
  func response(in language: Language) -> WebResponse {
    var members: [FieldValue.Member] = [
      .init("type", .text("urn:heritage:problem:\(kind)")),
      .init("title", .text(title(in: language))),
      .init("status", .integer(status)),
      .init("detail", .text(detail)),
    ]
    if !hints.isEmpty {
      members.append(.init("nearest", .list(hints.prefix(20).map { .text($0) })))
    }
    return WebResponse(
      status, type: MediaType.problem.header, JSONText.pretty(.object(members)))
  }
}

extension QueryTextError.Fault {
  /// Why a text is no value, for whoever wrote a URL.
  fileprivate var reason: Sentence {
    switch self {
    case .empty: Sentence("web.reason.empty")
    case .noYears: Sentence("web.reason.years")
    case .noBox: Sentence("web.reason.box")
    case .noLength: Sentence("web.reason.length")
    case .noPoint: Sentence("web.reason.point")
    case .pointOutOfRange(nil): Sentence("web.reason.pointRange")
    case .pointOutOfRange(let swapped?): Sentence("web.reason.pointSwapped", ["text": swapped])
    case .noCount: Sentence("web.reason.count")
    case .noFlag: Sentence("web.reason.flag")
    case .noOrder: Sentence("web.reason.order")
    case .standInsNotIncluded: Sentence("web.reason.standIns")
    case .several: Sentence("web.reason.several")
    case .needs(let other): Sentence("web.reason.needs", ["name": other.rawValue])
    case .excludes(let other): Sentence("web.reason.excludes", ["name": other.rawValue])
    }
  }
}
