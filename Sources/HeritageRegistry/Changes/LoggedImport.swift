/// What a file that is imported says of itself, for the log.
public struct ImportLabel: Hashable, Sendable {
  /// The name of the file, without its folder.
  public let file: String
  /// The SHA-256 digest of its bytes, 64 hexadecimal digits: ``SHA256/hex(of:)``.
  public let sha256: String
  /// When it is imported: ISO 8601, UTC, to the second, `2026-11-23T08:15:00Z`.
  ///
  /// The library reads no clock.
  public let time: String
  /// The options of the import, as they were given; nil for none.
  public let options: String?
  /// The rows that the reader of the file rejected, of which nothing is known here.
  public let rejectedRows: Int

  /// Makes a label.
  public init(
    file: String, sha256: String, time: String, options: String? = nil, rejectedRows: Int = 0
  ) {
    self.file = file
    self.sha256 = sha256
    self.time = time
    self.options = options
    self.rejectedRows = rejectedRows
  }
}

/// An import, as the register remembers it.
public struct LoggedImport: Hashable, Sendable {
  /// Its place in the order of the imports, from 1.
  public let number: Int
  /// The name of the file.
  public let file: String
  /// The SHA-256 digest of the file, in hexadecimal.
  public let sha256: String
  /// When: ISO 8601, UTC, to the second.
  public let time: String
  /// How many relics came.
  public let newRows: Int
  /// How many relics were changed.
  public let changedRows: Int
  /// How many rows said what the register said already.
  public let unchangedRows: Int
  /// How many rows were left out.
  public let rejectedRows: Int
  /// How many stand-ins made room.
  public let leftStandIns: Int
  /// The options of the import; nil for none.
  public let options: String?

  package init(
    number: Int, file: String, sha256: String, time: String, newRows: Int, changedRows: Int,
    unchangedRows: Int, rejectedRows: Int, leftStandIns: Int, options: String? = nil
  ) {
    self.number = number
    self.file = file
    self.sha256 = sha256
    self.time = time
    self.newRows = newRows
    self.changedRows = changedRows
    self.unchangedRows = unchangedRows
    self.rejectedRows = rejectedRows
    self.leftStandIns = leftStandIns
    self.options = options
  }
}
