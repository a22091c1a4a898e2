import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Relics as text of every format")
struct TextExportTests {
  static let chengtoushan = DossierHit(
    SiteHit(SampleSites.chengtoushan.site),
    otherNames: [
      OtherName(name: "城头山古城遗址", kind: .former), OtherName(name: "=a;b", kind: .former),
      OtherName(name: "[山]", kind: .alias),
    ],
    designations: [
      Designation(
        level: .national, batch: "第四批", year: 1996, officialCode: "4-0017", standing: .present,
        source: "State Council"),
      Designation(
        level: .provincial, batch: nil, year: 1981, officialCode: nil, standing: .former,
        source: "Hunan; list"),
    ], sources: ["=cmd|' /C calc'!A0", "http://example.org"],
    visit: Visit(
      access: .open, ticketYuan: 7.5, durationMinutes: 150,
      openings: [.tuesday, .wednesday, .thursday, .friday, .saturday, .sunday].map {
        Opening(
          weekday: $0, season: .wholeYear, opens: ClockTime(32_400), closes: ClockTime(61_200))
      }))
  static let all = [
    chengtoushan, DossierHit(SiteHit(SampleSites.pengtoushan.site)),
    DossierHit(SampleSites.unlocated),
  ]

  private func export(
    _ format: TextExport.Format, _ options: ExportOptions = ExportOptions(),
    _ dossiers: [DossierHit] = all
  ) throws -> (text: String, remarks: [ExportRemark]) {
    var bytes: [UInt8] = []
    var writer = TextExport(format, options) { bytes += $0 }
    for dossier in dossiers { try writer.write([dossier]) }
    try writer.finish()
    return (String(decoding: bytes, as: UTF8.self), writer.remarks)
  }

