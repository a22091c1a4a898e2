public import Geodesy
public import Words

/// A place that people name instead of writing its coordinates.
public struct NamedPoint: Hashable, Sendable {
  /// The key of a place, or the Chinese name of a township.
  public let id: String
  /// What people call it.
  public let name: Labels
  /// Where it is: of a township its seat.
  public let position: Coordinate
  /// The radius of the circle in which it lies; nil where nobody knows.
  public let accuracy: Length?
}

/// A township of which no source says where its seat is.
public struct UnplacedTownship: Cause, Hashable {
  /// What it is called.
  public let name: Labels
  /// The townships that it was made of and whose seats are known, in Chinese.
  public let former: [String]

  /// The cause, as a sentence.
  public var sentence: Sentence {
    former.isEmpty
      ? Sentence("register.noSeat", ["name": name])
      : Sentence("register.noSeatFormer", ["name": name, "former": former])
  }
}

extension Registry {
  /// The place of a name: a named place by key or name, the county town by the county's name, a township,
  /// present or former, by its name with or without what it is; nil for no place of that name.
  ///
  /// ```swift
  /// try registry.namedPoint("县城")?.id    // "county-town"
  /// try registry.namedPoint("城头山镇")?.accuracy  // that of its seat
  /// ```
  ///
  /// - Throws: ``UnplacedTownship`` for a township whose seat no source places.
  public func namedPoint(_ text: String) throws -> NamedPoint? {
    let looked = NameFolding.fold(text.replacing("_", with: "-"))
    guard !looked.isEmpty else { return nil }
    let places = try places()
    func point(_ place: Place) -> NamedPoint {
      NamedPoint(
        id: place.key, name: Labels(zh: place.nameZH, en: place.nameEN ?? place.nameZH),
        position: place.coordinate, accuracy: place.accuracy)
    }
    if let place = places.first(where: { place in
      [place.key, place.nameZH, place.nameEN].contains { $0.map(NameFolding.fold) == looked }
    }) {
      return point(place)
    }
    let countyNames = [info.nameZH, info.nameEN].compactMap { $0 }.map(NameFolding.fold)
    let townNames = ["县城", "城区", "县政府", "county town", "town"].map(NameFolding.fold)
    if countyNames.contains(looked) || townNames.contains(looked) {
      return places.first { place in
        place.kind == .start
          && (place.key == "county-town" || place.nameZH.hasPrefix(info.nameZH))
      }.map(point)
    }
    return try township(looked)
  }

  /// The names by which places can be named, for a message.
  public func namedPoints() throws -> [String] {
    try places().map(\.key) + townships().filter { $0.seat != nil }.map(\.nameZH)
  }

  /// The seat of a township, present before former, the whole name before one without what it is.
  private func township(_ looked: [UInt16]) throws -> NamedPoint? {
    let seats =
      try townships().map {
        (Labels(zh: $0.nameZH, en: $0.nameEN ?? $0.nameZH), $0.seat, $0.seatAccuracy)
      }
      + formerTownships().map { (Labels(zh: $0.nameZH, en: $0.nameZH), $0.seat, $0.seatAccuracy) }
    let named =
      seats.first { NameFolding.fold($0.0.zh) == looked || NameFolding.fold($0.0.en) == looked }
      ?? seats.first { NameFolding.fold(Township.bareName($0.0.zh)) == looked }
      ?? seats.first { seat in
        seat.0.en.split(separator: " ").dropLast().first.map { NameFolding.fold(String($0)) }
          == looked
      }
    guard let (name, position, accuracy) = named else { return nil }
    guard let position else {
      let former = try formerTownships().filter { $0.successor == name.zh && $0.seat != nil }
      throw UnplacedTownship(name: name, former: former.map(\.nameZH))
    }
    return NamedPoint(id: name.zh, name: name, position: position, accuracy: accuracy)
  }
}

extension Township {
  /// A Chinese name without what it is: 涔南 of 涔南镇.
  static func bareName(_ name: String) -> String {
    for kind in ["街道办事处", "街道", "镇", "乡"]
    where name.hasSuffix(kind) && name.count > kind.count + 1 {
      return String(name.dropLast(kind.count))
    }
    return name
  }
}
