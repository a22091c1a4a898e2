import Boundaries
import Geodesy
import HeritageFormats
import HeritageRegistry
import Roads
import RoadsImport
import Tables
import TourPlanner
import Words

/// What a file of roads has, as a table and as remarks.
enum RoadsReport {
  /// A row for each mode.
  static func answer(_ shares: [RoadFileWriter.Share]) -> Answer {
    Answer(
      columns: [
        Answer.Column("mode", zh: "出行方式", en: "Mode"),
        Answer.Column("length_km", zh: "道路(km)", en: "Roads (km)", isNumber: true),
        Answer.Column("connected_percent", zh: "连通(%)", en: "Connected (%)", isNumber: true),
        Answer.Column("islands", zh: "孤立片数", en: "Islands", isNumber: true),
      ],
      rows: shares.map { share in
        [
          .text(share.mode.rawValue), .decimal(share.kilometres, places: 1),
          .decimal(share.main * 100, places: 1), .integer(max(share.parts - 1, 0)),
        ]
      })
  }

  /// How much of a file was read, and of which day it is.
  static func sentence(_ reading: RoadReading) -> Sentence {
    guard let date = reading.date else {
      return Sentence(
        "roads.readUndated",
        ["file": reading.file, "used": reading.used, "ways": reading.ways])
    }
    return Sentence(
      "roads.read",
      ["file": reading.file, "used": reading.used, "ways": reading.ways, "date": date])
  }

  /// Which fields of a layer were taken to say what, or that none says how fast its roads are.
  static func fields(of reading: RoadReading) -> Sentence? {
    guard !reading.isOpenStreetMap, !reading.allFields.isEmpty else { return nil }
    guard reading.fields.contains(where: { ["class", "speed"].contains($0.role) }) else {
      return Sentence("roads.noFields", ["file": reading.file, "fields": reading.allFields])
    }
    return Sentence(
      "roads.fields",
      ["file": reading.file, "fields": reading.fields.map { "\($0.role)=\($0.name)" }])
  }

  /// In which datum a layer was read, and how far that moved every position.
  static func sentence(
    _ datum: DecidedDatum, of reading: RoadReading, in read: RoadImport
  ) -> Sentence {
    guard case .shifted(let shift) = datum.datum, let place = read.network.nodes.first?.coordinate
    else {
      return Sentence(
        "roads.datum",
        ["file": reading.file, "code": datum.datum.code, "basis": datum.basis.sentence])
    }
    return Sentence(
      "roads.moved",
      [
        "file": reading.file, "code": datum.datum.code, "basis": datum.basis.sentence,
        "metres": Int(Geodesic.distance(place, shift.shifted(place)).metres.rounded()),
      ])
  }

  /// What was done to lines.
  static func sentence(_ noding: NodingReport) -> Sentence {
    Sentence(
      "roads.noding",
      [
        "tolerance": DecimalText.string(noding.tolerance, places: 1), "joined": noding.joinedEnds,
        "near1": noding.nearEnds[0], "near2": noding.nearEnds[1], "near3": noding.nearEnds[2],
        "cut": noding.cutAtEnds, "crossings": noding.crossings, "kept": noding.keptCrossings,
        "duplicates": noding.duplicates, "stubs": noding.stubs,
      ])
  }

  /// How much does not hang together, with the largest islands.
  static func islands(_ share: RoadFileWriter.Share) -> Sentence {
    let places = share.islands.map { island in
      "\(DecimalText.string(island.place.longitude, places: 5)),"
        + "\(DecimalText.string(island.place.latitude, places: 5)) "
        + "(\(DecimalText.string(island.kilometres, places: 1)) km)"
    }
    return Sentence(
      "roads.islands",
      [
        "mode": share.mode.rawValue, "share": DecimalText.string(share.main * 100, places: 1),
        "places": places,
      ])
  }
}
