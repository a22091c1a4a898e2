import Boundaries
import CQL2
import Foundation
import Geodesy
import Hours
import SurveyTables
import Tables
import Workbooks

/// A reader of what strangers write.
enum FuzzedReader: String, CaseIterable {
  /// Delimited text in any encoding, read as a survey's table.
  case csv
  /// A workbook: its archive, or the parts of one.
  case xlsx
  /// A feature collection, and the area of a query.
  case geojson
  /// Coordinates as people write them, in degrees and in metres.
  case coordinates
  /// Opening hours as people write them.
  case hours
  /// The words of a period, in a table of one relic.
  case period
  /// A file of outlines in any format, and the words of a zone.
  case outlines

  /// A filter as text or JSON, written again, and asked about a subject.
  case filter

  /// The one that the environment names; nil for none of them.
  static let chosen = ProcessInfo.processInfo.environment["FUZZ_READER"].flatMap(Self.init)

  /// Reads the bytes; whatever is wrong with them is an error that is thrown.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: survey(bytes)
    case .xlsx:
      // Of an archive hardly any change is left by its check sums, so that its parts are made instead.
      survey(bytes.starts(with: [0x50, 0x4B]) ? bytes : WorkbookParts(bytes).archive)
    case .geojson:
      survey(bytes)
      _ = try? GeoJSONDocument(Data(bytes))
    case .coordinates:
      let text = String(decoding: bytes, as: UTF8.self)
      let halves = text.split(separator: "\n", maxSplits: 1).map(String.init)
      for datum in [Datum.wgs84, .cgcs2000, (try? Datum("gk3:37")) ?? .wgs84] {
        let parser = CoordinateParser(datum)
        _ = try? parser.parse(text)
        if halves.count == 2 { _ = try? parser.parse(longitude: halves[0], latitude: halves[1]) }
      }
    case .hours:
      let hours = try? OpeningHours(text: String(decoding: bytes, as: UTF8.self))
      _ = hours?.text
    case .outlines: outlines(bytes)
    case .filter: FuzzedFilter.read(bytes)
    case .period:
      let words = String(decoding: bytes, as: UTF8.self)
      let rows = [["编号", "名称", "年代"], ["1", "甲遗址", words]].enumerated().map { number, cells in
        Sheet.Row(number: number + 1, cells: cells.map { .text($0) })
      }
      _ = SurveyReader().read([Sheet(file: "f", rows: rows)], known: SurveyContext())
    }
  }

  /// A shapefile comes with its table and its datum behind it, each after its length in eight digits.
  private func outlines(_ bytes: [UInt8]) {
    var (parts, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...])
    while parts.count < 3, let size = Int(String(decoding: rest.prefix(8), as: UTF8.self)),
      size >= 0, size <= rest.count - 8
    {
      parts.append(Array(rest.dropFirst(8).prefix(size)))
      rest = rest.dropFirst(8 + size)
    }
    let (main, table, datum) = (
      parts.first ?? bytes, parts.dropFirst().first, parts.dropFirst(2).first
    )
    for name in ["f.txt", "f.kml", "f.kmz"] {
      let source = BoundarySource(name: name, bytes: main) { ending in
        ending == "dbf" ? table : ending == "prj" ? datum : nil
      }
      for declared in [nil, try? Datum("gk3:37"), .wgs84] {
        var options = BoundaryOptions(datum: declared)
        options.corners = 20_000
        _ = try? BoundaryFile(source, options: options)
      }
    }
  }

  private func survey(_ bytes: [UInt8]) {
    guard let sheets = try? SheetFile.read(bytes, file: "f") else { return }
    _ = SurveyReader(SurveyOptions(datum: .wgs84)).read(sheets, known: SurveyContext())
  }
}
