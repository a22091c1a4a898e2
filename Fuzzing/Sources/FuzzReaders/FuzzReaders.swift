import Foundation

/// Tries the reader that `$FUZZ_READER` names with made inputs; the arguments are those of libFuzzer.
@main
struct FuzzReaders {
  static func main() {
    guard FuzzedReader.chosen != nil else {
      let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: ", ")
      FileHandle.standardError.write(Data("FUZZ_READER is none of \(names)\n".utf8))
      exit(64)
    }
    var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
    exit(
      runDriver(&count, &arguments) { bytes, count in
        FuzzedReader.chosen?.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      })
  }
}

/// The loop of libFuzzer.
///
/// Its library has a `main` too, which calls a function of a fixed name. This one is told what to call, for
/// SwiftPM gives the program's own `main` another name, and would miss it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ readOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
