import Foundation
import HeritagePostgres
import HeritageRegistry
import Words

/// The whole server as a function from a request to an answer.
///
/// It knows no sockets.
///
/// ```swift
/// let service = try RegisterService(ServerOptions(register: "heritage.sqlite"))
/// service.respond(to: WebRequest(target: "/collections/sites/items?limit=1")).status  // 200
/// ```
public struct RegisterService: Sendable {
  let options: ServerOptions
  let source: any ServedSource
  let memory = ServerMemory()
  private let answers = AnswerMemory()
  let staff: StaffToken?
  let sessions = StaffSessions()
  private let survey: SurveyDesk?
  private let roads: ServedRoads?
  private let collections: [FeatureCollection]

  /// Opens the register.
  ///
  /// - Throws: `RegistryError`, `HubError`; `RoadFileError` for a file of roads; ``ServerError`` for a file of a
  ///   token that cannot be used, for a base map that is none and for staff of a hub.
  public init(_ options: ServerOptions) throws {
    try self.init(options, collections: FeatureCollection.all)
  }

  /// Opens the register, and offers these collections.
  init(_ options: ServerOptions, collections: [FeatureCollection]) throws {
    self.options = options
    self.collections = collections
    if let text = options.baseMapTexts.first(where: { BaseMap(text: $0) == nil }) {
      throw ServerError.badBaseMap(text)
    }
    if let hub = HubAddress(options.register) {
      guard options.staffTokenFile == nil else { throw ServerError.staffOfHub(hub: hub.name) }
      source = try ServedHub(hub, readers: options.readers)
    } else {
      source = try ServedRegister(opening: options.register, readers: options.readers)
    }
    staff = try options.staffTokenFile.map(StaffToken.init)
    survey = options.survey.map(SurveyDesk.init)
    roads = try options.roads.map(ServedRoads.init)
  }

  /// Answers a request; every fault becomes an answer too.
  public func respond(to request: WebRequest) -> WebResponse {
    finished(answer(request), to: request)
  }

  /// Begins to find what the first visitor would wait for, on a thread of its own.
  func warm() {
    Thread.detachNewThread {
      for target in ["/zh/search", "/zh", "/suggest?q=%E7%9F%B3"] {
        _ = respond(to: WebRequest(target: target, headers: ["host": "localhost"]))
      }
    }
  }

  /// The answer to a request that is turned away before anybody looks at it.
  func refuse(_ request: WebRequest, _ fault: WebFault) -> WebResponse {
    let language = (try? Inquiry.language(of: request)) ?? .zh
    return finished(ProblemPage.response(fault, to: request, in: language, options), to: request)
  }

  /// An answer with what every one has.
  private func finished(_ answer: WebResponse, to request: WebRequest) -> WebResponse {
    var response = answer
    SecurityHeaders.add(to: &response, of: request, options)
    Compression.compress(&response, for: request)
    if request.method == "HEAD" {
      if case .bytes(let bytes) = response.body { response.set("Content-Length", "\(bytes.count)") }
      response.body = .bytes([])
    }
    return response
  }

  private func answer(_ request: WebRequest) -> WebResponse {
    if let response = Routes.withoutRegister(request) { return response }
    var language = Language.zh
    do {
      language = try Inquiry.language(of: request)
      if request.isUnreadable { throw WebFault.unreadableQuery }
      return try source.answering(once: request.method == "POST", within: options.deadline) {
        try answer(request, in: language, of: $0)
      }
    } catch is ReadingDeadline.Passed {
      return ProblemPage.response(
        WebFault.tooSlow(seconds: options.deadline), to: request, in: language, options)
    } catch {
      let response = ProblemPage.response(error, to: request, in: language, options)
      if response.status >= 500, !(error is WebFault) {
        let reason = (error as? any Cause)?.sentence.text(in: .en) ?? "\(error)"
        FileHandle.standardError.write(Data("error: \(reason.filter { !$0.isNewline })\n".utf8))
      }
      return response
    }
  }

