import Tables
import Tours

extension TravelTableError {
  /// What is wrong with a table, and on which line.
  var sentence: String {
    switch self {
    case .badText(let error):
      error.line.map { "line \($0) of the travel table: \(error)" } ?? "\(error)"
    case .badLine(let line, let fault): "line \(line) of the travel table: \(fault.clause)"
    }
  }
}

extension TravelTableError.Fault {
  fileprivate var clause: String {
    switch self {
    case .empty: "the table is empty"
    case .badRow(.unclosedQuote): "a quote is not closed"
    case .badRow(let error): "\(error)"
    case .notFourFields(let found):
      "expected from,to,seconds,metres, found " + Self.count(found, "field")
    case .otherWidth(let found, let expected):
      "expected \(Self.count(expected, "field")), found \(found)"
    case .otherHeight(let found, let codes):
      "the table has \(Self.count(found, "row")) for \(Self.count(codes, "code"))"
    case .codeTwice: "a code is there twice"
    case .unknownCode(let code): "\(code) is not in the first row"
    case .codeMissing: "a code is missing"
    case .wayTwice(let from, let to): "the way from \(from) to \(to) is there twice"
    case .noNumber(let text): "\(text.isEmpty ? "nothing" : text) is no time or length"
    }
  }

  /// `1 field`, `2 fields`.
  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension RoutingFault {
  /// What went wrong with a server.
  func sentence(_ server: String) -> String {
    switch self {
    case .unknownHost(let host): unreachable(server, "no host is called \(host)")
    case .unreachable(let reason): unreachable(server, reason)
    case .timeout(let seconds): unreachable(server, "no answer within \(seconds) s")
    case .failed(let status): "the OSRM server \(server) failed with status \(status)"
    case .noWay(let from, let to): "the OSRM server knows no way from \(from) to \(to)"
    case .malformed(let reason): noTable(server, "the answer cannot be read: \(reason)")
    case .noJSON(let status):
      noTable(server, "status \(status), and no JSON of the table service")
    case .refused(let code, let message):
      noTable(server, "\(code)\(message.map { ": \($0)" } ?? "")")
    case .otherSize(let rows, let columns):
      noTable(server, "durations and distances of \(rows) × \(columns) were expected")
    case .unsoundWay(let from, let to):
      noTable(server, "the way from \(from) to \(to) has no sound length")
    }
  }

  private func unreachable(_ server: String, _ reason: String) -> String {
    "the OSRM server \(server) cannot be reached: \(reason)"
  }

  private func noTable(_ server: String, _ reason: String) -> String {
    "the OSRM server \(server) gave no travel table: \(reason)"
  }

  /// What the reader can do about it.
  var hint: String {
    switch self {
    case .unknownHost, .unreachable, .timeout:
      "is it running, and is the address right? --osrm-timeout gives it more time"
    case .failed: "ask whoever runs it, or plan without --osrm"
    case .noWay: "leave one of them out with --skip, or plan without --osrm"
    case .malformed, .noJSON, .refused, .otherSize, .unsoundWay:
      "the server has to know the region and the table service, version 5"
    }
  }

  /// The exit code.
  var status: ExitStatus {
    switch self {
    case .unknownHost, .unreachable, .timeout, .failed: .inputOutput
    case .noWay, .malformed, .noJSON, .refused, .otherSize, .unsoundWay: .badData
    }
  }
}

extension PlanFault {
  /// What is wrong with a plan, as a clause.
  var clause: String {
    switch self {
    case .noJSON: "it is not JSON"
    case .noObject: "it must be an object with a list of days"
    case .noDays: "it has no days"
    case .missing(let path): "\(path) is missing"
    case .null(let path): "\(path) is null"
    case .wrongKind(let path, let kind): "\(path) must be \(kind.noun)"
    case .noTime(let path, let text): "\(path) is no time: \(text)"
    case .unquotedTime(let path):
      "\(path) is no time: write it in quotes, as in \"09:30\""
    case .noPlace(let path):
      "\(path) is no place: write it in quotes, as in \"county-town\""
    case .noDate(let path, let text): "\(path) \(text) is no date"
    case .datesBackwards(let path, let text, let before):
      "\(path) \(text) is not after \(before)"
    case .unreadable(_, ""): "it cannot be read"
    case .unreadable(let path, let reason): "\(path) \(reason)"
    }
  }
}

extension PlanFault.Kind {
  fileprivate var noun: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
