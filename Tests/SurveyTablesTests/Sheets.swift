import Geodesy
import HeritageRegistry
import SurveyTables
import Tables

/// Sheets, counties and readings that the tests make.
enum Sheets {
  /// A sheet of texts; rows are numbered from 1, and cells that are empty stay so.
  static func sheet(_ rows: [[String]], name: String? = nil, isHidden: Bool = false) -> Sheet {
    Sheet(
      file: "table.xlsx", name: name, isHidden: isHidden,
      rows: rows.enumerated().map { index, cells in
        Sheet.Row(number: index + 1, cells: cells.map { $0.isEmpty ? .empty : .text($0) })
      })
  }

  /// A sheet of any cells.
  static func sheet(values rows: [[Sheet.Value]], name: String? = nil) -> Sheet {
    Sheet(
      file: "table.xlsx", name: name,
      rows: rows.enumerated().map { Sheet.Row(number: $0 + 1, cells: $1) })
  }

  static func read(
    _ rows: [[String]], _ options: SurveyOptions = SurveyOptions(),
    known context: SurveyContext = SurveyContext()
  ) -> SurveyReading {
    SurveyReader(options).read([sheet(rows)], known: context)
  }

  /// Townships of Lixian with their seats, two former ones, and a box of a county around them.
  static func lixian() throws -> SurveyContext {
    let seats: [(String, String, Double, Double)] = [
      ("430723104", "复兴镇", 111.8456, 29.83438), ("430723105", "盐井镇", 111.75944, 29.84277),
      ("430723107", "大堰垱镇", 111.63333, 29.75), ("430723108", "王家厂镇", 111.53444, 29.76139),
      ("430723109", "金罗镇", 111.59812, 29.8097), ("430723116", "涔南镇", 111.76877, 29.74993),
    ]
    let townships = try seats.map { code, name, longitude, latitude in
      Township(
        code: code, nameZH: name, nameEN: nil,
        seat: try Coordinate(longitude: longitude, latitude: latitude), seatAccuracy: .metres(1000))
    }
    let corners = [(111.2, 29.5), (112.1, 29.5), (112.1, 29.95), (111.2, 29.95), (111.2, 29.5)]
    let ring = try LinearRing(corners.map { try Coordinate(longitude: $0.0, latitude: $0.1) })
    return SurveyContext(
      county: "澧县",
      townships: townships + [
        Township(code: "430723118", nameZH: "城头山镇", nameEN: "Chengtoushan Town", seat: nil)
      ],
      formerTownships: [
        .init(nameZH: "车溪乡", successor: "城头山镇"), .init(nameZH: "中武乡", successor: nil),
      ],
      outline: try MultiPolygon([Polygon(exterior: ring)]))
  }
}

extension SurveyReading {
  /// What is said of the rows, without the file and the suggestions.
  var said: [String] {
    problems.map { problem in
      "\(problem.line.map { "\($0) " } ?? "")\(problem.severity.rawValue) \(problem.rule)"
    }
  }

  /// The problems, each with the choice that would mend it.
  var lines: [String] {
    problems.map { problem in
      "\(problem.severity.rawValue): \(problem)"
        + (problem.remedy.map { " {\($0)}" } ?? "")
    }
  }
  /// The only sheet's map as `header=role`.
  var roles: [String: String] {
    Dictionary(
      (sheets.first?.columns?.columns ?? []).compactMap { column in
        column.role.map { (column.header, $0.key ?? "\($0)") }
      }, uniquingKeysWith: { first, _ in first })
  }
}
