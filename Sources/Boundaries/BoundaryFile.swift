public import Geodesy
public import Words

/// A file of outlines as it was read: a project of a surveyor, zones, bodies of relics.
///
/// ```swift
/// let file = try BoundaryFile(
///   BoundarySource(name: "project.txt", bytes: bytes), options: BoundaryOptions())
/// file.plots[0].squareMetresOnGrid  // 38759.62
/// ```
public struct BoundaryFile: Hashable, Sendable {
  /// The name of the file, without its folder.
  public let name: String
  /// How it is written.
  public let format: BoundaryFormat
  /// The datum, and who says so.
  public let datum: DecidedDatum
  /// The Gauss–Krüger zone in whose plane the outlines were read, or that is nearest to them.
  public let projection: GaussKruger
  /// The plots, in the order of the file; never none.
  public let plots: [Plot]
  /// What was read otherwise than the rule has it, and what was not read.
  public let remarks: [BoundaryNote]

  /// How many remarks name parts that may be ground and were not read.
  public var unreadParts: Int { remarks.count(where: \.isUnread) }

  /// All plots as one area in the plane of ``projection``; plots that overlap are still several.
  public var plane: PlaneArea { PlaneArea(plots.flatMap(\.plane.polygons)) }

  /// Reads a file by its content, whatever its name says.
  ///
  /// - Throws: ``BoundaryError`` with every fault that was found, its line, value, reason and cure.
  /// - Complexity: Linear in the size of the file, and about n log n in the corners for the search of
  ///   crossings.
  public init(
    _ source: BoundarySource, options: BoundaryOptions = BoundaryOptions()
  ) throws(BoundaryError) {
    var remarks: [BoundaryNote] = []
    do {
      let format = try BoundaryFormat(source)
      var reading = try format.read(source, options, &remarks)
      if let layer = options.layer, format != .drawing, format != .geoPackage {
        throw Faults(Sentence("boundary.noLayers"), value: layer)
      }
      let placed = try PlacedPlots(&reading, options: options, &remarks)
      name = source.name
      self.format = format
      (datum, projection, plots) = (placed.datum, placed.projection, placed.plots)
      self.remarks = remarks
    } catch {
      throw BoundaryError(source.name, error, remarks: remarks)
    }
  }
}

/// A file with those that belong to it.
public struct BoundarySource: Sendable {
  /// The name of the file, without its folder.
  public let name: String
  /// What is in it.
  public let bytes: [UInt8]
  /// The bytes of a file beside it with the same name and another ending, such as `dbf`; nil for none.
  public let companion: @Sendable (String) -> [UInt8]?

  /// A file in memory.
  public init(
    name: String, bytes: [UInt8],
    companion: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) {
    (self.name, self.bytes, self.companion) = (name, bytes, companion)
  }
}

/// What somebody says of a file.
public struct BoundaryOptions: Hashable, Sendable {
  /// The datum, where the file does not say it or says it wrongly.
  public var datum: Datum?
  /// The layer of a drawing or of a GeoPackage.
  public var layer: String?
  /// The most corners that are read.
  public var corners = 2_000_000

  /// Nothing is said.
  public init(datum: Datum? = nil, layer: String? = nil) {
    (self.datum, self.layer) = (datum, layer)
  }
}

/// The datum of a file, and how it is known.
public struct DecidedDatum: Hashable, Sendable {
  /// The datum.
  public let datum: Datum
  /// Who says so.
  public let basis: Basis

  /// Who says so.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Whoever asked.
    case declared
    /// The header of the file: 坐标系, 带号, a `.prj`, a `crs`.
    case header
    /// The standard of the format: KML and GeoJSON are WGS 84.
    case standard

    /// In words.
    public var sentence: Sentence {
      switch self {
      case .declared: Sentence("boundary.basisDeclared")
      case .header: Sentence("boundary.basisHeader")
      case .standard: Sentence("boundary.basisStandard")
      }
    }
  }
}

/// How a file of outlines is written.
public enum BoundaryFormat: String, Hashable, Sendable, CaseIterable {
  /// 界址点坐标交换格式, the text of surveyors.
  case surveyorText = "txt"
  /// A drawing in AutoCAD's exchange format.
  case drawing = "dxf"
  /// A shapefile.
  case shapefile = "shp"
  /// Placemarks, plain or packed.
  case placemarks = "kml"
  /// GeoJSON.
  case geoJSON = "geojson"
  /// A layer of a GeoPackage.
  case geoPackage = "gpkg"
}
