import Foundation
import HeritageTestSupport

/// Registers that the command line made, for tests that only read them.
enum Registers {
  /// Lixian, by `heritage init`.
  static let lixian = Result { try create([]) }

  /// A county with sensitive sites.
  static let sensitive = Result {
    let folder = try TemporaryFolder()
    try SensitivePack.pack.write(to: folder)
    return try create(["--pack", folder.url.path])
  }

  /// A folder of its own with the register of Lixian, to be changed.
  static func lixianCopy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: lixian.get().path("heritage.sqlite"), toPath: folder.path("heritage.sqlite"))
    return folder
  }

  private static func create(_ arguments: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(["init"] + arguments, in: folder.url)
    guard run.status == 0 else { throw CreationFailure(errors: run.errors) }
    return folder
  }

  struct CreationFailure: Error { let errors: String }
}

/// Runs `heritage` in the folder of Lixian's register.
func heritage(
  _ arguments: String..., environment: [String: String] = [:]
) throws -> Program.Run {
  try Program.heritage.run(
    arguments, in: try Registers.lixian.get().url, environment: environment)
}

extension Program.Run {
  /// The answer as JSON.
  var json: Any {
    get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
  }

  /// The answer as an array of objects.
  var objects: [[String: Any]] {
    get throws { try json as? [[String: Any]] ?? [] }
  }

  /// The lines of the answer.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}
