/// Files that strangers send, by accident or on purpose: each is refused with a sentence, or read as
/// what it is, and none does harm.
public struct HostileFile: Sendable, CustomStringConvertible {
  /// Its name, which may be a lie.
  public let name: String
  /// The sentence with which it is refused; nil where it can be read, whatever comes of it.
  public let sentence: String?
  private let make: @Sendable () -> [UInt8]

  init(_ name: String, _ sentence: String?, _ make: @escaping @Sendable () -> [UInt8]) {
    (self.name, self.sentence, self.make) = (name, sentence, make)
  }

  init(_ name: String, _ sentence: String?, text: String) {
    self.init(name, sentence) { Array(text.utf8) }
  }

  /// What is in it; the same in every run.
  public var bytes: [UInt8] { make() }

  /// Its name.
  public var description: String { name }

  /// All of them.
  public static let all: [HostileFile] = kinds + texts + collections + archives + workbooks

  /// Writes all of them into a folder.
  public static func write(to folder: TemporaryFolder) throws {
    for file in all { try folder.write(bytes: file.bytes, to: file.name) }
  }
}
