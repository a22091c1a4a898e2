import Foundation
import HeritageTestSupport
import Testing

/// The server as a process, asked over a socket by programs that are not ours.
@Suite struct ServerProcessTests {
  @Test("curl gets pages, compressed where it takes that, and a stop lets an answer end")
  func curl() throws {
    try RunningServer.lixian.with { address in
      let script = """
        import gzip, json, sys, urllib.request as u
        base = sys.argv[1].rstrip('/')
        plain = u.urlopen(base + '/collections/sites/items?limit=100')
        text = plain.read()
        packed = u.urlopen(u.Request(base + '/collections/sites/items?limit=100',
          headers={'Accept-Encoding': 'gzip'}))
        body = packed.read()
        assert packed.headers['Content-Encoding'] == 'gzip' and len(body) < len(text)
        assert gzip.decompress(body) == text
        assert json.loads(text)['numberMatched'] == 38
        csv = u.urlopen(base + '/collections/sites/items?f=csv').read().decode()
        assert len(csv.splitlines()) == 39, len(csv.splitlines())
        assert u.urlopen(base + '/healthz').read() == b'ok\\n'
        print('fine')
        """
      let run = try Program("python3").run(["-c", script, address])
      #expect(run.output == "fine\n", "\(run.errors)")
    }
  }
}

/// A server of a register of its own on a free port, ended by its process id.
struct RunningServer: Sendable {
  static let lixian = RunningServer(arguments: [])
  private let arguments: [String]
  /// The address of a hub that is served; nil for the file.
  private let hub: String?
  private let prepare: (@Sendable (TemporaryFolder) throws -> Void)?

  /// - Parameter prepare: Changes the register of Lixian, `heritage.sqlite` in the folder, before it is
  ///   served.
  init(
    arguments: [String], hub: String? = nil,
    prepare: (@Sendable (TemporaryFolder) throws -> Void)? = nil
  ) {
    self.arguments = arguments
    self.hub = hub
    self.prepare = prepare
  }

  struct DidNotStart: Error { let errors: String }

  /// A server that runs.
  struct Running {
    let address: String
    let process: Process
    let folder: TemporaryFolder
  }

  /// Runs `body` while the server stands at the address.
  func with(_ body: (String) throws -> Void) throws { try run { try body($0.address) } }

  /// Runs `body` while the server runs, which `body` may end.
  func run(_ body: (Running) throws -> Void) throws {
    let folder = try TemporaryFolder()
    if let prepare {
      _ = try Program.heritage.run(["init", "-q"], in: folder.url)
      try prepare(folder)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.heritage.path)
    process.arguments =
      ["serve", "--port", "0", "--db", hub ?? folder.path("heritage.sqlite")] + arguments
    process.currentDirectoryURL = folder.url
    let (output, errors) = (Pipe(), folder.path("errors"))
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    defer {
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
    }
    var line = Data()
    while !line.contains(0x0A) {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw DidNotStart(errors: (try? folder.text("errors")) ?? "") }
      line += more
    }
    let address = String(decoding: line, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try body(Running(address: address, process: process, folder: folder))
  }
}
