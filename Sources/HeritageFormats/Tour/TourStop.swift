import Foundation
import Geodesy
import HeritageRegistry
import Tables
import TourPlanner

/// What a page says of a stop below the table of its day: what it is, where, what it costs, and links to
/// maps.
struct TourStop: Sendable {
  let step: TourStep
  let sheet: TourSheet
  let words: TourWords

  var html: String {
    guard let site = step.site else { return "" }
    let colour = TourColours.of(day: step.day)
    let kind = [
      site.level.label(in: words.language), site.category?.label(in: words.language),
      site.period.words,
    ].compactMap { $0 }.joined(separator: " · ")
    let address = site.address ?? [site.township, site.village].compactMap { $0 }.joined()
    let lines = [
      kind,
      address.isEmpty ? nil : words.word("地址：", "Address: ") + address,
      words.ticket(sheet.tickets[step.visit.stop]),
      site.summary(in: words.language),
    ]
    return "<div class=\"stop\">\n<h3><span class=\"badge\" style=\"background:\(colour)\">"
      + "\(step.label)</span> \(XMLText.escaped(step.name(in: words.language)))</h3>\n"
      + lines.compactMap { $0 }.map { "<p>\(XMLText.escaped($0))</p>\n" }.joined()
      + links(site) + "</div>\n"
  }

  /// Links to maps; how far the relic may be from the point is said before them.
  private func links(_ site: Site) -> String {
    guard let position = site.position?.coordinate else { return "" }
    let name = step.name(in: words.language)
    func degrees(_ value: Double) -> String { DecimalText.string(value, places: 6) }
    let (lon, lat) = (degrees(position.longitude), degrees(position.latitude))
    // Amap takes coordinates of its own shifted system.
    let shifted = ChineseDatum.gcj02.shifted(position)
    let amap =
      "https://uri.amap.com/marker?position=\(degrees(shifted.longitude)),"
      + "\(degrees(shifted.latitude))&name=\(Self.encoded(name))"
    let targets = [
      (words.word("高德地图", "Amap"), amap),
      (
        "OpenStreetMap",
        "https://www.openstreetmap.org/?mlat=\(lat)&mlon=\(lon)#map=\(zoom)/\(lat)/\(lon)"
      ),
      (words.word("手机地图", "phone map"), "geo:\(lat),\(lon)"),
    ]
    let warning = words.approximate(step).map { "\(XMLText.escaped($0)) " } ?? ""
    return "<p class=\"links\">\(warning)"
      + targets.map { "<a href=\"\(XMLText.escaped($0.1))\">\(XMLText.escaped($0.0))</a>" }
      .joined(separator: " ") + "</p>\n"
  }

  /// The zoom of a web map that shows the circle of the accuracy.
  private var zoom: Int {
    guard let metres = step.accuracy?.metres else { return 13 }
    return metres <= 100 ? 17 : metres <= 500 ? 15 : metres <= 2000 ? 13 : 12
  }

  private static func encoded(_ text: String) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}

extension TourWords {
  /// What a ticket costs; that it is free; that nobody says where it is not known.
  fileprivate func ticket(_ yuan: Double?) -> String {
    guard let yuan else { return word("门票：不详", "Ticket: not known") }
    return yuan == 0
      ? word("门票：免费", "Ticket: free")
      : word(
        "门票：\(DecimalText.string(yuan, places: 2)) 元",
        "Ticket: \(DecimalText.string(yuan, places: 2)) yuan")
  }
}