  @Test("JSON lines: lists are arrays, former designations objects, what is not there null")
  func jsonLines() throws {
    let lines = try export(.jsonl).text.split(separator: "\n")
    #expect(lines.count == 3)
    let first = #"""
      "former_names":["城头山古城遗址","=a;b"],"aliases":["[山]"],"batch":"第四批","batch_year":1996,\#
      "official_code":"4-0017","designation_source":"State Council",\#
      "former_designations":[{"level":"provincial","batch":null,"year":1981,\#
      "official_code":null,"source":"Hunan; list"}],"access":"open",\#
      "opening_hours":"Tu-Su 09:00-17:00","ticket_cny":7.5,"visit_min":150,\#
      "sources":["=cmd|' /C calc'!A0","http://example.org"]}
      """#
    #expect(lines[0].hasSuffix(first))
    let second = #"""
      "former_names":null,"aliases":null,"batch":null,"batch_year":null,"official_code":null,\#
      "designation_source":null,"former_designations":null,"access":null,"opening_hours":null,\#
      "ticket_cny":null,"visit_min":null,"sources":null}
      """#
    #expect(lines[1].hasSuffix(second))
    #expect(lines[1].contains(#""lon":111.68,"lat":29.6800001,"#))
  }

  @Test("JSON is the same objects in an array")
  func json() throws {
    let lines = try export(.jsonl).text.split(separator: "\n")
    #expect(try export(.json).text == "[\n" + lines.joined(separator: ",\n") + "\n]\n")
    #expect(try export(.json, ExportOptions(), []).text == "[]\n")
  }

  @Test("CSV: lists by semicolons or as JSON, and no cell that runs")
  func csv() throws {
    let (text, remarks) = try export(.csv)
    let rows = text.components(separatedBy: "\r\n")
    #expect(
      rows[1].hasSuffix(
        #","["#
          + #""城头山古城遗址"",""=a;b""]","[""[山]""]",第四批,1996,4-0017,State Council,"#
          .replacing(#""城"#, with: #"""城"#)
          + #""[{""level"":""provincial"",""batch"":null,""year"":1981,""official_code"":null,"#
          + #"""source"":""Hunan; list""}]",open,Tu-Su 09:00-17:00,7.5,150,'=cmd|' /C calc'!A0;http://example.org"#
      ))
    #expect(
      remarks.map(\.sentence.description)
        == ["1 cell could run as a formula and got an apostrophe in front"])
    let raw = try export(.csv, ExportOptions(isRaw: true))
    #expect(raw.text.contains(",=cmd|' /C calc'!A0;"))
    #expect(raw.remarks == [])
  }

  @Test("Negative numbers stay numbers")
  func numbers() throws {
    #expect(try export(.csv).text.contains(",新石器时代,-4500,-2000,"))
  }

  @Test("For Excel there is a byte order mark, and text that looks like a number is shown as text")
  func excel() throws {
    let text = try export(.csv, ExportOptions(isForExcel: true)).text
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.contains(#",1979,"=""1991-2002""","#))
    #expect(text.contains(#",1996,"=""4-0017""","#))
  }

  @Test(
    "The header names the datum",
    arguments: [
      ("cgcs2000", "lon_cgcs2000,lat_cgcs2000", "111.65556,29.69167"),
      ("gcj02", "lon_gcj02,lat_gcj02", "111.6611286,29.6889396"),
      ("bd09", "lon_bd09,lat_bd09", "111.6677281,29.694608"),
      ("gk3:37", "x_gk3_37,y_gk3_37", "3286114.862,37563447.873"),
    ])
  func datums(datum: String, header: String, numbers: String) throws {
    let rows = try export(.csv, ExportOptions(datum: try Datum(datum))).text
      .components(separatedBy: "\r\n")
    #expect(rows[0].contains(",township,\(header),coord_accuracy_m,"))
    #expect(rows[1].contains(",城头山镇,\(numbers),250,"))
    #expect(rows[3].hasPrefix("LX-0016,名称待考,,national,,,,,,none"))
  }

  @Test("A position outside the zone ends the export")
  func outsideZone() throws {
    #expect(throws: ExportError.self) {
      try export(.csv, ExportOptions(datum: try Datum("gk3:40")))
    }
  }

  @Test("GeoJSON: the box follows the features, and another datum is named in every feature")
  func geoJSON() throws {
    let (text, remarks) = try export(.geojson, ExportOptions(credits: "© \"A\""))
    let lines = text.components(separatedBy: "\n")
    #expect(lines[0] == #"{"type":"FeatureCollection","credits":"© \"A\"","features":["#)
    #expect(
      lines[2].hasPrefix(
        #"{"type":"Feature","id":"LX-0002","geometry":{"type":"Point","#
          + #""coordinates":[111.68,29.6800001]},"properties":{"code":"LX-0002","#))
    #expect(lines[3] == #"],"bbox":[111.65556,29.6800001,111.68,29.69167]}"#)
    #expect(remarks == [.unlocated(1, canBeKept: true)])
    let kept = try export(.geojson, ExportOptions(datum: .shifted(.gcj02), keepsUnlocated: true))
    #expect(kept.text.components(separatedBy: #","datum":"gcj02"}}"#).count == 4)
    #expect(kept.text.contains(#""id":"LX-0016","geometry":null,"#))
    #expect(kept.remarks == [])
    #expect(
      try export(.geojson, ExportOptions(), []).text
        == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
  }

  @Test("A sequence: each record between a record separator and a line feed")
  func sequence() throws {
    let text = try export(.geojsonseq).text
    let records = text.components(separatedBy: "\u{1E}")
    #expect(records.count == 3)
    #expect(records[0] == "")
    for record in records.dropFirst() {
      #expect(record.hasSuffix("}}\n"))
      #expect(
        try JSONSerialization.jsonObject(with: Data(record.utf8)) is [String: Any])
    }
  }

  @Test("KML: one folder, styles by level, approximate positions marked in the name")
  func kml() throws {
    let (text, remarks) = try export(.kml, ExportOptions(title: "A & B", credits: "© us"))
    #expect(text.contains("<name>A &amp; B</name><description>© us</description>"))
    #expect(text.components(separatedBy: "<Folder>").count == 2)
    #expect(text.contains("<Folder><name>relics</name>"))
    #expect(text.contains("<name>Chengtoushan site ≈ ±250 m</name>"))
    #expect(text.contains("<name>彭头山遗址 ≈ accuracy unknown</name>"))
    #expect(text.contains("<styleUrl>#national</styleUrl>"))
    #expect(text.contains("<Point><coordinates>111.65556,29.69167</coordinates></Point>"))
    #expect(remarks == [.unlocated(1, canBeKept: true)])
    #expect(try export(.kml, ExportOptions(keepsUnlocated: true)).text.contains("名称待考"))
  }

  @Test("GPX: waypoints with positions, and the fields that they have no place for are named")
  func gpx() throws {
    let (text, remarks) = try export(.gpx)
    #expect(
      text.contains(
        #"<wpt lat="29.69167" lon="111.65556"><name>Chengtoushan site ≈ ±250 m</name>"#
          + "<cmt>LX-0001</cmt>"))
    #expect(!text.contains("LX-0016"))
    #expect(remarks.count == 2)
    #expect(remarks[0].sentence.description == "1 relic has no position and was left out")
    #expect(
      remarks[1].sentence.description.hasPrefix(
        "GPX has no place for: coord_verbatim, coord_system, disclosure,"))
    #expect(remarks[1].sentence.description.hasSuffix("sources"))
    #expect(!remarks[1].sentence.description.contains("summary_en"))
  }

  @Test("What XML forbids is left out, in KML and GPX", arguments: [TextExport.Format.kml, .gpx])
  func xml(format: TextExport.Format) throws {
    let site = SampleSites.chengtoushan.site
    let nasty = Site(
      code: "X-1", nameZH: "a\u{0}b\u{B}c & <d>\u{FFFE}", level: .county, levelBasis: .listed,
      position: site.position, provenance: .survey)
    let text = try export(format, ExportOptions(), [DossierHit(SiteHit(nasty))]).text
    #expect(text.contains("<name>abc &amp; &lt;d&gt; ≈ ±250 m</name>"))
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse())
  }
}
