/// Codes that no relic has had.
extension Registry {
  /// The next free code: `LX-0039` follows `LX-0038`.
  ///
  /// It is one more than the largest number of the codes that look like most, in as many digits. Stand-ins do
  /// not count.
  ///
  /// - Complexity: O(N).
  public func nextCode() throws -> String { try nextCodes(1)[0] }

  /// The next free codes, in their order.
  ///
  /// - Parameters:
  ///   - count: How many codes.
  ///   - taken: Codes that are not free, though the register does not have them yet.
  /// - Complexity: O(N + count).
  public func nextCodes(_ count: Int, beside taken: Set<String> = []) throws -> [String] {
    try read { state in
      var series: [String: (count: Int, number: Int, digits: Int)] = [:]
      try state.forEachCode { code in
        let digits = code.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, let number = Int(code.suffix(digits)) else { return }
        let known = series[String(code.dropLast(digits))] ?? (0, 0, 0)
        series[String(code.dropLast(digits))] = (
          known.count + 1, max(known.number, number), max(known.digits, digits)
        )
      }
      let most = series.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      let prefix = most?.key ?? "R-"
      let (_, last, digits) = most?.value ?? (0, 0, 4)
      var number = last
      var codes: [String] = []
      while codes.count < count {
        number += 1
        let text = String(number)
        let code = prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
        if !taken.contains(code), try !isUsed(code, in: state) { codes.append(code) }
      }
      return codes
    }
  }

  /// Whether a relic has or had the code.
  public func isUsed(_ code: String) throws -> Bool {
    try read { try isUsed(code, in: $0) }
  }

  private func isUsed(_ code: String, in state: any RegisterState) throws -> Bool {
    if try state.id(withCode: code) != nil { return true }
    return try state.history?.relics(onceCalled: code).isEmpty == false
  }
}
