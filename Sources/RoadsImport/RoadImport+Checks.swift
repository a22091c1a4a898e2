import Foundation
import Tables

/// What is refused before anything is made of it.
extension RoadImport {
  enum Kind { case map, layer }

  static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? Substring(path))
  }

  static func kind(of path: String) throws(RoadImportError) -> Kind {
    let name = name(path)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular
        || attributes[.type] as? FileAttributeType == .typeSymbolicLink,
      FileManager.default.isReadableFile(atPath: path)
    else { throw .unreadable(file: path) }
    if attributes[.size] as? Int == 0 { throw .empty(file: name) }
    let lower = name.lowercased()
    if lower.hasSuffix(".osm") || lower.hasSuffix(".pbf") {
      try checkMap(path)
      return .map
    }
    if lower.hasSuffix(".shp") || lower.hasSuffix(".gpkg") { return .layer }
    if [".gz", ".bz2", ".xz", ".zip"].contains(where: lower.hasSuffix) {
      throw .packed(file: name)
    }
    throw .unknownFormat(file: name)
  }

  /// Refuses what is no map whatever its name says, such as the page that a server sent in place of one.
  private static func checkMap(_ path: String) throws(RoadImportError) {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(file: path) }
    let head = (try? file.read(upToCount: 4096)) ?? Data()
    switch FileKind(Array(head)) {
    // A map itself is an XML document, or of no kind that is known.
    case .xml, .text, .unknown, .empty: break
    case .zip, .archive: throw .packed(file: name(path))
    case let kind: throw .notAMap(file: name(path), kind)
    }
  }

  /// Refuses a field that somebody names and no layer has: its roads would all be taken for roads of no class.
  func checkFields(_ map: [String: String]) throws(RoadImportError) {
    let layers = readings.filter { !$0.isOpenStreetMap }
    guard !layers.isEmpty else { return }
    for (role, field) in map.sorted(by: { $0.key < $1.key })
    where !layers.contains(where: { $0.fields.contains { $0.role == role } }) {
      throw .noField(
        field: field, file: layers.map(\.file).joined(separator: ", "),
        known: layers.flatMap(\.allFields))
    }
  }
}
