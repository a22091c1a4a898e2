import CPostgres

/// Statements that have been sent without waiting for their answers: over a line of 20 ms a hundred changes take
/// the time of a few.
struct HubQueue {
  fileprivate var count = 0
  /// The texts that were prepared on the way, which none of them is where one was refused.
  fileprivate var texts: [String] = []

  /// How many are sent before their answers are looked at: these must fit into the buffers of a socket.
  fileprivate static let limit = 200
}

extension HubConnection {
  /// Sends a statement whose rows nobody wants, and does not wait; to be called in a transaction.
  ///
  /// Statements are carried out in their order. Whatever else is asked on the connection waits for them first.
  ///
  /// - Throws: ``HubFault``, perhaps of a statement before.
  func queue(_ sql: String, _ values: [any HubValue] = []) throws {
    if sent.count == 0 { try demand(pq.PQenterPipelineMode(handle)) }
    // From here on somebody has to leave that mode.
    sent.count += 1
    let name: String
    if let known = prepared[sql] {
      name = known
    } else {
      name = newName()
      try demand(pq.PQsendPrepare(handle, name, sql, Int32(values.count), nil))
      prepared[sql] = name
      sent.texts.append(sql)
    }
    try HubStrings(values.map(\.hubText)).withPointers {
      try demand(
        pq.PQsendQueryPrepared(handle, name, Int32(values.count), $0, nil, nil, 0))
    }
    if sent.count >= HubQueue.limit { try settle() }
  }

  /// Waits for what has been sent.
  ///
  /// - Throws: ``HubFault`` of the first statement that was refused; those behind it were not carried out.
  func settle() throws {
    guard sent.count > 0 else { return }
    let texts = sent.texts
    sent = HubQueue()
    var fault: HubFault?
    if pq.PQpipelineSync(handle) == 1 {
      fault = firstFault()
      if pq.PQexitPipelineMode(handle) != 1, fault == nil { fault = HubFault(message: lastWords) }
    } else {
      fault = HubFault(message: lastWords)
    }
    guard let fault else { return }
    for text in texts { prepared[text] = nil }
    throw fault
  }

  /// Takes the answers up to the mark at the end.
  private func firstFault() -> HubFault? {
    var fault: HubFault?
    while pq.PQstatus(handle) == Int32(pq_connection_ok) {
      // A statement ends with no result; so does a connection.
      guard let pointer = pq.PQgetResult(handle) else { continue }
      let result = HubResult(pointer, pq)
      let status = Int(pq.PQresultStatus(pointer))
      if status == pq_pipeline_sync { return fault }
      if result.isError, status != pq_pipeline_aborted, fault == nil {
        fault = HubFault(pointer, pq, orElse: handle)
      }
    }
    return fault ?? HubFault(message: lastWords)
  }

  private func demand(_ done: Int32) throws {
    if done != 1 { throw HubFault(message: lastWords) }
  }
}
