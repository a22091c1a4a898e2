import Foundation
import HeritageFormats
import Words
import Workbooks

/// A file that takes an answer: a plain file is replaced whole, a device or a pipe is written to.
struct OutputFile {
  private let path: String
  private let target: URL
  private let isPlain: Bool

  /// A file at a path; a link there is followed.
  ///
  /// - Throws: ``Failure`` for a folder, a register or a file that was read for the answer.
  init(_ path: String) throws {
    self.path = path
    target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    let kind = attributes?[.type] as? FileAttributeType
    guard kind != .typeDirectory else {
      throw Failure(
        Sentence("output.isFolder", ["path": path]), hint: Sentence("output.nameFile"),
        status: .inputOutput)
    }
    isPlain = kind == nil || kind == .typeRegular
    guard !isPlain || !Self.isRegister(target) else {
      throw Failure(
        Sentence("output.isRegister", ["path": path]), hint: Sentence("output.otherFile"),
        status: .usage)
    }
    guard !isPlain || !InputFile.read.contains(target.path) else {
      throw Failure(
        Sentence("output.wasRead", ["path": path]),
        hint: Sentence("output.otherFile"), status: .usage)
    }
  }

  /// Writes an answer.
  ///
  /// - Throws: ``Failure`` when the file cannot be written; it then keeps what it had.
  func write(_ text: String) throws {
    try reporting {
      if isPlain {
        try Data(text.utf8).write(to: target, options: .atomic)
      } else {
        try withDevice { try $0.write(contentsOf: Data(text.utf8)) }
      }
    }
  }

  /// Writes a long answer piece by piece.
  ///
  /// The file gets its name when all is written; an error or ctrl-C leaves what was there.
  ///
  /// - Parameter body: Is given what takes the pieces.
  func write(_ body: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws {
    try writeFile { partial in
      let file = open(partial, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      guard file >= 0 else { throw unwritable }
      defer { close(file) }
      try body { bytes in
        var start = 0
        while start < bytes.count {
          let written = bytes[start...].withUnsafeBytes {
            Foundation.write(file, $0.baseAddress, $0.count)
          }
          guard written > 0 else {
            if errno == EINTR { continue }
            throw unwritable
          }
          start += written
        }
      }
    }
  }

  /// Lets `body` make a file at a path that it is given, and gives the file its name when it is whole.
  ///
  /// A device or a pipe is given the bytes of the file.
  func writeFile(_ body: (String) throws -> Void) throws {
    let partial = partialPath
    Interruption.remove([partial])
    unlink(partial)
    defer { unlink(partial) }
    // Libraries say less clearly why they cannot make a file.
    let probe = open(partial, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard probe >= 0 else { throw unwritable }
    close(probe)
    unlink(partial)
    do {
      try body(partial)
    } catch ExportError.unwritable(partial, let reason) {
      throw unwritable(reason)
    } catch WorkbookError.unwritable(partial, let reason) {
      throw unwritable(reason)
    }
    try reporting {
      guard isPlain else {
        return try withDevice { device in
          try Self.forEachPiece(of: partial) { try device.write(contentsOf: Data($0)) }
        }
      }
      guard rename(partial, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
  }

  /// Lets `body` make a file and writes its bytes to the standard output.
  static func writeToStandardOutput(_ body: (String) throws -> Void) throws {
    let partial = FileManager.default.temporaryDirectory
      .appendingPathComponent("heritage.partial-\(getpid())").path
    Interruption.remove([partial])
    unlink(partial)
    defer { unlink(partial) }
    try body(partial)
    try forEachPiece(of: partial) { try Terminal.write($0) }
  }

  /// Where the file is made: beside its place, or among the temporary files where that is no folder.
  private var partialPath: String {
    isPlain
      ? "\(target.path).partial-\(getpid())"
      : FileManager.default.temporaryDirectory
        .appendingPathComponent("heritage.partial-\(getpid())").path
  }

  private func withDevice(_ body: (FileHandle) throws -> Void) throws {
    let device = try FileHandle(forWritingTo: target)
    defer { try? device.close() }
    try body(device)
  }

  private static func forEachPiece(of path: String, _ body: ([UInt8]) throws -> Void) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty { try body([UInt8](piece)) }
  }

  /// Says the system's errors in a sentence that names the file.
  private func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      throw failure
    } catch {
      throw unwritable
    }
  }

  /// What is said where the file cannot be written.
  var unwritable: Failure { unwritable(nil) }

  private func unwritable(_ reason: Sentence?) -> Failure {
    let fault = Sentence("output.unwritable", ["path": path])
    return Failure(
      reason.map { Sentence("output.because", ["fault": fault, "reason": $0]) } ?? fault,
      hint: Sentence("advice.folder"), status: .inputOutput)
  }

  private static func isRegister(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 72) else { return false }
    // A GeoPackage is SQLite too, and an answer: its application id says so.
    return head.prefix(16) == Data("SQLite format 3\0".utf8)
      && head.dropFirst(68) != Data("GPKG".utf8)
  }
}
