import CPostgres

/// The rows of a statement, in the client's memory.
final class HubResult: Sequence {
  let pointer: OpaquePointer?
  private let pq: pq_functions
  /// How many rows there are.
  let count: Int
  /// How many columns a row has.
  let columnCount: Int

  init(_ pointer: OpaquePointer?, _ pq: pq_functions) {
    self.pointer = pointer
    self.pq = pq
    count = Int(pq.PQntuples(pointer))
    columnCount = Int(pq.PQnfields(pointer))
  }

  deinit { pq.PQclear(pointer) }

  /// Whether the server refused.
  var isError: Bool {
    guard let pointer else { return true }
    let good = [pq_command_ok, pq_tuples_ok, pq_copy_in, pq_copy_out, pq_single_tuple]
    return !good.contains(Int(pq.PQresultStatus(pointer)))
  }

  /// How many rows the statement wrote.
  var written: Int { pq.PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

  /// The row at a place.
  subscript(row: Int) -> HubRow { HubRow(result: self, row: Int32(row)) }

  /// The first row; nil for none.
  var first: HubRow? { count > 0 ? self[0] : nil }

  func makeIterator() -> some IteratorProtocol<HubRow> {
    (0..<count).lazy.map { self[$0] }.makeIterator()
  }

  /// The bytes of a column; nil for NULL.
  fileprivate func bytes(_ row: Int32, _ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    guard pq.PQgetisnull(pointer, row, column) == 0, let start = pq.PQgetvalue(pointer, row, column)
    else { return nil }
    let count = Int(pq.PQgetlength(pointer, row, column))
    return UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
  }
}

/// A row of a result.
struct HubRow {
  let result: HubResult
  let row: Int32

  /// Gives `body` the bytes of a column; nil for NULL.
  func withBytes<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Value
  ) rethrows -> Value {
    defer { withExtendedLifetime(result) {} }
    return try body(result.bytes(row, Int32(column)))
  }

  /// Whether a column is NULL.
  func isNull(_ column: Int) -> Bool { withBytes(column) { $0 == nil } }

  /// The text of a column; nil for NULL.
  func text(_ column: Int) -> String? {
    withBytes(column) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The text of a column that the schema does not let be NULL.
  func requiredText(_ column: Int) -> String { text(column) ?? "" }

  /// The whole number of a column; nil for NULL.
  func integer(_ column: Int) -> Int? { text(column).flatMap { Int($0) } }

  /// The number of a column; nil for NULL.
  func number(_ column: Int) -> Double? { text(column).flatMap { Double($0) } }

  /// The row's identity in a column.
  func id(_ column: Int) -> Int64 { Int64(integer(column) ?? 0) }

  /// Whether a column says yes.
  func flag(_ column: Int) -> Bool { text(column) == "t" }
}
