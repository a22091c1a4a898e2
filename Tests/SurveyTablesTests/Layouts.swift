import Foundation
import Geodesy
import HeritageRegistry
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
    try Registry.create(at: path, from: CountyPack(PackFiles(LixianPack.files)))
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

  /// What it would change.
  func difference(
    _ file: String, _ options: SurveyOptions = SurveyOptions()
  ) throws -> RegisterDifference {
    try Registry.difference(of: try read(file, options).records, to: path)
  }
}
