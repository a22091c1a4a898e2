public import HeritageRegistry
import Tables

/// Writes a format of text, some bytes at a time.
public struct TextExport: ExportWriter {
  /// The formats of text.
  public enum Format: Sendable, CaseIterable {
    /// Comma-separated values, RFC 4180.
    case csv
    /// Tab-separated values.
    case tsv
    /// An array of objects, one a line.
    case json
    /// An object a line.
    case jsonl
    /// A FeatureCollection of RFC 7946.
    case geojson
    /// A sequence of features, RFC 8142.
    case geojsonseq
    /// KML 2.2, OGC 07-147r2.
    case kml
    /// GPX 1.1.
    case gpx
  }

  /// Where the bytes go.
  public typealias Sink = ([UInt8]) throws -> Void

  private var encoder: any TextEncoder
  private let sink: Sink
  private var bytes: [UInt8] = []
  private static let piece = 1 << 18

  /// Prepares a file of a format; nothing is written yet.
  ///
  public init(_ format: Format, _ options: ExportOptions, to sink: @escaping Sink) {
    self.sink = sink
    encoder =
      switch format {
      case .csv: SeparatedEncoder(.csv, options)
      case .tsv: SeparatedEncoder(.tsv, options)
      case .json: JSONLinesEncoder(options, isArray: true)
      case .jsonl: JSONLinesEncoder(options, isArray: false)
      case .geojson: GeoJSONEncoder(options, isSequence: false)
      case .geojsonseq: GeoJSONEncoder(options, isSequence: true)
      case .kml: KMLEncoder(options)
      case .gpx: GPXEncoder(options)
      }
    bytes.reserveCapacity(Self.piece + (1 << 16))
    encoder.begin(&bytes)
  }

  /// Writes relics behind those that were written, see ``ExportWriter/write(_:)``.
  ///
  /// - Throws: ``ExportError/outsideDatum(code:reason:)``; what the sink throws.
  public mutating func write(_ found: [DossierHit]) throws {
    for found in found {
      try encoder.write(found, to: &bytes)
      if bytes.count >= Self.piece { try flush() }
    }
  }

  /// Writes what follows the last relic, see ``ExportWriter/finish()``.
  ///
  /// - Throws: What the sink throws.
  public mutating func finish() throws {
    encoder.end(&bytes)
    try flush()
  }

  /// What a reader of the file should know, see ``ExportWriter/remarks``.
  public var remarks: [ExportRemark] { encoder.remarks }

  private mutating func flush() throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Turns relics into the bytes of one format.
protocol TextEncoder {
  /// Writes what comes before the first relic.
  mutating func begin(_ bytes: inout [UInt8])
  /// Writes one relic.
  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws
  /// Writes what comes after the last.
  mutating func end(_ bytes: inout [UInt8])
  /// See ``ExportWriter/remarks``.
  var remarks: [ExportRemark] { get }
}
