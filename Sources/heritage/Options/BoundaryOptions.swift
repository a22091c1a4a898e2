import ArgumentParser
import Boundaries
import Foundation
import Geodesy
import HeritageRegistry
import Words

/// A file of outlines, and what is said of it.
struct BoundaryFileOptions: ParsableArguments {
  @Option(help: .help("boundary.datum", value: "datum"))
  var datum: DatumArgument?

  @Option(help: .help("boundary.layer", value: "name"))
  var layer: String?

  /// Reads a file of outlines, with those that stand beside it.
  ///
  /// - Throws: ``Failure`` with every fault: its line, value, reason and cure.
  func read(_ path: String) throws -> BoundaryFile {
    try Self.read(path, BoundaryOptions(datum: try datum?.datum(), layer: layer))
  }

  /// Reads a file of outlines, with those that stand beside it.
  ///
  /// - Throws: ``Failure`` with every fault: its line, value, reason and cure.
  static func read(_ path: String, _ options: BoundaryOptions) throws -> BoundaryFile {
    let bytes = try InputFile.bytes(path)
    let name = path == "-" ? Sentence("input.standardInput").spoken : Self.name(of: path)
    let source = BoundarySource(name: name, bytes: bytes) { companion($0, of: path) }
    do throws(BoundaryError) {
      return try BoundaryFile(source, options: options)
    } catch {
      let hint = error.faults.first?.cure.map(Advice.on)
      guard error.faults.count > 1 else {
        throw Failure(
          error.sentence, hint: hint, status: .badData,
          only: error.faults.first?.problem(in: name))
      }
      throw Failure(
        Sentence("boundary.faults", ["file": name, "count": error.faults.count]), hint: hint,
        status: .badData, problems: error.faults.map { $0.problem(in: name) })
    }
  }

  private static func name(of path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }

  /// The bytes of the file beside another with an ending in whatever case.
  private static func companion(_ ending: String, of path: String) -> [UInt8]? {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let stem = url.deletingPathExtension().lastPathComponent
    let wanted = "\(stem).\(ending)".lowercased()
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path),
      let name = names.sorted().first(where: { $0.lowercased() == wanted })
    else { return nil }
    return try? InputFile.bytes(folder.appendingPathComponent(name).path)
  }
}

extension BoundaryNote {
  /// The note as a problem of a row.
  func problem(in file: String, _ severity: ImportProblem.Severity = .error) -> ImportProblem {
    let row: Int? =
      switch place {
      case .line(let line): line
      case .feature(let number): number
      case .file: nil
      }
    return ImportProblem(
      severity: severity, file: file, line: row, column: nil, value: value, rule: reason,
      suggestion: cure.map(Advice.on))
  }
}

extension Output {
  /// Says what was noted of a file of outlines.
  func note(_ remarks: [BoundaryNote], of file: String) {
    for remark in remarks { note(Sentence(quoting: remark.problem(in: file, .warning).saidLine)) }
  }
}
