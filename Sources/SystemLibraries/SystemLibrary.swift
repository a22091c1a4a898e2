import Glibc
public import Words

/// A library of the system that is opened by the first call that needs it.
///
/// What is linked is loaded before the first line of a program runs: SpatiaLite alone brings fifty libraries
/// and 20 ms. So the program links what every question needs, and opens the rest with `dlopen`. The
/// functions come as a C structure whose members have the types of the library's own header.
///
/// ```swift
/// let functions = SystemLibrary(
///   "libxml2", files: ["libxml2.so.2", "libxml2.so"], package: "libxml2"
/// ).functions(CXML.xml_functions(), xml_find)
/// ```
public struct SystemLibrary: Hashable, Sendable {
  /// What people call it.
  public let name: String
  /// The names of its file: the first that can be opened serves.
  public let files: [String]
  /// The Debian package that has it.
  public let package: String

  /// Names a library.
  public init(_ name: String, files: [String], package: String) {
    self.name = name
    self.files = files
    self.package = package
  }

  /// Opens the library and finds its functions; it stays open until the program ends.
  ///
  /// - Parameters:
  ///   - empty: The structure, with nothing in it yet.
  ///   - find: Fills it from the opened library; gives the name of the first function that is missing.
  /// - Returns: The functions, or why there are none.
  public func functions<Functions>(
    _ empty: Functions,
    _ find: (UnsafeMutableRawPointer, UnsafeMutablePointer<Functions>) -> UnsafePointer<CChar>?
  ) -> Result<Functions, MissingLibrary> {
    var reasons: [String] = []
    for file in files {
      guard let library = dlopen(file, RTLD_LAZY | RTLD_LOCAL) else {
        reasons.append(dlerror().map { String(cString: $0) } ?? file)
        continue
      }
      var functions = empty
      guard let missing = find(library, &functions) else { return .success(functions) }
      reasons.append("\(file): it has no \(String(cString: missing))")
    }
    return .failure(MissingLibrary(library: self, reason: reasons.first ?? "it has no file"))
  }
}

/// A library of the system that cannot be opened.
public struct MissingLibrary: Cause, Hashable, Sendable {
  /// The library.
  public let library: SystemLibrary
  /// What the system says of its file.
  public let reason: String

  /// The reason, as a sentence.
  public var sentence: Sentence {
    Sentence("library.missing", ["name": library.name, "reason": reason])
  }

  /// What the reader can do about it.
  public var hint: Sentence { Sentence("library.install", ["package": library.package]) }
}
