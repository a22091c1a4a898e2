import Foundation
import HeritageRegistry

/// What two names say of whether the relics are one.
extension NameTable {
  /// The relation of two names and its weight, in bits.
  typealias Comparison = (relation: NameRelation, bits: Double)

  /// Compares all names of two relics; the pair of names that says most for the two being one counts.
  ///
  /// Cost: O(names of a × names of b × length).
  func compare(_ a: [Held], _ b: [Held]) -> Comparison {
    var best: Comparison = (.other, -.infinity)
    for x in a {
      for y in b {
        let found = compare(x, y)
        if found.bits > best.bits
          || found.bits == best.bits && found.relation < best.relation
        {
          best = found
        }
      }
    }
    return best.bits.isFinite ? best : (.other, 0)
  }

  /// Compares two names.
  func compare(_ a: Held, _ b: Held) -> Comparison {
    if a.spelling == b.spelling {
      let relation: NameRelation = a.prefix == b.prefix ? .same : .withoutPlace
      // Two places that differ say of two relics where each is.
      let isApart = a.prefix != b.prefix && a.prefix != 0 && b.prefix != 0
      let bits = log2(NameRelation.same.shareAmongSame * average / expected(a.spelling))
      return (relation, isApart ? bits - 5 : relation == .same ? bits : bits - 0.5)
    }
    let (x, y) = (spellings[Int(a.spelling)], spellings[Int(b.spelling)])
    var found = unlike(x, y, a.spelling, b.spelling)
    if found.relation != .other {
      // A name that the other survey has too is no slip of the pen.
      if x.holders.first > 0 && x.holders.second > 0 { found.bits -= 2 }
      if y.holders.first > 0 && y.holders.second > 0 { found.bits -= 2 }
    }
    let floor = log2(NameRelation.other.shareAmongSame)
    return found.bits < floor ? (found.relation, floor) : found
  }

  private func unlike(_ x: Spelling, _ y: Spelling, _ a: Int32, _ b: Int32) -> Comparison {
    if x.soundNumber == y.soundNumber {
      return weighed(.soundAlike, expected(sharing: .sound, a, b))
    }
    if let place = oneEdit(x.units, y.units) {
      let isSound =
        x.units.count == y.units.count
        && NameParts.soundAlike(x.units[place], y.units[place])
      let isOfKind = place >= min(x.core.upperBound, y.core.upperBound)
      guard isOfKind, x.coreNumber == y.coreNumber else {
        let whole = x.units.count >= y.units.count ? (a, b, place) : (b, a, place)
        // Other characters would have served as well; of those that sound alike there are few.
        let rate = isSound ? 1.0 : 0.15
        return weighed(
          isSound ? .oneSoundAlike : .oneEdit,
          expected(sharing: .open(whole.2), whole.0, whole.1) / rate)
      }
      return weighed(.sameCore, expected(sharing: .core, a, b))
    }
    if x.coreNumber == y.coreNumber, x.core.count > 1 {
      return weighed(.sameCore, expected(sharing: .core, a, b))
    }
    if Self.contains(y.units, x.units[x.core]) || Self.contains(x.units, y.units[y.core]) {
      let isFirst =
        Self.contains(y.units, x.units[x.core])
        && (x.core.count >= y.core.count || !Self.contains(x.units, y.units[y.core]))
      return weighed(.contained, expected(sharing: .containedCore(isFirst: isFirst), a, b))
    }
    var rarest: (pair: UInt32, count: Int)?
    Self.forEachPair(x.units) { pair in
      let count = count(ofPair: pair)
      guard count < rarest?.count ?? .max, Self.has(y.units, pair) else { return }
      rarest = (pair, count)
    }
    guard let rarest else { return (.other, log2(NameRelation.other.shareAmongSame)) }
    return weighed(.partial, expected(sharing: .pair(rarest.pair), a, b))
  }

  private func weighed(_ relation: NameRelation, _ expected: Double) -> Comparison {
    (relation, log2(relation.shareAmongSame * average / expected))
  }

  /// The place where one character more, less or other, in the longer of two names of three characters or
  /// more, makes them the same; nil where that does not.
  private func oneEdit(_ a: [UInt16], _ b: [UInt16]) -> Int? {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    guard short.count > 2, long.count - short.count <= 1 else { return nil }
    var start = 0
    while start < short.count, long[start] == short[start] { start += 1 }
    let rest = long.count == short.count ? short.dropFirst(start + 1) : short.dropFirst(start)
    return long.dropFirst(start + 1) == rest ? start : nil
  }

  private static func has(_ units: [UInt16], _ pair: UInt32) -> Bool {
    zip(units, units.dropFirst()).contains { UInt32($0) << 16 | UInt32($1) == pair }
  }

  /// Whether a part of two characters or more stands in a name.
  static func contains(_ units: [UInt16], _ part: ArraySlice<UInt16>) -> Bool {
    guard part.count > 1, part.count <= units.count, let first = part.first else { return false }
    return (0...units.count - part.count).contains { start in
      units[start] == first && units[start..<start + part.count] == part
    }
  }
}
