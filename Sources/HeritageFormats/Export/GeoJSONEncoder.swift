import Geodesy
import HeritageRegistry
import Tables

/// Relics as a FeatureCollection (RFC 7946), a feature a line, or as a sequence of features (RFC 8142).
///
/// WGS 84 longitude and latitude with at most 7 decimals, about a centimetre, unless the options name
/// another datum; there is no `crs` member (section 4); a property without a value is null. Areas come
/// before the relics. The box of a collection follows its features, since only then all have been seen.
struct GeoJSONEncoder: TextEncoder {
  private let options: ExportOptions
  private let isSequence: Bool
  private let features: FeatureEncoder
  private var box = RoundedBox()
  private var (count, unlocated, unshifted) = (0, 0, 0)

  init(_ options: ExportOptions, isSequence: Bool) {
    self.options = options
    self.isSequence = isSequence
    features = FeatureEncoder(options)
  }

  mutating func begin(_ bytes: inout [UInt8]) {
    defer { for area in options.areas { write(area, to: &bytes) } }
    guard !isSequence else { return }
    bytes.append(#"{"type":"FeatureCollection""#)
    if let notice = options.internalNotice {
      bytes.append(#","audience":"staff","notice":"#)
      bytes.append(quoting: notice)
    }
    if let credits = options.credits {
      bytes.append(#","credits":"#)
      bytes.append(quoting: credits)
    }
    bytes.append(#","features":["#)
  }

  mutating func write(_ found: DossierHit, to bytes: inout [UInt8]) throws {
    let dossier = found.dossier
    let position = try dossier.degrees(in: options.datum)
    guard position != nil || options.keepsUnlocated else { return unlocated += 1 }
    separate(&bytes)
    try features.write(found, at: position, to: &bytes)
    if isSequence { bytes.append(0x0A) }
    guard let position else { return }
    box.extend(to: position)
    if dossier.isUnshifted(in: options.datum) { unshifted += 1 }
  }

  private mutating func write(_ area: AreaFeature, to bytes: inout [UInt8]) {
    separate(&bytes)
    bytes.append(#"{"type":"Feature","id":"#)
    bytes.append(quoting: area.id)
    bytes.append(#","geometry":"#)
    JSONText.append(area.geometry, to: &bytes)
    bytes.append(#","properties":"#)
    JSONText.append(.object(area.properties), to: &bytes)
    bytes.append("}")
    if isSequence { bytes.append(0x0A) }
    for position in area.positions { box.extend(to: position) }
  }

  /// Writes what stands before a feature.
  private mutating func separate(_ bytes: inout [UInt8]) {
    if isSequence { bytes.append(0x1E) } else { bytes.append(count == 0 ? "\n" : ",\n") }
    count += 1
  }

  func end(_ bytes: inout [UInt8]) {
    guard !isSequence else { return }
    bytes.append("\n]")
    if let value = box.value {
      bytes.append(#","bbox":"#)
      JSONText.append(value, to: &bytes)
    }
    bytes.append("}\n")
  }

  var remarks: [ExportRemark] {
    var remarks = ExportRemark.list(
      .unlocated(unlocated, canBeKept: options.offersUnlocated), .unshifted(unshifted))
    if isSequence, let credits = options.credits {
      remarks.append(.noCredits(credits))
    }
    return remarks
  }
}

/// The box of positions as they are written, with 7 decimals.
struct RoundedBox: Sendable {
  private(set) var box: BoundingBox?

  /// Makes the box hold a position.
  mutating func extend(to position: Coordinate) {
    let rounded = Coordinate(
      uncheckedLongitude: DecimalText.rounded(position.longitude, places: 7),
      latitude: DecimalText.rounded(position.latitude, places: 7))
    guard let old = box else { return box = BoundingBox(containing: [rounded]) }
    guard !old.contains(rounded) else { return }
    box = BoundingBox(containing: [
      Coordinate(uncheckedLongitude: old.west, latitude: old.south),
      Coordinate(uncheckedLongitude: old.east, latitude: old.north), rounded,
    ])
  }

  /// West, south, east and north; nil where there was no position.
  var value: FieldValue? {
    box.map { box in
      .list([box.west, box.south, box.east, box.north].map { .decimal($0, places: 7) })
    }
  }
}
