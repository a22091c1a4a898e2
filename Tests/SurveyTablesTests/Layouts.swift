import CountyPacks
import Foundation
import Geodesy
import HeritageRegistry
import HeritageSQLite
import HeritageTestSupport
import LixianPack
import SurveyTables
import Tables
import Testing
import Workbooks

/// The tables of the folder `Layouts`, and the register of Lixian that they are compared with.
struct Layouts {
  let path: String
  let context: SurveyContext
  private let folder: TemporaryFolder

  /// The register of Lixian, created once for all tests that only read it.
  static let lixian = Result { try Layouts() }

  /// A register of its own.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("heritage.sqlite")
    try RegisterFile.create(at: path, from: CountyPack(PackFiles(LixianPack.files)))
    let registry = try Registry(opening: path, audience: .staff)
    context = SurveyContext(
      townships: try registry.townships(),
      outline: try registry.outlines().first { $0.kind == .county }?.area)
  }

  /// What a table of the folder says.
  func read(_ file: String, _ options: SurveyOptions = SurveyOptions()) throws -> SurveyReading {
    let url = try #require(Bundle.module.url(forResource: "Layouts", withExtension: nil))
    let bytes = [UInt8](try Data(contentsOf: url.appendingPathComponent(file)))
    return SurveyReader(options).read(try SheetFile.read(bytes, file: file), known: context)
  }

  /// What a table would change.
  func difference(of reading: SurveyReading) throws -> RegisterDifference {
    try Registry(opening: path).difference(of: reading.records)
  }
}

extension SiteRecord {
  /// What the row says, on one line; what it leaves empty is left out.
  var line: String {
    let position = site.position.map { position in
      [
        String(
          format: "%.7f %.7f", position.coordinate.longitude, position.coordinate.latitude),
        position.accuracy.map { "±\(Int($0.metres))" },
        position.method == .survey ? nil : position.method.rawValue,
      ].compactMap { $0 }.joined(separator: " ")
    }
    let period = [
      site.period.words, site.period.start.map { "\($0)…" },
      site.period.end.map { site.period.start == nil ? "…\($0)" : "\($0)" },
    ].compactMap { $0 }.joined(separator: " ").replacing("… ", with: "…")
    let present = dossier.designations.first.map {
      [$0.batch, $0.year.map(String.init), $0.officialCode].compactMap { $0 }
        .joined(separator: " ")
    }
    let names = dossier.otherNames.map { "\($0.kind.rawValue) \($0.name)" }.joined(separator: ", ")
    return [
      "\(place.row): \(site.code) \(site.nameZH)", site.nameEN,
      given.contains(.level) ? site.level.rawValue : nil, site.category?.rawValue,
      site.subcategory, present, site.township, site.village, period, position,
      site.areaSquareMetres.map { "\(Int($0)) m²" }, site.foundYear.map(String.init),
      site.excavated, names,
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " | ")
  }
}

extension RegisterDifference {
  /// What would change, a line for each relic.
  var lines: String {
    changed.map { change in
      change.code + ": "
        + change.fields.map { "\($0.field.rawValue) \($0.old ?? "–") → \($0.new ?? "–")" }
        .joined(separator: "; ")
    }
    .joined(separator: "\n")
  }
}

extension SurveyReading {
  /// The columns of the first sheet from left to right, each with what it is read as.
  var columns: String {
    (sheets.first?.columns?.columns ?? []).map { column in
      "\(column.header) = \(column.role.map { $0.key ?? "\($0)" } ?? "not read")"
    }
    .joined(separator: "\n")
  }

  /// The problems as the program prints them, a line for each.
  var text: String { lines.joined(separator: "\n") }
}
