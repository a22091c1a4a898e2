import Foundation

/// A server of PostgreSQL for tests: on a socket in a folder of its own, gone when the process ends.
public final class PrivateCluster: Sendable {
  /// The folder with its socket.
  public let folder: String
  private let process: Int32

  private static let programs = "/usr/lib/postgresql/15/bin"

  /// The server of this process, started by the first test that needs it; nil where PostgreSQL 15 with PostGIS is
  /// not installed, which is said once.
  public static let shared: PrivateCluster? = {
    let isThere =
      FileManager.default.isExecutableFile(atPath: "\(programs)/initdb")
      && FileManager.default.fileExists(
        atPath: "/usr/share/postgresql/15/extension/postgis.control")
    guard isThere, let cluster = try? PrivateCluster() else {
      print("skipped: tests of the hub need postgresql-15 and postgresql-15-postgis-3")
      return nil
    }
    running = cluster
    atexit { PrivateCluster.running?.stop() }
    return cluster
  }()

  nonisolated(unsafe) private static var running: PrivateCluster?

  /// Starts a server.
  ///
  /// - Throws: What the system says where it does not start.
  public init() throws {
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "hub-\(ProcessInfo.processInfo.processIdentifier)-\(UInt16.random(in: 0...9999))"
      ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { try Self.run("/usr/bin/chown", ["postgres", folder]) }
    let data = "\(folder)/data"
    try Self.run(
      "\(Self.programs)/initdb",
      ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
    let options =
      "-c listen_addresses='' -c unix_socket_directories='\(folder)' -c fsync=off -c max_connections=60"
    try Self.run(
      "\(Self.programs)/pg_ctl",
      ["-D", data, "-l", "\(folder)/log", "-o", options, "-w", "-t", "60", "start"])
    let lines = try String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8)
    process = lines.split(separator: "\n").first.flatMap { Int32($0) } ?? 0
  }

  /// The address of a database, for a login.
  public func address(of database: String, as login: String = "postgres") -> String {
    "postgres:///\(database)?host=\(folder)&user=\(login)"
  }

  /// Makes a database.
  public func create(_ database: String, from template: String = "template0") throws {
    try Self.run(
      "\(Self.programs)/createdb",
      ["-h", folder, "-U", "postgres", "-T", template, database])
  }

  /// Runs SQL as who keeps the server, and gives what it prints.
  @discardableResult
  public func sql(_ text: String, in database: String) throws -> String {
    try Self.run(
      "\(Self.programs)/psql",
      ["-h", folder, "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-qAtc", text])
  }

  /// Ends the server, by its number, and takes its folder away.
  public func stop() {
    // An immediate shutdown: nothing of it is wanted any more.
    if process > 0 { kill(process, SIGQUIT) }
    usleep(200_000)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a program, as the user postgres where we are root, whom the server refuses.
  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let isRoot = getuid() == 0 && !program.hasSuffix("chown")
    let words =
      (isRoot ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []) + [program] + arguments
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hub-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max)).out"
    ).path
    defer { unlink(file) }
    // A file, and no `Process`: a server that goes on running holds open what it inherits, and whoever waits
    // for the end of a pipe waits for ever.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var environment = [strdup("PATH=/usr/bin:/bin"), strdup("LC_ALL=C.UTF-8"), nil]
    defer { for pointer in environment { free(pointer) } }
    var (child, status): (pid_t, Int32) = (0, 0)
    guard posix_spawn(&child, words[0], &actions, nil, &pointers, &environment) == 0 else {
      throw Failed(program: program, output: "")
    }
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    guard status == 0 else { throw Failed(program: program, output: text) }
    return text
  }

  private struct Failed: Error {
    let program: String
    let output: String
  }
}
