import ArgumentParser
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Converts coordinates between datums.
struct Convert: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: .help("convert"),
      discussion: .help("convert.discussion"))
  }

  @Argument(help: .help("convert.coordinates", value: "coordinate"))
  var coordinates: [String] = []

  @Option(help: .help("convert.from", value: "datum"))
  var from: DatumArgument

  @Option(help: .help("convert.to", value: "datum"))
  var to: DatumArgument

  @Option(help: .help("convert.columns", value: "names"))
  var columns: String?

  @Option(help: .help("convert.encoding", value: "name"))
  var encoding: EncodingArgument?

  @OptionGroup var options: OutputOptions

  func validate() throws {
    if options.chosenFormat == .geojson {
      throw ValidationError(Sentence("option.coordinatesAlone"))
    }
    if columns != nil, !coordinates.isEmpty {
      throw ValidationError(Sentence("option.columns"))
    }
    if encoding != nil, !coordinates.isEmpty {
      throw ValidationError(Sentence("option.encoding"))
    }
    if coordinates.isEmpty, isatty(0) == 1 {
      throw ValidationError(Sentence("option.noCoordinates"))
    }
  }

  func run() throws {
    let (from, to) = (try from.datum(), try to.datum())
    let input =
      coordinates.isEmpty
      ? try ConversionInput(
        csv: InputFile.bytes("-"), encoding: encoding?.encoding, columns: columns, of: from)
      : ConversionInput(arguments: coordinates)
    let added = Self.columns(of: to)
    if let taken = added.first(where: { column in input.columns.contains { $0.key == column.key } })
    {
      throw Failure(
        Sentence("convert.columnTaken", ["name": input.name, "key": taken.key]),
        hint: Sentence("convert.renameColumn"), status: .badData)
    }
    let conversion = Conversion(parser: CoordinateParser(from), target: to)
    let outcomes = input.rows.map(conversion.convert)
    // Cells that came in go out as they are.
    var options = options
    options.raw = true
    let output = Output(options: options)
    let answer = Answer(
      columns: input.columns + added,
      rows: zip(input.rows, outcomes).map { $0.cells.map(FieldValue.text) + $1.values })
    // A table rounds metres; here every decimal is wanted.
    let brief = Answer(
      columns: answer.columns,
      rows: answer.rows.map { $0.map { $0 == .null ? .null : .text($0.plainText) } })
    try output.write(answer, brief: brief)
    let outside = outcomes.count { $0.isOutside }
    if outside > 0 {
      output.note(Sentence("convert.outsideChina", ["count": outside]))
    }
    let problems = zip(input.rows, outcomes).compactMap { row, outcome in
      outcome.fault.map {
        ImportProblem(
          severity: .error, file: input.name, line: row.number, column: row.column,
          value: row.verbatim, rule: $0)
      }
    }
    guard problems.isEmpty else {
      throw Failure(
        Sentence("convert.failed", ["failed": problems.count, "count": input.rows.count]),
        hint: Sentence("convert.writeSo"),
        status: .badData, problems: problems)
    }
  }

  /// The columns that a datum adds: its name, then what each number is.
  private static func columns(of datum: Datum) -> [Answer.Column] {
    let name = datum.code.replacing(":", with: "_")
    let numbers =
      if case .gaussKruger = datum {
        [
          Answer.Column(
            "\(name)_x_m", zh: "X(北，m)", en: "X, north (m)", isNumber: true),
          Answer.Column(
            "\(name)_y_m", zh: "Y(东，含带号，m)", en: "Y, east with zone (m)", isNumber: true),
        ]
      } else {
        [
          Answer.Column("\(name)_lon", zh: "经度(°)", en: "Longitude (°)", isNumber: true),
          Answer.Column("\(name)_lat", zh: "纬度(°)", en: "Latitude (°)", isNumber: true),
        ]
      }
    return numbers + [Answer.Column("\(name)_remark", zh: "说明", en: "Remark")]
  }
}

/// One coordinate from one datum to another.
private struct Conversion {
  let parser: CoordinateParser
  let target: Datum

  /// What became of one row.
  struct Outcome {
    /// The values of the added columns.
    let values: [FieldValue]
    /// Why there are none.
    var fault: Sentence?
    /// Whether a shift does not apply, since the position lies outside China.
    var isOutside = false
  }

  func convert(_ row: ConversionInput.Row) -> Outcome {
    do throws(CoordinateTextError) {
      let written =
        switch row.text {
        case .both(let text): try parser.parse(text)
        case .two(let first, let second): try parser.parse(longitude: first, latitude: second)
        }
      return outcome(written)
    } catch {
      return failed(error.sentence)
    }
  }

  private func outcome(_ written: WrittenCoordinate) -> Outcome {
    // Numbers that are wanted as they came are not sent through WGS 84 and back.
    guard written.datum != target else { return outcome(written.position, at: written.wgs84) }
    let wgs84 = written.wgs84
    do throws(GaussKrugerError) {
      return outcome(try target.position(of: wgs84), at: wgs84)
    } catch {
      return failed(error.sentence)
    }
  }

  private func outcome(_ position: Datum.Position, at wgs84: Coordinate) -> Outcome {
    let numbers: [FieldValue] =
      switch position {
      case .degrees(let degrees):
        [.decimal(degrees.longitude, places: 7), .decimal(degrees.latitude, places: 7)]
      case .grid(let grid):
        [.decimal(grid.northing, places: 3), .decimal(grid.prefixedEasting, places: 3)]
      }
    let isOutside = parser.datum.leavesUnshifted(wgs84) || target.leavesUnshifted(wgs84)
    return Outcome(
      values: numbers + [isOutside ? .said(Sentence("convert.remarkOutsideChina")) : .null],
      isOutside: isOutside)
  }

  private func failed(_ fault: Sentence) -> Outcome {
    Outcome(values: [.null, .null, .said(fault)], fault: fault)
  }
}
