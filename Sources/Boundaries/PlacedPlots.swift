import Geodesy
import Tables
import Words

/// Plots in their datum: the numbers are told apart, the datum is decided, and rings become areas.
struct PlacedPlots {
  let datum: DecidedDatum
  let projection: GaussKruger
  let plots: [Plot]

  init(
    _ reading: inout RawReading, options: BoundaryOptions, _ remarks: inout [BoundaryNote]
  ) throws {
    guard reading.plots.contains(where: { !$0.rings.isEmpty }) else {
      throw Faults(Sentence("boundary.nothing"), cure: .say(Sentence("boundary.cureOutline")))
    }
    let corners = reading.plots.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.points.count } }
    guard corners <= options.corners else {
      throw Faults(
        Sentence("boundary.manyCorners", ["count": corners, "most": options.corners]),
        cure: .say(Sentence("boundary.cureSplit")))
    }
    try Self.putEastFirst(&reading.plots, &remarks)
    let kinds = try Self.kinds(of: reading.plots)
    datum = try DatumDecision(reading.header, kinds, reading.plots, options).decided(&remarks)
    var faults: [BoundaryNote] = []
    var found: [(RawPlot, [PlaneArea.Polygon], GaussKruger)] = []
    for plot in reading.plots {
      do {
        let (projection, rings) = try Self.placed(plot, in: datum.datum)
        found.append((plot, try RingRoles(plot, rings).polygons(&remarks), projection))
      } catch let error as Faults { faults += error.notes }
    }
    guard faults.isEmpty, let first = found.first else { throw Faults(faults) }
    projection = first.2
    plots = try found.map { raw, polygons, zone in
      let plane = PlaneArea(polygons)
      return try Plot(raw, plane: plane, shape: zone.shape(of: plane), &remarks)
    }
  }

  /// Puts the easting first where a whole plot has it second.
  static func putEastFirst(
    _ plots: inout [RawPlot], _ remarks: inout [BoundaryNote]
  ) throws {
    var faults: [BoundaryNote] = []
    for index in plots.indices {
      let points = plots[index].rings.flatMap(\.points)
      let straight = points.count { PairKind(east: $0.east, north: $0.north) != .none }
      let turned = points.count { PairKind(east: $0.north, north: $0.east) != .none }
      guard turned > straight else { continue }
      let isDegrees = points.contains { PairKind(east: $0.north, north: $0.east) == .degrees }
      remarks.append(
        BoundaryNote(
          isDegrees ? Sentence("boundary.swappedDegrees") : Sentence("boundary.swapped"),
          at: plots[index].place))
      for ring in plots[index].rings.indices {
        for point in plots[index].rings[ring].points.indices {
          let old = plots[index].rings[ring].points[point]
          plots[index].rings[ring].points[point].east = old.north
          plots[index].rings[ring].points[point].north = old.east
        }
      }
    }
    for point in plots.flatMap(\.rings).flatMap(\.points)
    where PairKind(east: point.east, north: point.north) == .none {
      faults.append(BadPair(point).note)
    }
    if !faults.isEmpty { throw Faults(faults) }
  }

  /// What the numbers are: the same in the whole file.
  static func kinds(of plots: [RawPlot]) throws -> PairKind {
    var first: PairKind?
    for point in plots.flatMap(\.rings).flatMap(\.points) {
      let kind = PairKind(east: point.east, north: point.north)
      guard let known = first else {
        first = kind
        continue
      }
      guard kind == known else {
        throw Faults(
          Sentence("boundary.otherKind", ["found": kind.sentence, "before": known.sentence]),
          at: point.place, value: BadPair.text(point.east),
          cure: .say(Sentence("boundary.cureSplitZones")))
      }
    }
    return first ?? .none
  }

  /// The rings of a plot in the plane of the zone.
  private static func placed(
    _ plot: RawPlot, in datum: Datum
  ) throws -> (GaussKruger, [PlaneArea.Ring]) {
    if case .gaussKruger(let zone) = datum {
      let rings = try plot.rings.map { ring in
        try ring.points.map { point -> PlaneArea.Point in
          do throws(GaussKrugerError) {
            let place = try zone.position(northing: point.north, easting: point.east)
            return PlaneArea.Point(x: place.easting, y: place.northing)
          } catch {
            throw Faults(error.sentence, at: point.place, value: BadPair.text(point.east))
          }
        }
      }
      return (zone, rings)
    }
    let rings = try plot.rings.map { ring in
      try ring.points.map { point -> Coordinate in
        do throws(CoordinateError) {
          return datum.wgs84(
            .degrees(try Coordinate(longitude: point.east, latitude: point.north)))
        } catch {
          throw Faults(error.sentence, at: point.place)
        }
      }
    }
    let positions = rings.flatMap(\.self)
    let middle =
      positions.isEmpty ? 0 : positions.reduce(0) { $0 + $1.longitude } / Double(positions.count)
    guard let zone = GaussKruger(nearest: middle) else {
      throw Faults(Sentence("boundary.outsideChina"), at: plot.place)
    }
    return (zone, rings.map { $0.map(zone.point) })
  }
}

