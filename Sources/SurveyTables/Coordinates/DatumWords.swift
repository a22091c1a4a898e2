import Foundation
import Geodesy

/// The names of datums in the headers and cells of Chinese tables.
enum DatumWords {
  /// A datum that can be converted, or one of former surveys that cannot.
  enum Finding: Hashable, Sendable {
    case datum(Datum)
    case old(OldDatum)
  }

  /// The datum that a cell names: `CGCS2000`, `WGS-84`, `国家2000坐标系`, `gk3:37`; nil for other text.
  static func finding(of text: String) -> Finding? {
    do throws(DatumError) {
      return .datum(try Datum(text))
    } catch {
      if case .noPublicParameters(let old) = error { return .old(old) }
    }
    let (found, rest) = extracted(from: text)
    let remainder = HeaderText.fold(rest).replacing("大地坐标系", with: "")
      .replacing("坐标系统", with: "").replacing("坐标系", with: "").replacing("坐标", with: "")
    return remainder.isEmpty ? found : nil
  }

  /// The datum that stands in a text, and the text without it.
  static func extracted(from text: String) -> (Finding?, rest: String) {
    guard mayName(text) else { return (nil, text) }
    let wide = text.precomposedStringWithCompatibilityMapping.lowercased()
    guard anchors.contains(where: { wide.contains($0) }) else { return (nil, text) }
    if let match = wide.firstMatch(of: /gk([36])[:_ ]?([0-9]{2})|epsg:{1,2}[0-9]{4}/),
      let datum = try? Datum(
        match.2.map { "gk\(match.1 ?? "3"):\($0)" } ?? String(match.0).replacing("::", with: ":"))
    {
      return (.datum(datum), wide.replacing(match.0, with: ""))
    }
    for (pattern, finding) in words {
      if let match = try? pattern.firstMatch(in: wide) {
        let rest = wide.replacing(match.0, with: "")
        guard case .datum(.cgcs2000) = finding else { return (finding, rest) }
        return zoned(rest) ?? (finding, rest)
      }
    }
    return (nil, text)
  }

  /// The zone that stands beside CGCS2000, and the text without it; nil where none does.
  ///
  /// It is said by its number, which tells its width too, or by its central meridian, which is that of a
  /// zone of 3 degrees unless 6 are named: `CGCS2000_3_Degree_GK_Zone_37`, `3度带37带`, `6度带19带`,
  /// `CGCS2000 / 3-degree Gauss-Kruger CM 111E`, `中央经线111°`. What stands there has to agree.
  private static func zoned(_ text: String) -> (Finding?, rest: String)? {
    var rest = text
    var zones: Set<GaussKruger> = []
    var width: GaussKruger.Width?
    if let match = rest.firstMatch(
      of: /(?:^|[^\d])[_ \/]*(3|三|6|六)[-_ ]?(?:degree|度|°)(?:分?带)?[_ ]*/)
    {
      width = match.1 == "3" || match.1 == "三" ? .three : .six
      rest = rest.replacing(match.0, with: "_")
    }
    if let match = rest.firstMatch(of: /(?:中央经线|中央子午线|[^a-z]cm)[_ :]*(?:东经|e)?(\d{2,3})[°度]?e?/) {
      let shift = width == .six ? 3 : 0
      guard let meridian = Int(match.1), (meridian + shift) % (3 + shift) == 0,
        let zone = try? GaussKruger(zone: (meridian + shift) / (3 + shift), width: width ?? .three)
      else { return nil }
      zones.insert(zone)
      rest = rest.replacing(match.0, with: "")
    }
    if let match = rest.firstMatch(
      of: /(?:zone|带号)[_ :]*(\d{2})|(?:第|[^\d]|^)(\d{2})(?:号|度)?(?:投影)?带/),
      let number = (match.1 ?? match.2).flatMap({ Int($0) })
    {
      let own: GaussKruger.Width = GaussKruger.Width.three.zones.contains(number) ? .three : .six
      guard let zone = try? GaussKruger(zone: number, width: own), width == nil || width == own
      else { return nil }
      zones.insert(zone)
      rest = rest.replacing(match.0, with: "")
    }
    guard zones.count == 1, let zone = zones.first else { return nil }
    rest = rest.replacing(/gauss[- ]?kr[uü]e?ger|gk|高斯-?(?:克吕格)?|投影|平面|直角/, with: "")
    return (.datum(.gaussKruger(zone)), rest)
  }

  /// Every name of a datum has one of these in it; a code or a name with a number seldom does.
  private static let anchors = [
    "84", "2000", "02", "09", "54", "80", "gk", "epsg", "火星", "高德", "腾讯", "百度",
  ]

  /// The longer names before those that they hold.
  ///
  /// A pattern is compiled where it is made: these are made once, and never changed.
  nonisolated(unsafe) private static let words: [(Regex<Substring>, Finding)] =
    [
      (/wgs[-_ ]?(?:19)?84/, .datum(.wgs84)),
      (/2000国家大地坐标系|(?:国家大地|国家|大地)2000|cgcs[-_ ]?2000/, .datum(.cgcs2000)),
      (/gcj[-_ ]?02|火星|高德|腾讯/, .datum(.shifted(.gcj02))),
      (/bd[-_ ]?09(?:ll)?|百度/, .datum(.shifted(.bd09))),
      (/(?:19)?54年?北京|北京(?:19)?54|beijing[-_ ]?(?:19)?54/, .old(.beijing1954)),
      (/(?:19)?80年?西安|西安(?:19)?80|xi'?an[-_ ]?(?:19)?80/, .old(.xian1980)),
    ]

  /// Whether a text can name a datum at all: most do not, and are not searched.
  private static func mayName(_ text: String) -> Bool {
    text.utf8.count <= 120
      && (text.unicodeScalars.contains { $0.properties.numericType != nil }
        || ["火星", "高德", "腾讯", "百度"].contains { text.contains($0) })
  }
}
