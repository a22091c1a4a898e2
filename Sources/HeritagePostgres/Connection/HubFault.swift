import CPostgres
import HeritageRegistry

/// What the server said when it refused: its code, its sentence, and what they are about.
struct HubFault: Error, CustomStringConvertible {
  /// The five characters of SQLSTATE; empty where the connection itself is gone.
  let state: String
  /// The server's sentence.
  let message: String
  /// What the server adds; empty for nothing.
  let detail: String
  /// The constraint that was broken; empty for none.
  let constraint: String

  /// Reads the fields of a result that is an error.
  init(_ result: OpaquePointer?, _ pq: pq_functions, orElse connection: OpaquePointer?) {
    func field(_ code: Int) -> String {
      result.flatMap { pq.PQresultErrorField($0, Int32(code)) }.map { String(cString: $0) } ?? ""
    }
    state = field(pq_sqlstate)
    let primary = field(pq_message)
    message =
      primary.isEmpty
      ? Self.line(pq.PQerrorMessage(connection).map { String(cString: $0) } ?? "") : primary
    detail = field(pq_detail)
    constraint = field(pq_constraint)
  }

  /// A connection that never was, or is no more.
  init(message: String) {
    (state, detail, constraint) = ("", "", "")
    self.message = Self.line(message)
  }

  var description: String { detail.isEmpty ? message : "\(message): \(detail)" }

  /// Whether the same transaction may succeed when it is made again: a deadlock, or two that cannot be put in
  /// an order (class 40).
  var isPassing: Bool { ["40001", "40P01"].contains(state) }

  /// Whether the statement was stopped, by us or by a limit of time.
  var isCancelled: Bool { state == "57014" }

  /// The value of a key that is there already: `lx-0001` of `Key (code_key)=(lx-0001) already exists`.
  private static func value(in detail: String) -> String {
    guard let start = detail.firstRange(of: ")=("), let end = detail.lastIndex(of: ")"),
      start.upperBound <= end
    else { return detail }
    return String(detail[start.upperBound..<end])
  }

  /// A text as one line, without the client's guesses, which stand behind a tabulator.
  private static func line(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter {
      !$0.hasPrefix("\t")
    }
    return lines.joined(separator: " ").replacing("  ", with: " ")
  }
}

extension HubFault {
  /// The fault in the register's words.
  ///
  /// - Parameter hub: The hub as a person names it.
  func error(of hub: String) -> any Error {
    switch state.prefix(2) {
    case _ where isCancelled && ReadingDeadline.end.map { $0 < .now } == true:
      ReadingDeadline.Passed()
    case "", "08", "28", "57", "3D": HubError.unreachable(hub: hub, reason: description)
    case "25" where state == "25P03": HubError.unreachable(hub: hub, reason: description)
    case "42" where state == "42501": HubError.notGranted(hub: hub, reason: message)
    case "23" where constraint == "relic_key_code":
      HubError.codeTaken(hub: hub, code: Self.value(in: detail), county: nil)
    case "53": HubError.full(hub: hub, reason: description)
    case "55" where state == "55P03": RegistryError.busy(path: hub)
    case "40": RegistryError.busy(path: hub)
    case "42" where state == "42P01" || state == "3F000":
      HubError.notAHub(hub: hub)
    default: HubError.refused(hub: hub, reason: description)
    }
  }
}
