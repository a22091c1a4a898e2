import Geodesy
import Tables
import Words

/// Decides the datum of a file from what was declared, what its header says and what its numbers are.
///
/// Nothing is guessed: a file that does not say its datum is refused, with what its numbers would mean.
struct DatumDecision {
  private let header: HeaderDatum
  private let kind: PairKind
  private let plots: [RawPlot]
  private let options: BoundaryOptions

  init(
    _ header: HeaderDatum, _ kind: PairKind, _ plots: [RawPlot], _ options: BoundaryOptions
  ) {
    (self.header, self.kind, self.plots, self.options) = (header, kind, plots, options)
  }

  func decided(_ remarks: inout [BoundaryNote]) throws -> DecidedDatum {
    if let datum = options.datum {
      try checkKind(datum)
      if let said = contradiction(with: datum) {
        remarks.append(
          BoundaryNote(
            Sentence("boundary.headerOverruled", ["said": said, "code": datum.code]),
            at: headerPlace))
      }
      return DecidedDatum(datum: datum, basis: .declared)
    }
    if let datum = header.datum {
      try checkKind(datum)
      return DecidedDatum(datum: datum, basis: header.basis)
    }
    guard header.isCGCS2000 else {
      throw Faults(
        header.missing ?? Sentence("boundary.noDatum"), at: headerPlace,
        cure: .declareDatum(likelyCode))
    }
    switch kind {
    case .degrees: return DecidedDatum(datum: .cgcs2000, basis: .header)
    case .grid(let prefix):
      return DecidedDatum(datum: .gaussKruger(try zone(prefix)), basis: .header)
    case .none: throw Faults(Sentence("boundary.noDatum"))
    }
  }

  private var headerPlace: BoundaryNote.Place { header.line.map { .line($0) } ?? .file }

  /// The zone of the numbers, which must be the one of the header.
  private func zone(_ prefix: Int?) throws -> GaussKruger {
    guard let number = prefix ?? header.zone else {
      throw Faults(
        Sentence("boundary.noZone"), at: headerPlace, cure: .declareDatum(nil))
    }
    if let prefix, let declared = header.zone, prefix != declared {
      throw mismatch(prefix, declared)
    }
    let width = GaussKruger.Width.three.zones.contains(number) ? GaussKruger.Width.three : .six
    if let declared = header.width, declared != width, width.zones.contains(number) {
      throw Faults(
        Sentence(
          "boundary.otherWidth",
          ["zone": number, "width": width.rawValue, "declared": declared.rawValue]),
        at: headerPlace, value: "\(number)", cure: .declareDatum("gk\(width.rawValue):\(number)"))
    }
    do throws(GaussKrugerError) {
      return try GaussKruger(zone: number, width: width)
    } catch {
      throw Faults(error.sentence, at: headerPlace, value: "\(number)", cure: .declareDatum(nil))
    }
  }

  /// The header and the numbers name two zones: where the outline would lie in each.
  private func mismatch(_ prefix: Int, _ declared: Int) -> Faults {
    func place(_ zone: Int) -> String {
      let width = GaussKruger.Width.three.zones.contains(zone) ? GaussKruger.Width.three : .six
      guard let projection = try? GaussKruger(zone: zone, width: width), let middle else {
        return "–"
      }
      let bare = middle.x - (middle.x / 1e6).rounded(.down) * 1e6
      let position = projection.position(PlaneArea.Point(x: bare, y: middle.y))
      return
        "\(DecimalText.string(position.longitude, places: 4)), \(DecimalText.string(position.latitude, places: 4))"
    }
    return Faults(
      Sentence(
        "boundary.zoneMismatch",
        [
          "declared": declared, "prefix": prefix, "there": place(declared), "here": place(prefix),
        ]),
      at: headerPlace, value: "\(declared)", cure: .declareDatum(likelyCode))
  }

  /// The middle of the box around all points, as they are written.
  private var middle: PlaneArea.Point? {
    let points = plots.flatMap(\.rings).flatMap(\.points)
    guard let first = points.first else { return nil }
    var (west, east, south, north) = (first.east, first.east, first.north, first.north)
    for point in points {
      (west, east) = (min(west, point.east), max(east, point.east))
      (south, north) = (min(south, point.north), max(north, point.north))
    }
    return PlaneArea.Point(x: (west + east) / 2, y: (south + north) / 2)
  }

  /// The code of the zone whose number stands before the eastings.
  private var likelyCode: String? {
    guard case .grid(let prefix?) = kind, let middle else { return nil }
    return GaussKruger(prefixOf: middle.x).flatMap {
      $0.zone == prefix ? Datum.gaussKruger($0).code : nil
    }
  }

  /// Refuses degrees where metres are said, and the other way round.
  private func checkKind(_ datum: Datum) throws {
    let isGrid = if case .gaussKruger = datum { true } else { false }
    guard isGrid == (kind != .degrees) else {
      throw Faults(
        Sentence("boundary.otherNumbers", ["code": datum.code, "found": kind.sentence]),
        at: plots.first?.place ?? .file, cure: .declareDatum(likelyCode))
    }
    guard case .gaussKruger(let zone) = datum, case .grid(let prefix?) = kind, prefix != zone.zone
    else { return }
    throw Faults(
      Sentence("boundary.prefixDiffers", ["prefix": prefix, "code": datum.code]),
      at: plots.first?.rings.first?.points.first?.place ?? .file, value: "\(prefix)",
      cure: .declareDatum(likelyCode))
  }

  /// What the header says, where it is something else than a datum.
  private func contradiction(with datum: Datum) -> String? {
    if let said = header.datum, header.basis == .header { return said == datum ? nil : said.code }
    guard case .gaussKruger(let zone) = datum else {
      return header.zone.map { "\($0)" }
    }
    return header.zone.flatMap { $0 == zone.zone ? nil : "\($0)" }
  }
}
