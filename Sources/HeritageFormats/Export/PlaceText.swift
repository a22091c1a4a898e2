import Foundation
import Geodesy
import HeritageRegistry
import Tables

/// What mapping tools show of a relic, for formats that have a name and a description.
struct PlaceText: Sendable {
  let language: Language

  /// The name, marked where the position is no place to walk up to: `城头山遗址 ≈ ±300 m`.
  func name(_ site: Site) -> String {
    let name = site.name(in: language) + (site.provenance == .standIn ? standIn : "")
    guard let position = site.position, position.isApproximate else { return name }
    return name + " ≈ "
      + (position.accuracy.map { "±" + LengthText.string($0.metres) } ?? unknownAccuracy)
  }

  /// The main fields, a line each.
  func description(_ site: Site) -> [String] {
    let position = site.position.map { position in
      let accuracy =
        position.accuracy.map { "±" + LengthText.string($0.metres) } ?? unknownAccuracy
      return position.method.label(in: language) + ", " + accuracy
    }
    let place = [site.township, site.village, site.address].compactMap { $0 }
    return [
      language == .zh ? site.nameEN : site.nameEN == nil ? nil : site.nameZH,
      site.level.label(in: language), site.category?.label(in: language), site.period.words,
      place.isEmpty ? nil : place.joined(separator: " "), position, site.summary(in: language),
    ].compactMap { $0 }
  }

  /// What a folder of relics is called.
  var relics: String { language == .zh ? "文物点" : "relics" }

  private var unknownAccuracy: String { language == .zh ? "误差不详" : "accuracy unknown" }
  private var standIn: String { language == .zh ? "（占位，非文物点）" : " (stand-in, no relic)" }
}

/// Elements of XML, written one after the other.
extension [UInt8] {
  /// An element with text, or nothing where there is no text.
  mutating func append(element name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    append("<\(name)>")
    append(XMLText.escaped(text))
    append("</\(name)>")
  }
}

/// What KML writes in a way of its own.
enum KMLText {
  /// Longitude and latitude, with 7 decimals.
  static func coordinates(_ position: Coordinate) -> String {
    DecimalText.string(position.longitude, places: 7) + ","
      + DecimalText.string(position.latitude, places: 7)
  }

  /// `#rrggbb` as opacity, blue, green and red.
  static func colour(_ colour: String, opacity: Double = 1) -> String {
    let digits = Array(colour.lowercased().dropFirst())
    guard digits.count == 6 else { return "ff000000" }
    let alpha = String(Int((opacity * 255).rounded()), radix: 16)
    return (alpha.count == 1 ? "0" : "") + alpha
      + String(digits[4...5] + digits[2...3] + digits[0...1])
  }
}
