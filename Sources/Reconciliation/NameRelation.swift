/// How the names of two relics are related.
public enum NameRelation: Int, Hashable, Sendable, CaseIterable {
  /// They are the same, whatever the width, case, accents, signs and forms of characters.
  case same
  /// They are the same but for the place that stands before one of them.
  case withoutPlace
  /// Their characters are read alike.
  case soundAlike
  /// One character is another, and is read alike.
  case oneSoundAlike
  /// One character is more, less or other.
  case oneEdit
  /// What is their own is the same, and the generic word is another: 李家老屋, 李家大屋.
  case sameCore
  /// One is a part of the other, or of a name that joins several: 东岳庙东区, 李家桥、王家桥.
  case contained
  /// They share two characters in a row.
  case partial
  /// They have nothing in common.
  case other

  /// Whether the names say rather that the relics are one.
  var isAlike: Bool { self < .partial }

  /// Whether the two end with the same generic word, so that the category follows from the name.
  var sharesKind: Bool { self <= .oneSoundAlike }

  /// How often the two names of one relic are so related, by and large.
  ///
  /// The shares follow what resurveys report of misspellings, place names put in front and names given anew;
  /// they were set by hand on made surveys, and are not fitted to any county.
  var shareAmongSame: Double {
    switch self {
    case .same: 0.74
    case .withoutPlace: 0.08
    case .soundAlike: 0.01
    case .oneSoundAlike: 0.03
    case .oneEdit: 0.04
    case .sameCore: 0.03
    case .contained: 0.03
    case .partial: 0.02
    case .other: 0.04
    }
  }
}

extension NameRelation: Comparable {
  /// Whether `a` is the closer relation.
  public static func < (a: NameRelation, b: NameRelation) -> Bool { a.rawValue < b.rawValue }
}
