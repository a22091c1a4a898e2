import Glibc
import Words

/// The bytes of a file of roads: mapped, so that only what a search touches is read; or in memory.
///
/// The owner of the mapping: whoever keeps a pointer into it keeps this.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file.
  ///
  /// - Throws: ``RoadFileError/unreadable(file:reason:)``, ``RoadFileError/empty(file:)``.
  init(path: String) throws(RoadFileError) {
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else {
      throw .unreadable(file: path, reason: Sentence(systemError: errno))
    }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0 else {
      throw .unreadable(file: path, reason: Sentence(systemError: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(
        file: path,
        reason: Sentence(systemError: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL))
    }
    guard status.st_size > 0 else { throw .empty(file: path) }
    let count = Int(status.st_size)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, handle, 0), start != MAP_FAILED
    else { throw .unreadable(file: path, reason: Sentence(systemError: errno)) }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
    isMapped = true
  }

  /// Takes a copy of bytes.
  init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(source.count, 1), alignment: 64)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: copy[..<source.count])
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.deallocate()
    }
  }
}
