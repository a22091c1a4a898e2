import HeritageRegistry
import Words

/// A request with what has been decided about it before any page is made: who asks, in which language, of
/// which state of the register, and under which address the answer's links stand.
struct Inquiry: Sendable {
  let request: WebRequest
  /// The register as the asker may see it.
  let registry: Registry
  /// What the register's file is known by at this moment.
  let version: String
  /// The language of sentences and labels.
  let language: Language
  /// `https://host/prefix`, without a slash at its end.
  let base: String
  /// What the operator has set.
  let options: ServerOptions
  let memory: ServerMemory

  /// Whether a staff's token came with the request.
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
      let nearest = known.min {
        Self.distance($0, parameter.name) < Self.distance($1, parameter.name)
      }
      let isNear = nearest.map { Self.distance($0, parameter.name) <= 2 } ?? false
      throw .unknownParameter(parameter.name.bounded, nearest: isNear ? nearest : nil)
    }
  }

  /// How many letters have to be changed to make one word of another.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.prefix(40)), Array(b.prefix(40)))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var last = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, last + (x == y ? 0 : 1))
        (last, row[j + 1]) = (row[j + 1], next)
      }
    }
    return row[b.count]
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
