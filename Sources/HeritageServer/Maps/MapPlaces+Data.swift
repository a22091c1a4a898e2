import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// Places as the script of the map reads them.
extension MapPlaces {
  /// The places, what is not on the map by township, and the numbers of a legend.
  func members(_ inquiry: Inquiry) throws -> [FieldValue.Member] {
    let names = try inquiry.townshipNames()
    var members: [FieldValue.Member] = [
      .init("places", .list(places.map { $0.value(names, inquiry) })),
      .init("hidden", .list(try hiddenByTownship(names, inquiry))),
      .init(
        "counts",
        .object(
          Kind.allCases.map { .init($0.rawValue, .integer(count($0))) }
            + [.init("hidden", .integer(hidden.count))])),
    ]
    let named = Set(hidden.compactMap(\.township))
    let seats = try inquiry.ground().townships.filter { named.contains($0.nameZH) }
      .compactMap(\.seat)
    if let bounds = bounds(with: seats) { members.append(.init("bounds", .box(bounds))) }
    return members
  }

  /// How many relics of each township are not on the map, at the township's seat where that is known.
  private func hiddenByTownship(
    _ names: [String: String], _ inquiry: Inquiry
  ) throws -> [FieldValue] {
    let seats = try inquiry.ground().townships
    let groups = Dictionary(grouping: hidden) { $0.township ?? "" }
    return groups.sorted { $0.key < $1.key }.map { township, sites in
      var members: [FieldValue.Member] = [
        .init("name", .text(names[township] ?? township)), .init("count", .integer(sites.count)),
      ]
      if let seat = seats.first(where: { $0.nameZH == township })?.seat {
        members.append(.init("at", .pair(seat)))
      }
      if !township.isEmpty {
        members.append(
          .init(
            "href",
            .text(
              inquiry.base + "/\(inquiry.language.rawValue)/search?township="
                + WebRequest.escaped(township))))
      }
      return .object(members)
    }
  }

  /// The lines of a legend, with numbers: a sign, what it means, how many relics.
  func key(in language: Language) -> [[String: Any]] {
    (Kind.allCases.map { ($0.rawValue, $0.label, count($0)) }
      + [("hidden", Sentence("page.key.hidden"), hidden.count)])
      .filter { $0.2 > 0 }
      .map { ["sign": $0.0, "label": $0.1.text(in: language), "count": $0.2] }
  }
}

extension MapPlaces.Place {
  fileprivate func value(_ names: [String: String], _ inquiry: Inquiry) -> FieldValue {
    var members: [FieldValue.Member] = [.init("kind", .text(kind.rawValue))]
    if let cell = position.cell {
      // The middle of a cell is nobody's place and is not sent.
      members.append(.init("box", .box(cell)))
    } else {
      members.append(.init("at", .pair(position.coordinate)))
      if let accuracy = position.accuracy {
        members.append(.init("radius", .decimal(accuracy.metres, places: 1)))
      }
    }
    members.append(.init("relics", .list(sites.map { relic($0, names, inquiry) })))
    return .object(members)
  }

  private func relic(
    _ site: Site, _ names: [String: String], _ inquiry: Inquiry
  ) -> FieldValue {
    let language = inquiry.language
    var members: [FieldValue.Member] = [
      .init("code", .text(site.code)), .init("name", .text(site.name(in: language))),
      .init("level", .text(site.level.rawValue)),
      .init("href", .text(PageFrame.relic(site.code, inquiry))),
      .init(
        "facts",
        .text(
          [
            site.level.label(in: language), site.category?.label(in: language),
            site.township.map { names[$0] ?? $0 }, PlaceWords.text(of: site, in: language),
          ].compactMap { $0 }.joined(separator: " · "))),
    ]
    if let second = language == .zh ? site.nameEN : (site.nameEN == nil ? nil : site.nameZH) {
      members.append(.init("second", .text(second)))
    }
    return .object(members)
  }
}

extension FieldValue {
  /// Longitude and latitude.
  static func pair(_ position: Coordinate) -> FieldValue {
    .list([position.longitude, position.latitude].map { .decimal($0, places: 7) })
  }

  /// West, south, east, north.
  static func box(_ box: BoundingBox) -> FieldValue {
    .list([box.west, box.south, box.east, box.north].map { .decimal($0, places: 7) })
  }
}
