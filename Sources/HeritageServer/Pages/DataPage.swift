import HeritageFormats
import HeritageRegistry

/// A document of the API as a page that a person can read.
struct JSONTextPage {
  let title: String
  let text: String
  var links: [(label: String, href: String)] = []

  init(title: String, bytes: [UInt8]) {
    self.title = title
    text = String(decoding: bytes, as: UTF8.self)
  }

  init(title: String, _ value: FieldValue, links: [(label: String, href: String)] = []) {
    self.title = title
    text = JSONText.pretty(value)
    self.links = links
  }
}

/// The features of a page of items as a table.
enum DataPage {
  static func response(_ page: JSONTextPage, _ inquiry: Inquiry) -> WebResponse {
    PageFrame(inquiry: inquiry).response(
      "document", title: page.title,
      [
        "lines": lines(of: page.text, inquiry),
        "links": page.links.map { ["href": $0.href, "label": $0.label] },
      ])
  }

  /// The lines of a document, in which the addresses of this server are links.
  private static func lines(of text: String, _ inquiry: Inquiry) -> [[String: String]] {
    let start = "\"" + inquiry.base + "/"
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let found = line.firstRange(of: start) else { return ["before": String(line)] }
      let quote = line.index(after: found.lowerBound)
      let address = line[quote...].prefix { $0 != "\"" }
      // What is escaped or has places to be filled in is no address.
      guard !address.contains(where: { "\\{".contains($0) }) else {
        return ["before": String(line)]
      }
      return [
        "before": String(line[..<quote]), "href": String(address),
        "after": String(line[address.endIndex...]),
      ]
    }
  }

  /// How many columns a table of a page has: those that tell features apart.
  private static let columns = 8

  static func response(
    _ page: Items.Page, of collection: FeatureCollection, _ request: ItemsRequest,
    _ inquiry: Inquiry
  ) throws -> WebResponse {
    let properties = Array(
      collection.properties.filter { request.keys?.contains($0.name) ?? true }.prefix(Self.columns))
    let relics = page.relics.map(\.dossier).map { dossier in
      properties.map { property -> [String: Any] in
        let field = SiteField(rawValue: property.name)?.definition
        let text = field?.value(of: dossier).displayText(in: inquiry.language) ?? ""
        return inquiry.marked(
          property.name == "code"
            ? ["text": text, "href": PageFrame.relic(dossier.site.code, inquiry)] : ["text": text],
          text)
      }
    }
    let shown = Set(properties.map(\.name))
    let listed = page.listed.map { feature in
      zip(collection.properties, feature.values).filter { shown.contains($0.0.name) }
        .map { value -> [String: Any] in
          let text = value.1.displayText(in: inquiry.language)
          return inquiry.marked(["text": text], text)
        }
    }
    let rows = (relics + listed).map { ["cells": $0] as [String: Any] }
    var values: [String: Any] = [
      "summary": inquiry.say(collection.summary), "rows": rows,
      "columns": properties.map { inquiry.say($0.title) },
      "formats": formats(ItemsFormat.offered(collection), inquiry),
    ]
    if let next = page.next {
      values["next"] = inquiry.base + inquiry.request.target(setting: ["cursor": next])
    }
    let count = page.matched.map { " · \($0)" } ?? ""
    return PageFrame(inquiry: inquiry).response(
      "data", title: inquiry.say(collection.title) + count, values)
  }

  /// Links to the same answer in other formats.
  static func formats(_ offered: [MediaType], _ inquiry: Inquiry) -> [[String: String]] {
    offered.filter { $0 != .html && $0 != .json }.map { format in
      [
        "label": format.rawValue,
        "href": inquiry.base
          + inquiry.request.target(setting: ["f": format.rawValue, "cursor": nil, "lang": nil]),
      ]
    }
  }
}
