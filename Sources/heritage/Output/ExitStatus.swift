/// The exit codes of the program (sysexits.h, where it has one).
enum ExitStatus: Int32 {
  /// Done; an empty answer too.
  case done = 0
  /// Failed, or an empty answer with `--fail-empty`.
  case failed = 1
  /// A check that what is known does not decide.
  case cannotSay = 3
  /// The command line is wrong.
  case usage = 64
  /// The data are wrong: not a register, a newer schema, a broken file.
  case badData = 65
  /// There is no such file, code or name.
  case noInput = 66
  /// A file cannot be read or written.
  case inputOutput = 74
  /// Another program holds the register.
  case busy = 75
  /// Stopped by the user.
  case interrupted = 130
}