  /// The answer from one state of the register.
  private func answer(
    _ request: WebRequest, in language: Language, of state: ServedState
  ) throws -> WebResponse {
    let (audience, name) = try audience(of: request)
    let inquiry = Inquiry(
      request: request, registry: state.registry.seen(by: audience), version: state.version,
      modified: state.modified, language: Routes.pageLanguage(of: request) ?? language,
      base: try base(of: request),
      options: options, memory: memory, collections: collections,
      stream: state.stream(audience),
      staffName: name, survey: survey, roads: roads)
    let tag = EntityTag(of: request, in: inquiry)
    if tag.isKnown(to: request) { return tag.notModified(for: inquiry) }
    let isPlain = request.method == "GET" && !inquiry.isStaff
    if isPlain, request.headers["if-none-match"] == nil, let kept = answers[tag] { return kept }
    let began = ContinuousClock.now
    var response = try ReadingDeadline.at(.now + .seconds(options.deadline)) {
      try request.method == "POST"
        ? posted(inquiry) : Routes.response(to: inquiry)
    }
    if response.status == 200, tag.isKnown(to: request, exists: true) {
      return tag.notModified(for: inquiry)
    }
    tag.mark(&response, for: inquiry)
    if isPlain { answers.keep(response, with: tag, made: began.duration(to: .now)) }
    return response
  }

  /// What comes of a form.
  private func posted(_ inquiry: Inquiry) throws -> WebResponse {
    guard let path = inquiry.request.path, path.count >= 2, Language(rawValue: path[0]) != nil,
      path[1] == "staff" || path.dropFirst() == ["check"]
    else { throw WebFault.wrongMethod("POST", allowed: Routes.methods) }
    try refuseForeign(inquiry)
    if path[1] == "check" { return try ProjectCheckPage.posted(inquiry) }
    guard let staff else { throw WebFault.noStaff }
    return try StaffDesk(inquiry: inquiry, token: staff, sessions: sessions)
      .posted(Array(path.dropFirst(2)))
  }

  /// Refuses a form that a page of somebody else sends.
  private func refuseForeign(_ inquiry: Inquiry) throws(WebFault) {
    let headers = inquiry.request.headers
    if let site = headers["sec-fetch-site"], site != "same-origin", site != "none" {
      throw .foreignForm
    }
    if let origin = headers["origin"], !(inquiry.base + "/").hasPrefix(origin + "/") {
      throw .foreignForm
    }
  }

  /// How many bytes the body of a request may have: a record file of staff is larger than a form.
  func greatestBody(of request: WebRequest) -> Int {
    let isDesk = request.path.map { $0.count > 2 && $0[1] == "staff" } ?? false
    let known = try? audience(of: request)
    return isDesk && known?.audience == .staff ? 32 << 20 : RegisterServer.greatestBody
  }

  /// Who asks: the public, or staff by their token or by a browser that has shown it.
  private func audience(
    of request: WebRequest
  ) throws(WebFault) -> (audience: Audience, name: String?) {
    guard let header = request.headers["authorization"] else {
      guard staff != nil, let key = StaffSessions.key(of: request),
        let name = sessions.name(of: key)
      else { return (.public, nil) }
      return (.staff, name)
    }
    guard let staff else { throw .noStaff }
    guard staff.opens(header) else { throw .notAuthorized }
    return (.staff, nil)
  }

  /// The address under which links stand: the operator's, or the host of the request where it is known.
  private func base(of request: WebRequest) throws(WebFault) -> String {
    if let base = options.publicBase { return base }
    let host = request.headers["host"] ?? "\(options.host):\(options.port)"
    let name =
      host.hasPrefix("[")
      ? String(host.prefix { $0 != "]" }) + "]" : String(host.prefix { $0 != ":" })
    let own = options.host.contains(":") ? "[\(options.host)]" : options.host
    let known = ["localhost", "127.0.0.1", "[::1]", own] + options.allowedHosts
    guard known.contains(where: { $0.lowercased() == name.lowercased() }),
      host.allSatisfy({ $0.isASCII && !"/?#@\\ \"<>".contains($0) })
    else { throw .wrongHost(host.bounded) }
    return "http://" + host
  }
}
