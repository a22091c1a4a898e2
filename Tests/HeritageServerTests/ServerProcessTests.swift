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

/// A server that cannot begin says why, in the language of whoever starts it.
@Suite struct ServerStartTests {
  @Test(
    "A server that cannot begin says why and what to do, and ends with the status of the cause",
    arguments: [
      (["--listen", "no.such.invalid"], 64, "this machine has no address no.such.invalid"),
      (["--listen", "192.0.2.1"], 64, "this machine has no address 192.0.2.1"),
      (["--basemap", "foo"], 64, "\"foo\" is no base map; it is tianditu:KEY"),
      (["--staff-token-file", "none"], 66, "none: there is no such file"),
      (["--staff-token-file", "heritage.sqlite"], 65, "others may read it; chmod 600"),
    ])
  func refused(arguments: [String], status: Int, words: String) throws {
    let folder = try TemporaryFolder()
    _ = try Program.heritage.run(["init", "-q"], in: folder.url)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.path("heritage.sqlite"))
    let run = try Program.heritage.run(
      ["serve", "--port", "0"] + arguments, in: folder.url)
    #expect(run.status == status)
    #expect(run.errors.hasPrefix("heritage: ") && run.errors.contains(words), "\(run.errors)")
  }

  @Test("A port that is taken is named, with the way to a free one, in Chinese too")
  func taken() throws {
    try RunningServer.lixian.with { address in
      let port = String(address.split(separator: ":").last ?? "").filter(\.isNumber)
      let folder = try TemporaryFolder()
      for (language, words) in [
        (
          "en",
          [
            "port \(port) of 127.0.0.1 is taken by another program", "hint: ",
            "port 0 is one that is free",
          ]
        ),
        ("zh", ["端口 \(port) 已被别的程序占用", "提示：", "端口 0"]),
      ] {
        let run = try Program.heritage.run(
          ["serve", "--port", port, "--db", folder.path("heritage.sqlite")], in: folder.url,
          environment: ["LC_ALL": language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8"])
        #expect(run.status == 75)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
      }
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
