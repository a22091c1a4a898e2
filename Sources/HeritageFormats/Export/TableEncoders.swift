import Geodesy
import HeritageRegistry
import Tables

/// Relics as comma- or tab-separated values with a header of keys.
struct SeparatedEncoder: TextEncoder {
  private let fields: [SiteColumn]
  private let options: ExportOptions
  private var rows: SeparatedRows
  private var unshifted = 0

  init(_ dialect: CSVWriter.Dialect, _ options: ExportOptions) {
    self.options = options
    fields = SiteColumn.all(options)
    rows = SeparatedRows(dialect, isRaw: options.isRaw, isForExcel: options.isForExcel)
  }

  mutating func begin(_ bytes: inout [UInt8]) {
    // Excel takes a file without the byte order mark for one of the system's code page.
    if options.isForExcel { bytes.append("\u{FEFF}") }
    rows.write(header: fields.map(\.column), to: &bytes)
  }

  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    let dossier = found.dossier
    rows.write(try fields.map { try $0.value(dossier, found) }, to: &bytes)
    if dossier.isUnshifted(in: options.datum) { unshifted += 1 }
  }

  func end(_ bytes: inout [UInt8]) {}

  var remarks: [ExportRemark] {
    ExportRemark.list(.neutralised(rows.neutralised), .unshifted(unshifted))
  }
}

/// Relics as JSON, an object a line, by themselves or in an array.
struct JSONLinesEncoder: TextEncoder {
  private let members: MemberEncoder
  private let datum: Datum
  private let isArray: Bool
  private var (count, unshifted) = (0, 0)

  init(_ options: ExportOptions, isArray: Bool) {
    members = MemberEncoder(SiteColumn.all(options))
    datum = options.datum
    self.isArray = isArray
  }

  func begin(_ bytes: inout [UInt8]) {
    if isArray { bytes.append("[") }
  }

  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    if isArray { bytes.append(count == 0 ? "\n" : ",\n") }
    count += 1
    try members.write(found, to: &bytes)
    if !isArray { bytes.append(0x0A) }
    if found.dossier.isUnshifted(in: datum) { unshifted += 1 }
  }

  func end(_ bytes: inout [UInt8]) {
    if isArray { bytes.append(count == 0 ? "]\n" : "\n]\n") }
  }

  var remarks: [ExportRemark] { ExportRemark.list(.unshifted(unshifted)) }
}

/// The fields of a relic as one JSON object, whose keys are encoded once.
struct MemberEncoder: Sendable {
  /// A column is large: of each only what makes its value is kept.
  private struct Member: Sendable {
    let name: String
    let key: [UInt8]
    let value: @Sendable (Dossier, DossierHit) throws -> FieldValue
  }
  private let fields: [Member]
  private let constants: [FieldValue.Member]
  private let rest: [UInt8]

  /// Prepares the keys.
  ///
  /// - Parameter constants: Members with the same value for every relic, after its own.
  init(_ fields: [SiteColumn], constants: [FieldValue.Member] = []) {
    self.init(
      fields.map { field in
        var key: [UInt8] = []
        key.append(quoting: field.column.key)
        key.append(UInt8(ascii: ":"))
        return Member(name: field.column.key, key: key, value: field.reader)
      }, constants)
  }

  private init(_ fields: [Member], _ constants: [FieldValue.Member]) {
    (self.fields, self.constants) = (fields, constants)
    var rest: [UInt8] = fields.isEmpty ? [UInt8(ascii: "{")] : []
    for (index, constant) in constants.enumerated() {
      if index > 0 || !fields.isEmpty { rest.append(",") }
      rest.append(quoting: constant.key)
      rest.append(":")
      JSONText.append(constant.value, to: &rest)
    }
    self.rest = rest + [UInt8(ascii: "}")]
  }

  /// The same with the fields of some keys alone.
  func narrowed(to keys: Set<String>) -> MemberEncoder {
    MemberEncoder(fields.filter { keys.contains($0.name) }, constants)
  }

  /// Writes the object.
  func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    // By place: a member that is taken out of the list is counted, by each of the threads that write.
    for place in fields.indices {
      bytes.append(UInt8(ascii: place == 0 ? "{" : ","))
      bytes.append(contentsOf: fields[place].key)
      JSONText.append(try fields[place].value(found.dossier, found), to: &bytes)
    }
    bytes.append(contentsOf: rest)
  }
}
