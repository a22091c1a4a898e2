import Geodesy
import HeritageRegistry

/// Townships, present and former.
extension CountyPackReader {
  mutating func readTownships() {
    var seen: Set<String> = []
    table(
      "townships.csv", required: ["code", "name_zh", "kind"],
      optional: ["name_en", "lon", "lat", "coord_accuracy_m", "source"]
    ) { row, reader in
      let (code, name) = (row.required("code"), row.required("name_zh"))
      for (column, text) in [("code", code), ("name_zh", name)] where !text.isEmpty {
        if !seen.insert(text).inserted {
          row.problems.add(Sentence("pack.repeated"), at: row.cell(column))
        }
      }
      if code.count != 9 || Int(code) == nil {
        row.problems.add(Sentence("pack.townshipCode"), at: row.cell("code"))
      }
      let kind = row.requiredWord("kind", else: Township.Kind.town)
      let (seat, accuracy) = Self.seat(&row)
      reader.pack.townships.append(
        Township(
          code: code, nameZH: name, nameEN: row.text("name_en"), kind: kind, seat: seat,
          seatAccuracy: accuracy, source: row.text("source")))
    }
    table(
      "former_townships.csv", required: ["name_zh"],
      optional: ["lon", "lat", "coord_accuracy_m", "merged_into", "source"]
    ) { row, reader in
      let name = row.required("name_zh")
      if !seen.insert(name).inserted {
        row.problems.add(Sentence("pack.repeated"), at: row.cell("name_zh"))
      }
      let successor = row.text("merged_into")
      if let successor, !reader.pack.townships.contains(where: { $0.nameZH == successor }) {
        row.problems.add(Sentence("pack.noSuchTownship"), at: row.cell("merged_into"))
      }
      let (seat, accuracy) = Self.seat(&row)
      reader.pack.formerTownships.append(
        FormerTownship(
          nameZH: name, successor: successor, seat: seat, seatAccuracy: accuracy,
          source: row.text("source")))
    }
  }

  /// A seat and its accuracy: both or neither.
  private static func seat(_ row: inout RowReader) -> (Coordinate?, Length?) {
    let seat = row.coordinate()
    let accuracy = row.positive("coord_accuracy_m").map(Length.metres)
    if (seat == nil) != (accuracy == nil), row.problems.problems.isEmpty {
      row.problems.add(Sentence("pack.seatAccuracy"), at: row.cell("coord_accuracy_m"))
    }
    return (seat, accuracy)
  }
}
