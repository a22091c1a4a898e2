import Foundation
import HeritageRegistry
import Words

/// A file for staff with positions that the public may not see: its name should say so too, for a name goes
/// along where nobody opens the file.
enum InternalFile {
  /// What to say of a file whose name does not say that it is internal; nil for any other.
  ///
  /// - Parameter count: How many positions it holds of which the public sees less.
  static func remark(on path: String?, holding count: Int) -> Sentence? {
    guard let path, count > 0 else { return nil }
    let name = URL(fileURLWithPath: path).lastPathComponent.lowercased()
    guard !["内部", "內部", "internal"].contains(where: name.contains) else { return nil }
    return Sentence("export.internalName", ["path": path, "count": count])
  }

  /// How many relics of an answer stand where the public does not see them.
  static func count(_ sites: some Sequence<Site>, for audience: Audience) -> Int {
    audience == .public ? 0 : sites.count { $0.disclosure != .open && $0.position != nil }
  }
}
