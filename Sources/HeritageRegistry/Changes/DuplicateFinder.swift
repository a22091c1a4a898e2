import Foundation
import Geodesy

/// Finds, for relics that are new or changed, others of the register that have their name and place.
///
/// Names are alike when they fold to the same, or when both have 3 to 64 units and one unit more, less or
/// other turns one into the other. Places match when the positions are no farther apart than both
/// accuracies together, or 500 m where that is more; where one relic has no position, when both lie in the
/// same township. The best match is one of the same name, then the nearest, then the first by code.
///
/// Names that differ by one unit are alike without one of their units, so all names with a unit left out
/// are looked up in one table (T. Bocek, E. Hunt, B. Stiller, *Fast similarity search in large
/// dictionaries*, University of Zurich, ifi-2007.02), and names that share a key are compared in a band of
/// latitude.
///
/// Cost: O(units of all names), and the pairs of like names whose latitudes match.
struct DuplicateFinder {
  /// What is known of a relic.
  struct Relic {
    let code: String
    /// The names that count, folded.
    let names: [[UInt16]]
    let coordinate: Coordinate?
    /// 0 where nobody knows.
    let accuracy: Double
    let township: String?
  }

  /// A relic of the register that a new one may be.
  struct Match: Equatable {
    /// The number of the relic among those given.
    let resident: Int
    let distance: Length?
    let hasSameName: Bool
  }

  /// How far apart two positions of one relic may be, in metres, however accurate they claim to be.
  static let least = 500.0

  private let newcomers: [Relic]
  /// The keys of the newcomers' names, each with the names that have it.
  private var names: [UInt64: [NameReference]] = [:]
  /// A bit for some of the bits of each key: most names of a register have no key in common with the few
  /// that are new.
  private var mayHave = [UInt64](repeating: 0, count: 1 << 16)

  /// A name of a relic, by their numbers.
  private struct NameReference {
    let relic: Int
    let name: Int
  }

  init(_ newcomers: [Relic]) {
    self.newcomers = newcomers
    for (relic, newcomer) in newcomers.enumerated() {
      for (name, units) in newcomer.names.enumerated() {
        Self.forEachKey(of: units[...]) { key in
          names[key, default: []].append(NameReference(relic: relic, name: name))
          mayHave[Int(key >> 48)] |= 1 << (key & 63)
        }
      }
    }
  }

  /// Whether a folded name may be like that of a newcomer.
  func mayMatch(_ name: ArraySlice<UInt16>) -> Bool {
    var may = false
    Self.forEachKey(of: name) { key in if !may, has(key) { may = true } }
    return may
  }

  private func has(_ key: UInt64) -> Bool {
    mayHave[Int(key >> 48)] >> (key & 63) & 1 == 1 && names[key] != nil
  }

  /// The best match of each newcomer, or nil.
  func matches(among residents: [Relic]) -> [Match?] {
    var shared: [UInt64: [NameReference]] = [:]
    for (relic, resident) in residents.enumerated() {
      for (name, units) in resident.names.enumerated() {
        Self.forEachKey(of: units[...]) { key in
          guard has(key) else { return }
          shared[key, default: []].append(NameReference(relic: relic, name: name))
        }
      }
    }
    var best = [Match?](repeating: nil, count: newcomers.count)
    for (key, references) in shared {
      let group = Group(references, of: residents)
      for reference in names[key] ?? [] {
        group.improve(
          &best[reference.relic], of: newcomers[reference.relic],
          called: newcomers[reference.relic].names[reference.name])
      }
    }
    return best
  }

  /// Calls `body` with the key of a name, and of the name without each of its units.
  private static func forEachKey(of name: ArraySlice<UInt16>, _ body: (UInt64) -> Void) {
    body(key(name, without: nil))
    guard (3...64).contains(name.count) else { return }
    for index in name.indices where index == name.startIndex || name[index] != name[index - 1] {
      body(key(name, without: index))
    }
  }

