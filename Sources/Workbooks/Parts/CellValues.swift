import Tables
import Words

/// A cell as it stands in the XML.
struct RawCell {
  let kind: String
  let style: Int
  var hasFormula = false
  var isInValue = false
  var isInline = false
  var value: [UInt8] = []

  init(kind: String, style: Int) { (self.kind, self.style) = (kind, style) }
}

/// Why a cell cannot be what it says.
struct CellFault: Error {
  let reason: Sentence
}

/// Turns what stands in the XML into what a person sees (ECMA-376-1, 18.3.1.4 and 18.18.11).
struct CellValues {
  let shared: [String]
  let formats: [NumberFormat?]
  let system: DateSystem

  /// The value of a cell.
  ///
  /// A formula has the value that was computed when the workbook was last saved; one that never was
  /// computed is a fault and not an empty cell.
  func value(of cell: RawCell, inline: TextRuns) throws(CellFault) -> Sheet.Value {
    if cell.kind == "inlineStr" { return Self.text(inline.text) }
    var text = String(decoding: cell.value, as: UTF8.self)
    if cell.kind != "str" { text = text.trimmingWhitespace }
    if text.isEmpty {
      return cell.hasFormula && cell.kind != "str" ? .fault("a formula without its value") : .empty
    }
    switch cell.kind {
    case "s":
      guard let number = Int(text), shared.indices.contains(number) else {
        throw CellFault(reason: Sentence("workbook.noSharedString", ["value": text.prefix(20)]))
      }
      return Self.text(shared[number])
    case "str": return Self.text(text.withoutExcelEscapes)
    case "b": return try flag(text)
    case "e": return .fault(text)
    case "d": return .date(Self.withoutMidnight(text))
    case "n": return try number(text, style: cell.style)
    default:
      throw CellFault(reason: Sentence("workbook.noCellKind", ["value": cell.kind.prefix(20)]))
    }
  }

  private static func text(_ text: String) -> Sheet.Value { text.isEmpty ? .empty : .text(text) }

  private func flag(_ text: String) throws(CellFault) -> Sheet.Value {
    switch text {
    case "1", "true": return .flag(true)
    case "0", "false": return .flag(false)
    default: throw CellFault(reason: Sentence("workbook.noFlag", ["value": text.prefix(20)]))
    }
  }

  private func number(_ text: String, style: Int) throws(CellFault) -> Sheet.Value {
    let isDecimal = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    guard isDecimal, let number = Double(text), number.isFinite else {
      throw CellFault(reason: Sentence("workbook.noNumber", ["value": text.prefix(40)]))
    }
    guard formats.indices.contains(style), let format = formats[style] else {
      return .number(number)
    }
    switch format {
    case .date(let format):
      return system.date(number, format).map(Sheet.Value.date) ?? .number(number)
    case .digits(let format):
      return format.text(of: number).map { .formatted(number, as: $0) } ?? .number(number)
    }
  }

  /// A day is a day, though it was written with its midnight.
  private static func withoutMidnight(_ text: String) -> String {
    guard let time = text.firstIndex(of: "T"),
      text[time...].dropFirst().allSatisfy({ "0:.Z".contains($0) })
    else { return text }
    return String(text[..<time])
  }
}
