import CMiniZip

/// Bytes in memory as the file that minizip reads.
final class ZIPMemory {
  private let bytes: [UInt8]
  private var offset = 0

  /// A file of these bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The functions that minizip calls; they own the bytes until it closes the file.
  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passRetained(self).toOpaque()
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { opaque, _, buffer, size in
      ZIPMemory.of(opaque)?.read(into: buffer, count: Int(clamping: size)) ?? 0
    }
    functions.zwrite_file = { _, _, _, _ in 0 }
    functions.ztell64_file = { opaque, _ in UInt64(ZIPMemory.of(opaque)?.offset ?? 0) }
    functions.zseek64_file = { opaque, _, offset, origin in
      ZIPMemory.of(opaque)?.seek(offset, from: origin) == true ? 0 : -1
    }
    functions.zclose_file = { opaque, _ in
      if let opaque { Unmanaged<ZIPMemory>.fromOpaque(opaque).release() }
      return 0
    }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func of(_ opaque: UnsafeMutableRawPointer?) -> ZIPMemory? {
    opaque.map { Unmanaged<ZIPMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into buffer: UnsafeMutableRawPointer?, count: Int) -> UInt {
    let count = min(count, bytes.count - offset)
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, count > 0 else { return }
      buffer?.copyMemory(from: base + offset, byteCount: count)
    }
    offset += count
    return UInt(count)
  }

  private func seek(_ distance: UInt64, from origin: Int32) -> Bool {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_CUR: offset
      case ZLIB_FILEFUNC_SEEK_END: bytes.count
      default: 0
      }
    guard let distance = Int(exactly: distance), distance <= bytes.count - start else {
      return false
    }
    offset = start + distance
    return true
  }
}
