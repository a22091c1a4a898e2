import Geodesy
import HeritageRegistry
import Tables
import Words

/// What a position is worth, in a few words.
enum PlaceWords {
  static func text(of site: Site, in language: Language) -> String {
    guard let position = site.position else {
      let isOpen = site.disclosure == .open
      return (isOpen ? Sentence("page.placeNone") : Sentence("page.placeWithheld"))
        .text(in: language)
    }
    guard let accuracy = position.accuracy?.metres else {
      return Sentence("page.placeUnknown").text(in: language)
    }
    return Sentence("page.placeWithin", ["distance": distance(accuracy, in: language)])
      .text(in: language)
  }

  /// How far another relic is, with what that is worth: the accuracies of both positions together.
  static func away(_ hit: SiteHit, from site: Site, in language: Language) -> String {
    guard let metres = hit.distance?.metres else { return "" }
    let distance = distance(metres, in: language)
    guard let own = site.position?.accuracy?.metres,
      let other = hit.site.position?.accuracy?.metres
    else { return Sentence("page.awayUnknown", ["distance": distance]).text(in: language) }
    return Sentence(
      "page.away",
      ["distance": distance, "accuracy": Self.distance(own + other, in: language)]
    ).text(in: language)
  }

  /// How a text led to a relic, where its name on the page does not show that; nil where it does.
  static func found(by match: NameMatch, in language: Language) -> String? {
    let isWritten = [.exact, .prefix, .substring].contains(match.kind)
    let isShown = [.name, .english, .code].contains(match.nameKind)
    guard !isWritten || !isShown else { return nil }
    let labels =
      isShown
      ? [match.kind.label(in: language)]
      : isWritten
        ? [match.nameKind.label(in: language)]
        : [match.kind.label(in: language), match.nameKind.label(in: language)]
    return Sentence("page.matched", ["kind": labels.joined(separator: " · ")]).text(in: language)
  }

  /// A distance as people say it: metres below a kilometre.
  static func distance(_ metres: Double, in language: Language) -> String {
    metres < 1000
      ? DecimalText.string(metres, places: 0) + (language == .zh ? " 米" : " m")
      : DecimalText.string(metres / 1000, places: 1) + (language == .zh ? " 公里" : " km")
  }
}