  /// FNV-1a over the units, stirred so that its high bits can be used too.
  private static func key(_ name: ArraySlice<UInt16>, without gap: Int?) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in name.indices where index != gap {
      hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01b3
    }
    hash = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 29)
  }

  /// Whether one unit more, less or other at most turns one name into the other.
  static func areAlike(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    if a == b { return true }
    guard (3...64).contains(a.count), (3...64).contains(b.count), abs(a.count - b.count) <= 1
    else { return false }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a.dropFirst(prefix), b.dropFirst(prefix))
    return switch a.count - b.count {
    case 0: restA.dropFirst() == restB.dropFirst()
    case 1: restA.dropFirst() == restB
    default: restA == restB.dropFirst()
    }
  }
}

extension DuplicateFinder {
  /// The relics of the register that share a key, those with a position by latitude.
  private struct Group {
    private struct Member {
      let resident: Int
      let relic: Relic
      let name: [UInt16]
      let latitude: Double
    }

    private var placed: [Member] = []
    private var byTownship: [String: [Member]] = [:]
    private var largestAccuracy = 0.0

    init(_ references: [NameReference], of residents: [Relic]) {
      for reference in references {
        let relic = residents[reference.relic]
        let member = Member(
          resident: reference.relic, relic: relic, name: relic.names[reference.name],
          latitude: relic.coordinate?.latitude ?? 0)
        if relic.coordinate != nil {
          placed.append(member)
          largestAccuracy = max(largestAccuracy, relic.accuracy)
        }
        if let township = relic.township { byTownship[township, default: []].append(member) }
      }
      placed.sort { $0.latitude < $1.latitude }
    }

    /// Puts the best match of a newcomer's name in place of a worse one.
    func improve(_ best: inout Match?, of newcomer: Relic, called name: [UInt16]) {
      for member in candidates(of: newcomer)
      where areAlike(member.name, name) && member.relic.code != newcomer.code {
        var distance: Length?
        if let a = newcomer.coordinate, let b = member.relic.coordinate {
          let metres = Geodesic.distance(a, b)
          guard metres.metres <= max(least, newcomer.accuracy + member.relic.accuracy) else {
            continue
          }
          distance = metres
        }
        let match = Match(
          resident: member.resident, distance: distance, hasSameName: member.name == name)
        if best.map({ isBetter(match, $0) }) ?? true { best = match }
        // Without a position the first of the same name is the best.
        if newcomer.coordinate == nil, match.hasSameName { break }
      }
    }

    /// The members in reach, as far as latitude and longitude tell, and those of the township of which
    /// one has no position.
    private func candidates(of newcomer: Relic) -> [Member] {
      let neighbours = newcomer.township.flatMap { byTownship[$0] } ?? []
      guard let place = newcomer.coordinate else { return neighbours }
      // A degree of latitude is 110.5 km at least; of longitude, that times the cosine.
      let reach = max(least, newcomer.accuracy + largestAccuracy) / 110_000
      let cosine = cos(min(90, abs(place.latitude) + reach) * .pi / 180)
      let width = cosine > 0.01 ? reach / cosine : 360
      var index = placed.partitioningIndex { $0.latitude >= place.latitude - reach }
      var found: [Member] = []
      while index < placed.count, placed[index].latitude <= place.latitude + reach {
        let gap = abs((placed[index].relic.coordinate?.longitude ?? 0) - place.longitude)
        if min(gap, 360 - gap) <= width { found.append(placed[index]) }
        index += 1
      }
      return found + neighbours.filter { $0.relic.coordinate == nil }
    }

    private func isBetter(_ a: Match, _ b: Match) -> Bool {
      if a.hasSameName != b.hasSameName { return a.hasSameName }
      let (near, far) = (a.distance?.metres ?? .infinity, b.distance?.metres ?? .infinity)
      // Residents are numbered in the order of their codes.
      return near != far ? near < far : a.resident < b.resident
    }
  }
}

extension Array {
  /// The first index from which on `belongs` holds, in an array in which it holds from some index on.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
