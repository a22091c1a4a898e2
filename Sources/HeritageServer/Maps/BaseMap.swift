import Foundation
import HeritageRegistry
import Words

/// A map of pictures that the operator lays under the relics: none unless asked for.
public struct BaseMap: Hashable, Sendable {
  /// What readers call it.
  let labels: Labels
  /// The addresses of its pictures, one for each layer: `https://{s}.example.cn/{z}/{x}/{y}.png`.
  let layers: [String]
  /// What stands for `{s}`.
  let subdomains: [String]
  /// Whether its pictures are drawn in GCJ-02, so that they are shifted on the screen; no position is.
  let isShifted: Bool
  /// Who is to be named beside it.
  let credit: String
  let maxZoom: Int

  /// Reads what an operator writes: `tianditu:KEY`, `tianditu-image:KEY`, `amap`, or
  /// `NAME|ADDRESS|DATUM|CREDIT` with the datum `wgs84` or `gcj02`; nil for none of these.
  public init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch parts.first {
    case "tianditu" where parts.count == 2, "tianditu-image" where parts.count == 2:
      guard parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
      let isImage = parts[0] == "tianditu-image"
      labels =
        isImage
        ? Labels(zh: "天地图影像", en: "Tianditu imagery") : Labels(zh: "天地图", en: "Tianditu")
      // Web Mercator, which the map itself is drawn in; the sheets of `_c` are in degrees and do not fit.
      layers = (isImage ? ["img", "cia"] : ["vec", "cva"]).map { layer in
        "https://t{s}.tianditu.gov.cn/\(layer)_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
          + "&LAYER=\(layer)&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}"
          + "&TILECOL={x}&TILEROW={y}&tk=\(parts[1])"
      }
      subdomains = (0...7).map(String.init)
      (isShifted, credit, maxZoom) = (false, "天地图", 18)
    case "amap" where text == "amap":
      labels = Labels(zh: "高德地图", en: "Amap")
      layers = [
        "https://webrd0{s}.is.autonavi.com/appmaptile?lang=zh_cn&size=1&scale=1&style=8"
          + "&x={x}&y={y}&z={z}"
      ]
      subdomains = (1...4).map(String.init)
      (isShifted, credit, maxZoom) = (true, "高德地图", 18)
    default:
      let fields = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard (2...4).contains(fields.count), !fields[0].isEmpty,
        Self.source(of: fields[1]) != nil,
        ["{z}", "{x}", "{y}"].allSatisfy(fields[1].contains),
        fields.count < 3 || ["wgs84", "gcj02"].contains(fields[2])
      else { return nil }
      labels = Labels(zh: fields[0], en: fields[0])
      layers = [fields[1]]
      subdomains = ["a", "b", "c"]
      isShifted = fields.count > 2 && fields[2] == "gcj02"
      (credit, maxZoom) = (fields.count > 3 ? fields[3] : fields[0], 18)
    }
  }

  /// The hosts from which a page may take its pictures, as a header names them.
  var sources: [String] {
    Set(
      layers.flatMap { layer in
        (layer.contains("{s}") ? subdomains : [""])
          .compactMap { Self.source(of: layer.replacing("{s}", with: $0)) }
      }
    ).sorted()
  }

  /// The scheme and host of an address; nil for what is none, or would say more in a header.
  private static func source(of address: String) -> String? {
    guard let end = address.firstRange(of: "://") else { return nil }
    let scheme = address[..<end.lowerBound]
    let host = address[end.upperBound...].prefix { $0 != "/" }
    guard scheme == "https" || scheme == "http", !host.isEmpty,
      host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:{}".contains($0)) })
    else { return nil }
    return "\(scheme)://\(host)"
  }

  /// The map as the script reads it.
  func value(in language: Language) -> FieldValue {
    .object([
      .init("name", .text(labels[language])), .init("layers", .list(layers.map { .text($0) })),
      .init("subdomains", .list(subdomains.map { .text($0) })),
      .init("isShifted", .flag(isShifted)), .init("credit", .text(credit)),
      .init("maxZoom", .integer(maxZoom)),
    ])
  }
}

extension ServerOptions {
  /// The base maps that the operator has named; what is none was refused when the server began.
  var baseMaps: [BaseMap] { baseMapTexts.compactMap(BaseMap.init) }
}
