public import Geodesy
import Tables
import Words

/// A file of lines as it was read: a layer of roads or rivers, a shapefile or a GeoPackage.
public struct LineFile: Hashable, Sendable {
  /// The name of the file, without its folder.
  public let name: String
  /// The datum, and who says so.
  public let datum: DecidedDatum
  /// The lines, in the order of the file; never none.
  public let lines: [Line]
  /// What was read otherwise than the rule has it, and what was not read.
  public let remarks: [BoundaryNote]

  /// A feature of the layer.
  public struct Line: Hashable, Sendable {
    /// Which feature it is, from 1.
    public let number: Int
    /// Its parts, each of one position or more, on WGS 84.
    public let parts: [[Coordinate]]
    /// The fields with their values; empty ones are left out.
    public let properties: [Plot.Property]
  }

  /// Reads a shapefile or a GeoPackage by its content.
  ///
  /// - Throws: ``BoundaryError`` with every fault that was found; layers of areas are refused with the advice
  ///   which layer to ask for.
  public init(
    _ source: BoundarySource, options: BoundaryOptions = BoundaryOptions()
  ) throws(BoundaryError) {
    var remarks: [BoundaryNote] = []
    do {
      var reading =
        switch FileKind(source.bytes) {
        case .shapefile: try Shapefile(source).reading(&remarks, wantsLines: true)
        case .geoPackage: try GeoPackage(source).lines(layer: options.layer, &remarks)
        case let kind:
          throw Faults(
            Sentence("boundary.otherFile", ["kind": kind.words]),
            cure: .say(Sentence("boundary.cureLineFormats")))
        }
      guard !reading.plots.isEmpty else { throw Faults(Sentence("boundary.nothing")) }
      try PlacedPlots.putEastFirst(&reading.plots, &remarks)
      let kinds = try PlacedPlots.kinds(of: reading.plots)
      datum = try DatumDecision(reading.header, kinds, reading.plots, options).decided(&remarks)
      name = source.name
      let decided = datum.datum
      lines = try reading.plots.map { try Self.line($0, in: decided) }
      self.remarks = remarks
    } catch {
      throw BoundaryError(source.name, error, remarks: remarks)
    }
  }

  private static func line(_ plot: RawPlot, in datum: Datum) throws -> Line {
    let parts = try plot.rings.map { ring in
      try ring.points.map { point -> Coordinate in
        do {
          if case .gaussKruger(let zone) = datum {
            return try zone.position(northing: point.north, easting: point.east).geographic
          }
          return datum.wgs84(
            .degrees(try Coordinate(longitude: point.east, latitude: point.north)))
        } catch let error as any Cause {
          throw Faults(error.sentence, at: point.place, value: BadPair.text(point.east))
        }
      }
    }
    let number = if case .feature(let number) = plot.place { number } else { 0 }
    return Line(number: number, parts: parts, properties: plot.properties)
  }
}
