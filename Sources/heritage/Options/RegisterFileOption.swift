import ArgumentParser

/// Which file is the register.
struct RegisterFileOption: ParsableArguments {
  @Option(help: .help("register.db", value: "file"), completion: .file(extensions: ["sqlite"]))
  var db: String?

  /// The path of the register.
  var path: String { Self.path(db) }

  /// The path of a register that is named, or of the one that is meant where none is.
  static func path(_ named: String?) -> String {
    named ?? Environment["HERITAGE_DB"] ?? "heritage.sqlite"
  }
}
