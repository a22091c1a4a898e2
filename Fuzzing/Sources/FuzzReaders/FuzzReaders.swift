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
  /// The parts of a workbook: the archive, its XML, its cells.
  case xlsx
  /// A feature collection, and the area of a query.
  case geojson
  /// Coordinates as people write them, in degrees and in metres.
  case coordinates
  /// Opening hours as people write them.
  case hours
  /// The words of a period, in a table of two relics.
  case period

  /// Reads the bytes; whatever is wrong with them is an error that is thrown.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv, .xlsx:
      guard let sheets = try? SheetFile.read(bytes, file: "f") else { return }
      _ = SurveyReader(SurveyOptions(datum: .wgs84)).read(sheets, known: SurveyContext())
    case .geojson:
      _ = try? Sheet(geoJSON: bytes, file: "f")
      _ = try? GeoJSONGeometry(Data(bytes))
    case .coordinates:
      let text = String(decoding: bytes, as: UTF8.self)
      let halves = text.split(separator: "\n", maxSplits: 1).map(String.init)
      for datum in [Datum.wgs84, .cgcs2000] {
        let parser = CoordinateParser(datum)
        _ = try? parser.parse(text)
        if halves.count == 2 { _ = try? parser.parse(longitude: halves[0], latitude: halves[1]) }
      }
    case .hours: _ = try? OpeningHours(text: String(decoding: bytes, as: UTF8.self))
    case .period:
      let words = String(decoding: bytes, as: UTF8.self)
      let rows = [["编号", "名称", "年代"], ["1", "甲遗址", words]].enumerated().map { number, cells in
        Sheet.Row(number: number + 1, cells: cells.map { .text($0) })
      }
      _ = SurveyReader().read([Sheet(file: "f", rows: rows)], known: SurveyContext())
    }
  }

  static let chosen =
    FuzzedReader(rawValue: ProcessInfo.processInfo.environment["FUZZ_READER"] ?? "") ?? .csv
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzedReader.chosen.read(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
