import ArgumentParser
import Geodesy
import Words

/// A datum on the command line: `wgs84`, `cgcs2000`, `gcj02`, `bd09` or `gk3:37`.
struct DatumArgument: ExpressibleByArgument {
  let text: String

  init?(argument: String) { text = argument }

  static var defaultCompletionKind: CompletionKind {
    .list(["wgs84", "cgcs2000", "gcj02", "bd09", "gk3:37"])
  }

  /// The datum.
  ///
  /// - Throws: `ValidationError` for text that names none, or one that cannot be converted.
  func datum() throws -> Datum {
    do {
      return try Datum(text)
    } catch {
      throw ValidationError(error.sentence)
    }
  }
}
