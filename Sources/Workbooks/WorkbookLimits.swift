/// How much a workbook may hold before it is taken for an attack on the memory of the machine.
///
/// A table of 100,000 rows and 15 columns unpacks to some 100 MB, six to ten times its size, and its cells take as much.
public struct WorkbookLimits: Hashable, Sendable {
  /// The most entries of the archive.
  public var entries = 10_000
  /// The most bytes that a part may have when it is unpacked.
  public var bytesOfPart: UInt64 = 1 << 30
  /// The most bytes that all parts which are read may have.
  public var bytes: UInt64 = 2 << 30
  /// How many times larger than its packed form a part may be, beyond ``ratioFrom`` bytes.
  public var ratio: UInt64 = 200
  /// Below this many bytes a part may be packed as well as it can.
  public var ratioFrom: UInt64 = 4 << 20
  /// The most bytes that a text in a cell may have; Excel allows 32,767 characters.
  public var bytesOfCell = 1 << 20
  /// How many bytes the cells of any workbook may take in memory.
  public var memory = 32 << 20
  /// How many bytes more they may take for each byte of the file.
  public var memoryPerByte = 12

  /// The limits of the program.
  public init() {}
}
