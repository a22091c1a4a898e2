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
    if let match = wide.firstMatch(of: /gk3[:_ ]?([0-9]{2})/), let zone = Int(match.1),
      let projection = try? GaussKruger(zone: zone)
    {
      return (.datum(.gaussKruger(projection)), wide.replacing(match.0, with: ""))
    }
    for (pattern, finding) in words {
      if let match = try? pattern.firstMatch(in: wide) {
        return (finding, wide.replacing(match.0, with: ""))
      }
    }
    return (nil, text)
  }

  /// The longer names before those that they hold.
  private static var words: [(Regex<Substring>, Finding)] {
    [
      (/wgs[-_ ]?(?:19)?84/, .datum(.wgs84)),
      (/2000国家大地坐标系|(?:国家大地|国家|大地)2000|cgcs[-_ ]?2000/, .datum(.cgcs2000)),
      (/gcj[-_ ]?02|火星|高德|腾讯/, .datum(.shifted(.gcj02))),
      (/bd[-_ ]?09(?:ll)?|百度/, .datum(.shifted(.bd09))),
      (/(?:19)?54年?北京|北京(?:19)?54|beijing[-_ ]?(?:19)?54/, .old(.beijing1954)),
      (/(?:19)?80年?西安|西安(?:19)?80|xi'?an[-_ ]?(?:19)?80/, .old(.xian1980)),
    ]
  }

  /// Whether a text can name a datum at all: most do not, and are not searched.
  private static func mayName(_ text: String) -> Bool {
    text.utf8.count <= 120
      && (text.unicodeScalars.contains { $0.properties.numericType != nil }
        || ["火星", "高德", "腾讯", "百度"].contains { text.contains($0) })
  }
}
