import HeritageRegistry
import Words

/// Texts of the register that are in another language than the page, marked so for whoever has it read aloud
/// (WCAG 2.2, 3.1.2).
extension Inquiry {
  /// The language of a text as `lang` says it; nil where it is the page's, or where nothing tells.
  func tongue(of text: String) -> String? {
    let isHan = text.unicodeScalars.contains {
      (0x3400...0x9FFF).contains($0.value) || (0x20000...0x323AF).contains($0.value)
    }
    guard language == .zh else { return isHan ? "zh-Hans" : nil }
    let isAddress = text.hasPrefix("http")
    return !isHan && !isAddress && text.contains(Self.word) ? "en" : nil
  }

  /// Four letters are a word; fewer may be a unit or a datum.
  private nonisolated(unsafe) static let word = /[A-Za-z]{4}/

  /// The places of a template, with the language of one of its texts as `tongue`.
  func marked(_ values: [String: Any], _ text: String) -> [String: Any] {
    var values = values
    values["tongue"] = tongue(of: text)
    return values
  }

  /// Puts the names of a relic into the places of a template: that of the page's language, and the other.
  func name(_ site: Site, into values: inout [String: Any]) {
    let name = site.name(in: language)
    (values["name"], values["nameTongue"]) = (name, tongue(of: name))
    if let second = language == .zh ? site.nameEN : (site.nameEN == nil ? nil : site.nameZH) {
      (values["second"], values["secondTongue"]) = (second, tongue(of: second))
    }
  }
}
