public import HeritageRegistry

/// One reason for or against two entries being one relic.
public struct PairEvidence: Hashable, Sendable {
  /// What was compared.
  public enum Finding: Hashable, Sendable {
    /// How rare it is that two entries taken at random are one relic.
    case chance
    /// Both have this code.
    case sameCode(String)
    /// Both have the code behind the digits of two counties.
    case sameSerial(String, String)
    /// Both have a code, but another name in another place: it was given again, or mistyped.
    case recycledCode(String)
    /// Each has a code, and they differ.
    case otherCodes(String, String)
    /// How the names are related.
    case names(NameRelation, String, String)
    /// How far apart they are, and how far they may lie from where they are said to be, in metres.
    case distance(Double, within: Double)
    /// Both lie in the township.
    case sameTownship(String)
    /// They lie in two townships.
    case otherTownships(String, String)
    /// Both lie in the village.
    case sameVillage(String)
    /// They lie in two villages.
    case otherVillages(String, String)
    /// Both are of the category.
    case sameCategory(Category)
    /// They are of two categories.
    case otherCategories(Category, Category)
    /// Both have the level.
    case sameLevel(ProtectionLevel)
    /// They have two levels.
    case otherLevels(ProtectionLevel, ProtectionLevel)
    /// Both are of this period.
    case samePeriod(String)
    /// The years of their periods overlap.
    case overlappingPeriods(String, String)
    /// Their periods have nothing in common.
    case otherPeriods(String, String)
  }

  /// What was found.
  public let finding: Finding
  /// What it weighs, in bits; positive speaks for one relic.
  ///
  /// The base-2 logarithm of how much oftener it is found where the two are one than where they are not.
  public let bits: Double
}
