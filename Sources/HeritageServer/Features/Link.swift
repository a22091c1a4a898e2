import HeritageRegistry

/// A link of an answer, always with a whole address: clients stumble over relative ones.
struct Link {
  let rel: String
  let href: String
  let type: String?
  let title: String?

  init(_ rel: String, _ href: String, _ type: MediaType? = nil, title: String? = nil) {
    self.rel = rel
    self.href = href
    self.type = type?.link
    self.title = title
  }

  /// The link as a member of a list.
  var value: FieldValue {
    var members: [FieldValue.Member] = [.init("href", .text(href)), .init("rel", .text(rel))]
    if let type { members.append(.init("type", .text(type))) }
    if let title { members.append(.init("title", .text(title))) }
    return .object(members)
  }

  /// The link as a header (RFC 8288).
  var header: String {
    var text = "<\(href)>; rel=\"\(rel)\""
    if let type { text += "; type=\"\(type)\"" }
    return text
  }
}

extension [Link] {
  var value: FieldValue { .list(map(\.value)) }
  var header: String { map(\.header).joined(separator: ", ") }
}

extension Inquiry {
  /// The address of a path of this server.
  func address(_ path: String) -> String { base + path }

  /// `self` and an `alternate` for each other format of what was asked for.
  func selfLinks(_ format: MediaType, of offered: [MediaType]) -> [Link] {
    offered.map { other in
      Link(
        other == format ? "self" : "alternate",
        base
          + (other == format && request.text(of: "f") == nil && other == offered[0]
            ? request.target : request.target(setting: ["f": other.rawValue])),
        other)
    }
  }
}

/// The relations of OGC that have no short name.
enum Relation {
  static let queryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
  static let sortables = "http://www.opengis.net/def/rel/ogc/1.0/sortables"
  static let schema = "http://www.opengis.net/def/rel/ogc/1.0/schema"
  static let functions = "http://www.opengis.net/def/rel/ogc/1.0/functions"
}
