import HeritageRegistry
import Mustache
import Synchronization
import WebFiles

/// The embedded files of the pages, by their names.
enum WebFile {
  /// The bytes of a file; empty for a name that is none.
  static func bytes(_ name: String) -> [UInt8] { all[name] ?? [] }

  /// Eight digits by which a browser tells one version of a file from another.
  static func hash(_ name: String) -> String { hashes[name] ?? "" }

  private static let all: [String: [UInt8]] = {
    let files = UnsafeBufferPointer(start: web_files(), count: web_file_count())
    return Dictionary(
      uniqueKeysWithValues: files.map { file in
        (
          String(cString: file.name),
          Array(UnsafeBufferPointer(start: file.start, count: file.count))
        )
      })
  }()
  private static let hashes = all.mapValues { String(SHA256.hex(of: $0).prefix(8)) }

  /// What all files together are known by: another program has other pages.
  static let digest = SHA256.hex(
    of: Array(hashes.sorted { $0.key < $1.key }.map { $0.key + $0.value }.joined().utf8))

  /// Names that end so.
  static func names(ending: String) -> [String] { all.keys.filter { $0.hasSuffix(ending) } }
}

/// The pages as Mustache templates, which escape whatever stands in them.
enum PageTemplates {
  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for name in WebFile.names(ending: ".mustache") {
      let text = String(decoding: WebFile.bytes(name), as: UTF8.self)
      // The tests render every one: a template that cannot be read does not leave the house.
      guard let template = try? MustacheTemplate(string: text) else { continue }
      library.register(template, named: String(name.dropLast(".mustache".count)))
    }
    return library
  }()

  /// A page.
  static func render(_ values: [String: Any], with template: String) -> String {
    library.render(values, withTemplate: template) ?? ""
  }
}
