import Foundation
import HeritageRegistry
import SurveyTables
import Words

/// Rows that are left out.
extension ImportSteps {
  /// Where the rows that are left out go, by the files' names; none without `--skip-bad`.
  ///
  /// - Throws: ``Failure`` where a file stands already, and where two files would be one.
  func rejectsPaths(_ files: [ImportedFile]) throws -> [String: String] {
    guard command.skipBad else { return [:] }
    let report = command.report.map(Self.resolved)
    return try files.reduce(into: [:]) { paths, file in
      let url = URL(fileURLWithPath: file.path == "-" ? "standard-input" : file.path)
      let path =
        command.rejects ?? url.deletingPathExtension().path + ".rejects"
        + (file.isWorkbook ? ".xlsx" : ".csv")
      guard command.rejects != nil || !FileManager.default.fileExists(atPath: path) else {
        throw Failure(
          Sentence("import.rejectsExist", ["path": path]),
          hint: Sentence("advice.otherRejects"),
          status: .failed)
      }
      if let other = paths.first(where: { Self.resolved($0.value) == Self.resolved(path) }) {
        throw Failure(
          Sentence("import.rejectsMeet", ["key": other.key, "name": file.name, "path": path]),
          hint: Sentence("advice.rejectsEach"), status: .usage)
      }
      guard Self.resolved(path) != report else {
        throw Failure(
          Sentence("import.rejectsOverReport", ["path": path]),
          hint: Sentence("advice.otherReport"), status: .usage)
      }
      paths[file.name] = path
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  func writeRejects(
    _ paths: [String: String], _ files: [ImportedFile], _ report: ImportReport
  ) throws {
    let places = Set(report.reading.rejected).union(report.difference.refused.map(\.place))
    for file in files {
      guard let path = paths[file.name], places.contains(where: { $0.file == file.name })
      else { continue }
      try RejectedRows(file: file, reading: report.reading, places: places).write(to: path)
      let count = places.count { $0.file == file.name }
      note(Sentence("import.leftOut", ["count": count, "path": path]))
    }
  }
}
