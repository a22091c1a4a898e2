import HeritageRegistry
import Words

/// A fault as an answer: Problem Details for programs, a readable page for browsers.
enum ProblemPage {
  static func response(
    _ error: any Error, to request: WebRequest, in language: Language, _ options: ServerOptions
  ) -> WebResponse {
    let language = Routes.pageLanguage(of: request) ?? language
    let problem = Problem(error, in: language)
    var response =
      wantsPage(request)
      ? page(problem, in: language, options) : problem.response(in: language)
    if case .wrongMethod(_, let allowed)? = error as? WebFault {
      response.set("Allow", allowed.joined(separator: ", "))
    }
    if problem.status == 401 { response.set("WWW-Authenticate", "Bearer") }
    if problem.status == 503 { response.set("Retry-After", "2") }
    response.set("Cache-Control", "no-store")
    response.set("Vary", "Accept, Accept-Language, Authorization")
    response.set("Content-Language", language.rawValue)
    return response
  }

  private static func wantsPage(_ request: WebRequest) -> Bool {
    if let format = request.text(of: "f") { return format == "html" }
    let accept = request.headers["accept"] ?? ""
    return accept.contains("text/html")
  }

  /// A page that needs no register, since that may be what has failed.
  private static func page(
    _ problem: Problem, in language: Language, _ options: ServerOptions
  ) -> WebResponse {
    var values: [String: Any] = [
      "htmlLang": language == .zh ? "zh-Hans" : "en", "lang": language.rawValue,
      "root": options.publicBase ?? "",
      "register": language == .zh ? "不可移动文物" : "Cultural relics", "detail": problem.detail,
      "title": problem.title(in: language), "cssHash": WebFile.hash("register.css"),
      "jsHash": WebFile.hash("search.js"),
      "nav": PageFrame.navigation(options.publicBase ?? "", [], language),
      "w": PageFrame.words(in: language),
    ]
    if !problem.hints.isEmpty {
      values["hasHints"] = true
      values["hints"] = Array(problem.hints.prefix(20))
    }
    return WebResponse(
      problem.status, type: MediaType.html.header, PageTemplates.render(values, with: "problem"))
  }
}
