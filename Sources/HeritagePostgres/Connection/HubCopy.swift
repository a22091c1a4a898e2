import CPostgres

/// Rows on their way into a table by `COPY`.
struct HubCopy {
  private let connection: HubConnection
  private var buffer: [UInt8] = []

  /// How much is gathered before it is sent.
  private static let chunk = 1 << 16

  fileprivate init(_ connection: HubConnection) { self.connection = connection }

  /// Adds a row.
  mutating func append(_ values: [String?]) throws {
    for (place, value) in values.enumerated() {
      if place > 0 { buffer.append(0x09) }
      guard let value else {
        buffer += [0x5C, 0x4E]
        continue
      }
      for byte in value.utf8 {
        switch byte {
        case 0x5C: buffer += [0x5C, 0x5C]
        case 0x09: buffer += [0x5C, 0x74]
        case 0x0A: buffer += [0x5C, 0x6E]
        case 0x0D: buffer += [0x5C, 0x72]
        default: buffer.append(byte)
        }
      }
    }
    buffer.append(0x0A)
    if buffer.count >= Self.chunk { try flush() }
  }

  fileprivate mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    let sent = buffer.withUnsafeBytes {
      connection.pq.PQputCopyData(
        connection.handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
    }
    buffer.removeAll(keepingCapacity: true)
    guard sent == 1 else {
      throw HubFault(message: connection.lastWords)
    }
  }
}

extension HubConnection {
  /// Copies rows into columns of a table, in the transaction that is open.
  ///
  /// - Throws: ``HubFault`` for a row that the table refuses; what `body` throws, after which none is there.
  func copy(
    into table: String, _ columns: [String], _ body: (inout HubCopy) throws -> Void
  ) throws {
    try settle()
    let sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
    let start = HubResult(pq.PQexec(handle, sql), pq)
    try check(start)
    var copy = HubCopy(self)
    var failure: (any Error)?
    do {
      try body(&copy)
      try copy.flush()
    } catch { failure = error }
    _ = pq.PQputCopyEnd(handle, failure == nil ? nil : "given up")
    var fault: HubFault?
    while let pointer = pq.PQgetResult(handle) {
      let result = HubResult(pointer, pq)
      if result.isError, fault == nil { fault = HubFault(pointer, pq, orElse: handle) }
    }
    // Where sending failed, the server knows why.
    if let failure, !(failure is HubFault) || fault == nil { throw failure }
    if let fault { throw fault }
  }
}
