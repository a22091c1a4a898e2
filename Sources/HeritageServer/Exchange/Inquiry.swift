import HeritageRegistry
import Words

/// A request with what has been decided about it before any page is made: who asks, in which language, of
/// which state of the register, and under which address the answer's links stand.
struct Inquiry: Sendable {
  var request: WebRequest
  /// The register as the asker may see it.
  let registry: Registry
  /// What the state of the register is known by.
  let version: String
  /// Since when it has been in that state, as a header says it.
  let modified: String
  /// The language of sentences and labels.
  let language: Language
  /// `https://host/prefix`, without a slash at its end.
  let base: String
  /// What the operator has set.
  let options: ServerOptions
  let memory: ServerMemory
  /// The collections that mapping tools are offered.
  let collections: [FeatureCollection]
  /// The register for answers that are sent in pieces.
  let stream: Stream

  /// A register on connections of its own, so that slow downloads keep no page waiting.
  struct Stream: Sendable {
    /// Runs a reading with it, and with the question whether what was read so far is still of one state.
    let reading:
      @Sendable (_ body: (Registry, _ isCurrent: () throws -> Bool) throws -> Void) throws -> Void
  }

  /// A writer has changed the register while an answer was sent.
  struct StateHasChanged: Error {}
  /// Who of the staff asks, where a browser is signed in; nil for a token without a name, and for the public.
  var staffName: String?

  /// The survey that staff review; nil where the operator has laid none beside the register.
  var survey: SurveyDesk?

  /// The roads on which tours are planned; nil for none.
  var roads: ServedRoads?

  /// Whether a staff's token, or a browser that showed one, came with the request.
  var isStaff: Bool { registry.audience == .staff }

  /// A text in the language of the asker.
  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The text of labels in the language of the asker.
  func say(_ labels: Labels) -> String { labels[language] }

  /// The format that is asked for.
  func format(of offered: [MediaType]) throws(WebFault) -> MediaType {
    try MediaType.chosen(by: request, from: offered)
  }

  /// Refuses parameters that a path does not know, and names the one that was perhaps meant.
  func check(parameters known: [String]) throws(WebFault) {
    for parameter in request.parameters where !known.contains(parameter.name) {
      let name = String(parameter.name.prefix(40))
      let nearest = known.map { (distance: EditDistance.between($0, name), name: $0) }
        .min { $0.distance < $1.distance }
      throw .unknownParameter(
        parameter.name.bounded, nearest: nearest.flatMap { $0.distance <= 2 ? $0.name : nil })
    }
  }

  /// The language that a request asks for: `lang=` before `Accept-Language`, Chinese where neither says.
  static func language(of request: WebRequest) throws(WebFault) -> Language {
    if let text = request.text(of: "lang") {
      guard let language = Language(rawValue: text) else {
        throw .badParameter("lang", text: text.bounded, reason: Sentence("web.reason.language"))
      }
      return language
    }
    var best: (quality: Double, language: Language) = (0, .zh)
    for range in AcceptedRange.list(in: request.headers["accept-language"] ?? "") {
      guard let language = Language(rawValue: String(range.name.prefix(2))),
        range.quality > best.quality
      else { continue }
      best = (range.quality, language)
    }
    return best.language
  }
}

extension String {
  /// A text of a stranger, short enough to be repeated in an answer.
  var bounded: String { count > 80 ? prefix(80) + "…" : self }
}
