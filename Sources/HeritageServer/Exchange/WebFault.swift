public import Words

/// Why a request cannot be answered as it was asked.
public enum WebFault: Cause, Hashable, Sendable {
  /// Nothing stands under the path.
  case notFound(path: String)
  /// A collection or an item of one that is not there.
  case noSuchItem(collection: String, id: String)
  /// The path does not take the method.
  case wrongMethod(String, allowed: [String])
  /// A parameter that the path does not know.
  case unknownParameter(String, nearest: String?)
  /// A parameter whose text is none of its values.
  case badParameter(String, text: String, reason: Sentence)
  /// The query is no percent-encoded UTF-8.
  case unreadableQuery
  /// A format that is not offered here.
  case unknownFormat(String, known: [String])
  /// None of the offered formats is accepted.
  case notAcceptable(known: [String])
  /// A coordinate reference system that is not offered.
  case unknownSystem(parameter: String, String)
  /// The name of another host.
  case wrongHost(String)
  /// No token, or a wrong one.
  case notAuthorized
  /// Staff's pages are asked for, and this server has none.
  case noStaff
  /// A form of another site's page.
  case foreignForm
  /// A form that cannot be read, or lacks a field.
  case badForm(field: String)
  /// The body is too large.
  case tooLarge(limit: Int)
  /// The address is too long.
  case addressTooLong(limit: Int)
  /// The headers are too long, or too many.
  case headTooLong(limit: Int)
  /// Too much is asked for at once.
  case overloaded
  /// The question took longer than the server allows.
  case tooSlow(seconds: Int)

  /// The status of HTTP.
  public var status: Int {
    switch self {
    case .notFound, .noSuchItem: 404
    case .wrongMethod: 405
    case .unknownParameter, .badParameter, .unreadableQuery, .unknownFormat, .unknownSystem: 400
    case .notAcceptable: 406
    case .wrongHost: 421
    case .notAuthorized: 401
    case .noStaff, .foreignForm: 403
    case .badForm: 400
    case .tooLarge: 413
    case .addressTooLong: 414
    case .headTooLong: 431
    case .overloaded, .tooSlow: 503
    }
  }

  /// The last part of the problem's type.
  var kind: String {
    switch self {
    case .notFound, .noSuchItem: "not-found"
    case .wrongMethod: "wrong-method"
    case .unknownParameter: "unknown-parameter"
    case .badParameter, .unreadableQuery: "bad-parameter"
    case .unknownFormat, .notAcceptable: "unknown-format"
    case .unknownSystem: "unknown-crs"
    case .wrongHost: "wrong-host"
    case .notAuthorized: "not-authorized"
    case .noStaff: "no-staff"
    case .foreignForm: "foreign-form"
    case .badForm: "bad-form"
    case .tooLarge: "too-large"
    case .addressTooLong: "address-too-long"
    case .headTooLong: "head-too-long"
    case .overloaded: "overloaded"
    case .tooSlow: "too-slow"
    }
  }

  /// What happened, and what can be done.
  public var sentence: Sentence {
    switch self {
    case .notFound(let path): Sentence("web.notFound", ["path": path])
    case .noSuchItem(let collection, let id):
      Sentence("web.noSuchItem", ["collection": collection, "id": id])
    case .wrongMethod(let method, let allowed):
      Sentence("web.wrongMethod", ["method": method, "allowed": allowed])
    case .unknownParameter(let name, nil): Sentence("web.unknownParameter", ["name": name])
    case .unknownParameter(let name, let nearest?):
      Sentence("web.unknownParameterNear", ["name": name, "nearest": nearest])
    case .badParameter(let name, let text, let reason):
      Sentence("web.badParameter", ["name": name, "text": text, "reason": reason])
    case .unreadableQuery: Sentence("web.unreadableQuery")
    case .unknownFormat(let key, let known):
      Sentence("web.unknownFormat", ["key": key, "known": known])
    case .notAcceptable(let known): Sentence("web.notAcceptable", ["known": known])
    case .unknownSystem(let parameter, let name):
      Sentence("web.unknownSystem", ["parameter": parameter, "name": name])
    case .wrongHost(let host): Sentence("web.wrongHost", ["host": host])
    case .notAuthorized: Sentence("web.notAuthorized")
    case .noStaff: Sentence("web.noStaff")
    case .foreignForm: Sentence("web.foreignForm")
    case .badForm(let field): Sentence("web.badForm", ["name": field])
    case .tooLarge(let limit): Sentence("web.tooLarge", ["limit": limit])
    case .addressTooLong(let limit): Sentence("web.addressTooLong", ["limit": limit])
    case .headTooLong(let limit): Sentence("web.headTooLong", ["limit": limit])
    case .overloaded: Sentence("web.overloaded")
    case .tooSlow(let seconds): Sentence("web.tooSlow", ["seconds": seconds])
    }
  }
}
