import Words

/// Some features of a GeoJSON file, as they stand in it.
public enum FeatureExcerpt {
  /// A FeatureCollection of these features, each with the geometry and the properties as they were written,
  /// and of all that the file says beside its features.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the features, from 1.
  ///   - bytes: The file, from which a sheet was read before.
  ///   - file: Its name, for messages.
  ///   - encoding: The encoding, where somebody has named it.
  /// - Returns: The text in UTF-8.
  /// - Throws: ``SheetFileError`` for a file that is no JSON.
  public static func text(
    of numbers: Set<Int>, in bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(SheetFileError) -> String {
    let text = try Sheet.text(of: bytes, file: file, encoding: encoding)
    var scanner = JSONScanner(text)
    var members: [String] = []
    do {
      try scanner.enter("{")
      guard try !scanner.leaves("}", isFirst: true) else { return "{}\n" }
      repeat {
        let name = try copy(&scanner) { try $0.string() }
        try scanner.take(":")
        guard name.text == "features", scanner.peek() == 0x5B else {
          members.append(name.written + ":" + (try copy(&scanner) { try $0.skip() }).written)
          continue
        }
        var (features, number): ([String], Int) = ([], 0)
        try scanner.list { scanner in
          number += 1
          guard numbers.contains(number) else { return try scanner.skip() }
          features.append(try copy(&scanner) { try $0.skip() }.written)
        }
        members.append(name.written + ":[\n" + features.joined(separator: ",\n") + "\n]")
      } while try !scanner.leaves("}", isFirst: false)
    } catch let fault as JSONFault {
      throw SheetFileError(file: file, at: .line(scanner.line), reason: fault.sentence)
    } catch {
      throw SheetFileError(file: file, reason: Sentence(quoting: "\(error)"))
    }
    return "{" + members.joined(separator: ",\n") + "}\n"
  }

  /// What `read` makes of the next value, and the value as it was written.
  private static func copy<Value>(
    _ scanner: inout JSONScanner, _ read: (inout JSONScanner) throws -> Value
  ) throws -> (text: Value, written: String) {
    _ = scanner.peek()
    let start = scanner.index
    let value = try read(&scanner)
    return (value, String(decoding: scanner.bytes[start..<scanner.index], as: UTF8.self))
  }
}
