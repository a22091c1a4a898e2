import Tables
import Tours
import Words

extension TravelTableError {
  /// What is wrong with a table, and on which line.
  var sentence: Sentence {
    switch self {
    case .badText(let error):
      error.line.map { line in Sentence("travel.line", ["line": line, "error": error.sentence]) }
        ?? error.sentence
    case .badLine(let line, let fault):
      Sentence("travel.lineFault", ["line": line, "clause": fault.clause])
    }
  }
}

extension TravelTableError.Fault {
  fileprivate var clause: Sentence {
    switch self {
    case .empty: Sentence("travel.empty")
    case .badRow(.unclosedQuote): Sentence("travel.unclosedQuote")
    case .badRow(let error): error.sentence
    case .notFourFields(let found):
      Sentence("travel.fourFields", ["count": found])
    case .otherWidth(let found, let expected):
      Sentence("travel.otherWidth", ["count": expected, "found": found])
    case .otherHeight(let found, let codes):
      Sentence(
        "travel.otherHeight",
        ["count": found, "codes": Sentence("travel.codes", ["count": codes])])
    case .codeTwice: Sentence("travel.codeTwice")
    case .unknownCode(let code): Sentence("travel.unknownCode", ["code": code])
    case .codeMissing: Sentence("travel.codeMissing")
    case .wayTwice(let from, let to): Sentence("travel.wayTwice", ["from": from, "to": to])
    case .noNumber(""): Sentence("travel.noNumberAtAll")
    case .noNumber(let text): Sentence("travel.noNumber", ["text": text])
    }
  }
}

extension RoutingFault {
  /// What went wrong with a server.
  func sentence(_ server: String) -> Sentence {
    switch self {
    case .unknownHost(let host): unreachable(server, Sentence("server.unknownHost", ["host": host]))
    case .unreachable(let reason): unreachable(server, reason)
    case .timeout(let seconds):
      unreachable(server, Sentence("server.timeout", ["seconds": seconds]))
    case .failed(let status): Sentence("server.failed", ["server": server, "status": status])
    case .noWay(let from, let to): Sentence("server.noWay", ["from": from, "to": to])
    case .malformed(let reason): noTable(server, Sentence("server.malformed", ["reason": reason]))
    case .noJSON(let status):
      noTable(server, Sentence("server.noJSON", ["status": status]))
    case .refused(let code, let message):
      noTable(server, code + (message.map { ": \($0)" } ?? ""))
    case .otherSize(let rows, let columns):
      noTable(server, Sentence("server.otherSize", ["rows": rows, "columns": columns]))
    case .unsoundWay(let from, let to):
      noTable(server, Sentence("server.unsoundWay", ["from": from, "to": to]))
    }
  }

  private func unreachable(_ server: String, _ reason: any SentenceValue) -> Sentence {
    Sentence("server.unreachable", ["server": server, "reason": reason])
  }

  private func noTable(_ server: String, _ reason: any SentenceValue) -> Sentence {
    Sentence("server.noTable", ["server": server, "reason": reason])
  }

  /// What the reader can do about it.
  var hint: Sentence {
    switch self {
    case .unknownHost, .unreachable, .timeout:
      Sentence("advice.serverRunning")
    case .failed: Sentence("advice.askServer")
    case .noWay: Sentence("advice.skipOne")
    case .malformed, .noJSON, .refused, .otherSize, .unsoundWay:
      Sentence("advice.serverRegion")
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
  var clause: Sentence {
    switch self {
    case .noJSON: Sentence("plan.noJSON")
    case .noObject: Sentence("plan.noObject")
    case .noDays: Sentence("plan.noDays")
    case .missing(let path): Sentence("plan.missing", ["path": path])
    case .null(let path): Sentence("plan.null", ["path": path])
    case .wrongKind(let path, let kind):
      Sentence("plan.wrongKind", ["path": path, "noun": kind.noun])
    case .noTime(let path, let text): Sentence("plan.noTime", ["path": path, "text": text])
    case .unquotedTime(let path):
      Sentence("plan.unquotedTime", ["path": path])
    case .noPlace(let path):
      Sentence("plan.noPlace", ["path": path])
    case .noDate(let path, let text): Sentence("plan.noDate", ["path": path, "text": text])
    case .datesBackwards(let path, let text, let before):
      Sentence("plan.datesBackwards", ["path": path, "text": text, "before": before])
    case .unreadable(_, ""): Sentence("plan.unreadable")
    case .unreadable(let path, let reason):
      Sentence("plan.unreadablePart", ["path": path, "reason": reason])
    }
  }
}

extension PlanFault.Kind {
  fileprivate var noun: Sentence {
    switch self {
    case .text: Sentence("plan.text")
    case .number: Sentence("plan.number")
    case .list: Sentence("plan.list")
    case .object: Sentence("plan.object")
    }
  }
}
