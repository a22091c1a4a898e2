import Words

/// What a part of a workbook refers to (ECMA-376-2, 6.5).
final class Relationships: XMLPartReader {
  /// One reference.
  struct Target {
    /// The last word of the type: `worksheet`, `sharedStrings`.
    let kind: Substring
    /// The name of the part.
    let part: String
  }

  let root: StaticString = "Relationships"
  private let folder: Substring
  private(set) var byID: [String: Target] = [:]

  /// Reads the references of a part; `""` is the archive as a whole.
  init(of part: String, in archive: ZIPArchive) throws(WorkbookError) {
    let name = part.split(separator: "/").last ?? ""
    folder = part.dropLast(name.count)
    let file = "\(folder)_rels/\(name).rels"
    guard archive.holds(file) else { return }
    try XMLPart.read(file, in: archive, to: self)
  }

  /// The part of a kind, the first by its id.
  func part(_ kind: String) -> String? {
    byID.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.part
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    guard "Relationship" ~= name, attributes.text("TargetMode") != "External",
      let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let part = try resolve(target)
    byID[id] = Target(kind: type.split(separator: "/").last ?? "", part: part)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}

  /// A target as the name of a part, from the root of the archive.
  private func resolve(_ target: String) throws(WorkbookError) -> String {
    let target = target.replacing("\\", with: "/")
    var names = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for name in target.split(separator: "/") where name != "." {
      guard name == ".." else {
        names.append(name)
        continue
      }
      guard names.popLast() != nil else {
        throw .unreadable(reason: Sentence("workbook.partOutside", ["value": target.prefix(100)]))
      }
    }
    return names.joined(separator: "/")
  }
}