extension PairKind {
  /// In words.
  var sentence: Sentence {
    switch self {
    case .grid(let prefix?): Sentence("boundary.kindZone", ["zone": prefix])
    case .grid(nil): Sentence("boundary.kindMetres")
    case .degrees: Sentence("boundary.kindDegrees")
    case .none: Sentence("boundary.kindNone")
    }
  }
}

/// A pair of numbers that is no position in China, and why.
struct BadPair {
  let note: BoundaryNote

  init(_ point: RawPoint) {
    let (east, north) = (point.east, point.north)
    let isNorthing = PairKind.northings.contains(north)
    let isEasting = PairKind.prefix(of: east) != nil || PairKind.bareEastings.contains(east)
    let isTurned = PairKind(east: north, north: east) != .none
    let cure = BoundaryNote.Cure.say(Sentence("boundary.cureRow"))
    if isTurned {
      note = BoundaryNote(
        Sentence("boundary.rowSwapped"), at: point.place,
        value: "\(Self.text(north)), \(Self.text(east))", cure: cure)
    } else if east == north {
      note = BoundaryNote(
        isNorthing
          ? Sentence("boundary.northingTwice", ["value": Self.text(east)])
          : Sentence("boundary.eastingTwice", ["value": Self.text(north)]),
        at: point.place, value: Self.text(north), cure: cure)
    } else if isEasting, !isNorthing {
      note = BoundaryNote(
        Sentence("boundary.noNorthing", ["value": Self.text(north)]), at: point.place,
        value: Self.text(north), cure: cure)
    } else if isNorthing {
      note = BoundaryNote(
        Sentence("boundary.noEasting", ["value": Self.text(east)]), at: point.place,
        value: Self.text(east), cure: cure)
    } else {
      note = BoundaryNote(
        Sentence(
          "boundary.noPlaceInChina", ["first": Self.text(north), "second": Self.text(east)]),
        at: point.place, value: "\(Self.text(north)), \(Self.text(east))", cure: cure)
    }
  }

  /// A number as a file writes it.
  static func text(_ value: Double) -> String { DecimalText.string(value, places: 9) }
}

extension Plot {
  init(
    _ raw: RawPlot, plane: PlaneArea, shape: MultiPolygon, _ remarks: inout [BoundaryNote]
  ) {
    var declared = raw.declared
    if let area = raw.declared {
      let found = area.unit(fitting: plane.squareMetres)
      declared?.fitting = found
      let metres = DecimalText.string(plane.squareMetres, places: 2)
      if area.writtenUnit != nil {
        remarks.append(
          BoundaryNote(Sentence("boundary.writtenUnit"), at: area.place, value: area.text))
      }
      switch (found, area.writtenUnit ?? .hectares) {
      case (nil, let unit):
        remarks.append(
          BoundaryNote(
            Sentence(
              "boundary.areaDiffers",
              ["text": area.text, "unit": unit.sentence, "computed": metres]),
            at: area.place, value: area.text, cure: .say(Sentence("boundary.cureArea"))))
      case (let found?, let unit) where found != unit:
        remarks.append(
          BoundaryNote(
            Sentence("boundary.areaFits", ["found": found.sentence, "said": unit.sentence]),
            at: area.place, value: area.text))
      default: break
      }
    }
    (number, name, properties) = (raw.number, raw.name, raw.properties)
    (self.declared, self.plane, self.shape, place) = (declared, plane, shape, raw.place)
  }
}
