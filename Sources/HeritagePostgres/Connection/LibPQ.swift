import CPostgres
import HeritageRegistry
import SystemLibraries

/// The functions of libpq, which is opened by the first hub that is named: a register in a file never loads it.
enum LibPQ {
  private static let opened = SystemLibrary(
    "libpq", files: ["libpq.so.5", "libpq.so"], package: "libpq5"
  ).functions(pq_functions(), pq_find)

  /// The functions.
  ///
  /// - Throws: `MissingLibrary` where libpq cannot be opened.
  static func functions() throws(MissingLibrary) -> pq_functions { try opened.get() }
}
