import ArgumentParser
import Boundaries
import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// Reads a file of outlines, reports what it says, and converts it.
struct OutlineCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outline",
      abstract: .help("outline"),
      discussion: .help("outline.discussion"))
  }

  @Argument(help: .help("outline.file", value: "file"), completion: .file())
  var file: String

  @OptionGroup var boundary: BoundaryFileOptions
  @OptionGroup var options: OutputOptions

  func run() throws {
    let read = try boundary.read(file)
    let output = Output(options: options)
    let sheet = OutlineSheet(read)
    switch options.chosenFormat {
    case .geojson: try output.write(sheet.geoJSON)
    case .json: try output.write(sheet.json(saying: { $0.spokenValue }))
    default:
      try output.write(
        sheet.answer,
        brief: sheet.answer.selecting([
          "plot", "number", "name", "rings", "area_grid_m2", "area_ellipsoid_m2", "declared",
          "declared_unit", "datum",
        ]))
    }
    output.note(
      Sentence(
        "outline.datum",
        ["code": read.datum.datum.code, "basis": read.datum.basis.sentence]))
    output.note(read.remarks, of: read.name)
  }
}

extension BoundaryNote {
  /// The note as an object: line, value, reason and cure.
  var spokenValue: FieldValue {
    .object([
      .init("line", FieldValue(line)), .init("value", FieldValue(value)),
      .init("reason", .text(reason.spoken)),
      .init("cure", FieldValue(cure.map(Advice.on)?.spoken)),
    ])
  }
}
