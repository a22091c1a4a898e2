import Foundation

/// A file that takes an answer: a plain file is replaced whole, a device or a pipe is written to.
struct OutputFile {
  private let path: String

  /// A file at a path; a link there is followed.
  init(_ path: String) { self.path = path }

  /// Writes an answer.
  ///
  /// - Throws: ``Failure`` when the file cannot be written, or is a register.
  func write(_ text: String) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    let kind = attributes?[.type] as? FileAttributeType
    guard kind != .typeDirectory else {
      throw Failure("\(path) is a folder", hint: "name a file in it", status: .inputOutput)
    }
    do {
      if kind == nil || kind == .typeRegular {
        guard !isRegister(target) else {
          throw Failure(
            "\(path) is a register, and an answer would overwrite it", hint: "choose another file",
            status: .usage)
        }
        guard !InputFile.read.contains(target.path) else {
          throw Failure(
            "\(path) was read for this answer, which would overwrite it",
            hint: "choose another file", status: .usage)
        }
        try Data(text.utf8).write(to: target, options: .atomic)
      } else {
        let device = try FileHandle(forWritingTo: target)
        defer { try? device.close() }
        try device.write(contentsOf: Data(text.utf8))
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        "\(path) cannot be written", hint: "is there such a folder, with room, and is it yours?",
        status: .inputOutput)
    }
  }

  private func isRegister(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
