import Foundation
import HeritageServer
import Words

/// The server as a process of its own, begun by `heritage serve`, which reads the command line.
///
/// It takes one argument, the options as JSON, and prints a line with its address once it takes connections.
@main
enum HeritageServerMain {
  static func main() async {
    Allocator.prepare()
    guard CommandLine.arguments.count == 2,
      let options = try? JSONDecoder().decode(
        ServerOptions.self, from: Data(CommandLine.arguments[1].utf8))
    else {
      fail("heritage-server is begun by: heritage serve", status: 64)
    }
    do {
      let server = try RegisterServer(options)
      try await server.run { port in
        let host = options.host.contains(":") ? "[\(options.host)]" : options.host
        let address = "http://\(host):\(port)/"
        let others = options.publicURL.map { $0 + "\n" } ?? ""
        FileHandle.standardOutput.write(Data("\(address)\n\(others)".utf8))
        if options.opensBrowser { open(address) }
      }
    } catch {
      let language = Language(rawValue: options.spoken) ?? .en
      fail(
        (error as? any Cause)?.sentence.text(in: language) ?? "\(error)",
        hint: hint(for: error)?.text(in: language), status: status(of: error))
    }
  }

  /// What to do where the server cannot begin.
  private static func hint(for error: any Error) -> Sentence? {
    guard case .portTaken? = error as? ServerError else { return nil }
    return Sentence("failure.hint", ["hint": Sentence("serve.freePort")])
  }

  /// The status with which `heritage` ends for such a cause (sysexits.h).
  private static func status(of error: any Error) -> Int32 {
    switch error as? ServerError {
    case .badBaseMap?, .noSuchAddress?, .staffOfHub?: 64
    case .badTokenFile?, .openTokenFile?: 65
    case .noTokenFile?: 66
    case .cannotListen?: 74
    case .portTaken?: 75
    case nil: 1
    }
  }

  /// Opens an address in the desktop's browser; a machine without one is no fault.
  private static func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xdg-open")
    process.arguments = [address]
    try? process.run()
  }

  private static func fail(_ text: String, hint: String? = nil, status: Int32) -> Never {
    let lines = "heritage: \(text)\n" + (hint.map { "\($0)\n" } ?? "")
    FileHandle.standardError.write(Data(lines.utf8))
    exit(status)
  }
}
