import Foundation

/// Two answers of one question, and what differs.
public struct CheckComparison: Sendable {
  /// The relics and zones that differ, by code and kind, and the other members that do.
  public let changes: [String]

  /// Compares the JSON of two answers.
  public init(_ old: String, _ new: String) {
    guard old != new else {
      changes = []
      return
    }
    let (before, after) = (Self.parts(of: old), Self.parts(of: new))
    changes = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      .sorted(by: CodeOrder.isBefore)
  }

  /// The hits by code, kind and class, and the other members by name, as canonical text.
  private static func parts(of json: String) -> [String: String] {
    guard let root = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    else { return [:] }
    func text(_ value: Any) -> String {
      let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
      return (try? JSONSerialization.data(withJSONObject: value, options: options))
        .map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    var parts: [String: String] = [:]
    for (key, value) in root where key != "data_digest" {
      guard let hits = value as? [[String: Any]], key == "zones" || key == "relics" else {
        parts[key] = text(value)
        continue
      }
      for hit in hits {
        let name = ["code", "kind", "class"].compactMap { hit[$0] as? String }
          .joined(separator: " ")
        parts[name.isEmpty ? (hit["name"] as? String ?? key) : name, default: ""] += text(hit)
      }
    }
    return parts
  }
}
