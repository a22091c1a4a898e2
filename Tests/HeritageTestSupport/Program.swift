public import Foundation

/// A program run as a process, as a user runs it.
public struct Program: Sendable {
  /// What a run left behind.
  public struct Run: Sendable {
    /// The standard output.
    public let output: String
    /// The standard error.
    public let errors: String
    /// The exit code; the number of the signal, negative, where one ended it.
    public let status: Int32
  }

  /// Where the program is.
  public let path: String

  /// A program of the system, or one with a full path.
  public init(_ path: String) { self.path = path }

  /// The command line that the package builds, beside the tests.
  public static let heritage = Program(products.appendingPathComponent("heritage").path)

  /// The folder into which the package is built.
  public static let products: URL =
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

  /// The root of the package.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - folder: Its working folder.
  ///   - environment: Its variables beside `PATH` and `HOME`; `LANG` is C.UTF-8 unless given.
  public func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [path] + arguments
    process.currentDirectoryURL = folder
    let own = ProcessInfo.processInfo.environment
    process.environment = ["LANG": "C.UTF-8"]
      .merging(own.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }) { $1 }
      .merging(environment) { $1 }
    // Files, not pipes: a long answer cannot block on a reader that waits for the other stream.
    let scratch = try TemporaryFolder()
    let (outputPath, errorPath) = (scratch.path("output"), scratch.path("errors"))
    for path in [outputPath, errorPath] {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    process.standardInput = FileHandle.nullDevice
    try Self.withSignalsUnblocked { try process.run() }
    process.waitUntilExit()
    let status = process.terminationStatus
    return Run(
      output: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: outputPath)), as: UTF8.self),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: errorPath)), as: UTF8.self),
      status: process.terminationReason == .uncaughtSignal ? -status : status)
  }

  /// Starts a process with no signal blocked: a child inherits the mask of the thread that starts it,
  /// and tests run on threads that block most.
  private static func withSignalsUnblocked(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// Runs a line of shell.
  public static func shell(
    _ line: String, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try Program("/bin/sh").run(["-c", line], in: folder, environment: environment)
  }
}
