import ArgumentParser
import Foundation
import HeritageRegistry
import SurveyTables
import Words

/// Rows that are left out, and files that stand already.
extension ImportSteps {
  /// Where the rows that are left out go, by the files' names; none without `--skip-bad`.
  ///
  /// - Throws: ``Failure`` where a file stands already, where two files would be one, and where the ending of
  ///   `--rejects` is that of another kind of file.
  func rejectsPaths(_ files: [ImportedFile]) throws -> [String: String] {
    guard command.skipBad else { return [:] }
    let report = command.report.map(Self.resolved)
    return try files.reduce(into: [:]) { paths, file in
      let url = URL(fileURLWithPath: file.path == "-" ? "standard-input" : file.path)
      let path =
        command.rejects ?? url.deletingPathExtension().path + ".rejects."
        + (file.kind.endings.first ?? "csv")
      let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
      guard !KnownEndings.all.contains(ending) || file.kind.endings.contains(ending) else {
        throw Failure(
          Sentence(
            "import.rejectsEnding",
            ["path": path, "name": file.name, "endings": file.kind.endings.map { "." + $0 }]),
          hint: Sentence("advice.rejectsEnding"), status: .usage)
      }
      try refuseStanding(path, hint: Sentence("advice.otherRejects"))
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

  /// - Throws: ``Failure`` where the file for the report stands already.
  func refuseStandingReport() throws {
    guard let report = command.report else { return }
    try refuseStanding(report, hint: Sentence("advice.otherReportFile"))
  }

  /// A device is written to, and nothing of it is lost.
  private func refuseStanding(_ path: String, hint: Sentence) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: Self.resolved(path))
    guard attributes?[.type] as? FileAttributeType == .typeRegular, !command.force else { return }
    throw Failure(Sentence("import.fileExists", ["path": path]), hint: hint, status: .failed)
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
