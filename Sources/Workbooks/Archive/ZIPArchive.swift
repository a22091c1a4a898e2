import CMiniZip
import Words

/// A ZIP archive in memory, whose entries are unpacked one at a time, piece by piece.
///
/// What the directory says of an entry is checked when the archive is opened, and again while the
/// entry is unpacked: names, sizes, ratios and checksums may lie.
package final class ZIPArchive {
  private struct Entry {
    let name: String
    let position: unz64_file_pos
    let size: UInt64
    let packed: UInt64
    let isPlain: Bool
  }

  private let handle: unzFile
  private let limits: WorkbookLimits
  private var entries: [String: Entry] = [:]
  private var unpacked: UInt64 = 0
  private var current: (entry: Entry, read: UInt64)?

  /// Opens an archive and reads its directory.
  ///
  /// - Throws: ``WorkbookError`` for an archive that is cut off, damaged, protected or beyond the
  ///   limits, or whose names are repeated or lead out of it.
  package init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
    self.limits = limits
    var functions = ZIPMemory(bytes).functions
    guard let handle = unzOpen2_64("", &functions) else {
      throw .unreadable(reason: Sentence("workbook.noDirectory"))
    }
    self.handle = handle
    try readDirectory()
  }

  deinit {
    unzCloseCurrentFile(handle)
    unzClose(handle)
  }

  /// The names of the parts, in no order.
  package var names: [String] { entries.values.map(\.name) }

  /// Whether there is such a part; upper and lower case are the same (ECMA-376-2, 6.2.2.3).
  func holds(_ part: String) -> Bool { entries[part.lowercased()] != nil }

  private func readDirectory() throws(WorkbookError) {
    var global = unz_global_info64()
    guard unzGetGlobalInfo64(handle, &global) == UNZ_OK else { throw Self.damagedDirectory }
    guard global.number_entry <= limits.entries else {
      throw .tooLarge(reason: Sentence("workbook.tooManyEntries", ["entries": limits.entries]))
    }
    var status = unzGoToFirstFile(handle)
    for _ in 0..<global.number_entry {
      guard status == UNZ_OK else { throw Self.damagedDirectory }
      let entry = try readEntry()
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw .unreadable(reason: Sentence("workbook.repeatedEntry", ["name": entry.name]))
      }
      status = unzGoToNextFile(handle)
    }
  }

  private func readEntry() throws(WorkbookError) -> Entry {
    var info = unz_file_info64()
    var position = unz64_file_pos()
    var name = [UInt8](repeating: 0, count: 1024)
    let status = name.withUnsafeMutableBytes {
      unzGetCurrentFileInfo64(
        handle, &info, $0.baseAddress, UInt($0.count), nil, 0, nil, 0)
    }
    guard status == UNZ_OK, unzGetFilePos64(handle, &position) == UNZ_OK else {
      throw Self.damagedDirectory
    }
    guard info.size_filename < name.count else {
      throw .unreadable(
        reason: Sentence("workbook.longEntryName", ["size": Int(info.size_filename)]))
    }
    // Some writers on Windows part the names with backslashes.
    let text = String(decoding: name.prefix(Int(info.size_filename)), as: UTF8.self)
      .replacing("\\", with: "/")
    guard !text.contains("\0"), !text.hasPrefix("/"), !text.contains(":"),
      !text.split(separator: "/").contains("..")
    else {
      throw .unreadable(
        reason: Sentence("workbook.entryOutside", ["value": text.debugDescription.prefix(100)]))
    }
    guard info.flag & 1 == 0 else {
      throw .unreadable(reason: Sentence("workbook.encrypted"))
    }
    return Entry(
      name: text, position: position, size: info.uncompressed_size, packed: info.compressed_size,
      isPlain: info.compression_method == 0 || info.compression_method == UInt(Z_DEFLATED))
  }

  private static let damagedDirectory =
    WorkbookError.unreadable(reason: Sentence("workbook.damagedDirectory"))
}

/// Unpacking.
extension ZIPArchive {
  /// Begins to unpack a part.
  package func open(_ part: String) throws(WorkbookError) {
    guard let entry = entries[part.lowercased()] else {
      throw .unreadable(reason: Sentence("workbook.missingPart", ["part": part]))
    }
    guard entry.isPlain else {
      throw .damagedPart(part, line: nil, reason: Sentence("workbook.otherCompression"))
    }
    try check(entry, size: entry.size)
    var position = entry.position
    guard unzGoToFilePos64(handle, &position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw Self.damaged(entry)
    }
    current = (entry, 0)
  }

  /// Unpacks the next bytes of the part; 0 at its end.
  package func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(WorkbookError) -> Int {
    guard let (entry, before) = current else { return 0 }
    let count = Int(unzReadCurrentFile(handle, buffer, UInt32(clamping: count)))
    guard count >= 0 else { throw Self.damaged(entry) }
    unpacked += UInt64(count)
    current = (entry, before + UInt64(count))
    if count == 0 { try close() } else { try check(entry, size: before + UInt64(count)) }
    return count
  }

  /// Ends the part: its size and checksum must be what the directory says.
  func close() throws(WorkbookError) {
    guard let (entry, read) = current else { return }
    current = nil
    guard unzCloseCurrentFile(handle) == UNZ_OK, read == entry.size else {
      throw Self.damaged(entry)
    }
  }

  /// Leaves the part as it is.
  package func abandon() {
    current = nil
    unzCloseCurrentFile(handle)
  }

  private func check(_ entry: Entry, size: UInt64) throws(WorkbookError) {
    guard size <= limits.bytesOfPart, unpacked <= limits.bytes else {
      throw .tooLarge(
        reason: Sentence("workbook.largePart", ["name": entry.name, "size": Int(clamping: size)]))
    }
    guard size <= limits.ratioFrom || size / limits.ratio <= entry.packed else {
      throw .tooLarge(
        reason: Sentence("workbook.bomb", ["name": entry.name, "ratio": Int(limits.ratio)]))
    }
  }

  private static func damaged(_ entry: Entry) -> WorkbookError {
    .damagedPart(
      entry.name, line: nil, reason: Sentence("workbook.damagedBytes"))
  }
}
