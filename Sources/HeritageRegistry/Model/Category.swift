/// The six classes of the national surveys of immovable relics.
public enum Category: String, Vocabulary {
  /// 古文化遗址
  case ancientSite = "ancient_site"
  /// 古墓葬
  case ancientTomb = "ancient_tomb"
  /// 古建筑
  case ancientBuilding = "ancient_building"
  /// 石窟寺及石刻
  case caveTempleStone = "cave_temple_stone"
  /// 近现代重要史迹及代表性建筑
  case modernSite = "modern_site"
  /// 其他
  case other

  /// What messages call it.
  public static var noun: String { "category" }

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.ancientSite, .zh): "古文化遗址"
    case (.ancientTomb, .zh): "古墓葬"
    case (.ancientBuilding, .zh): "古建筑"
    case (.caveTempleStone, .zh): "石窟寺及石刻"
    case (.modernSite, .zh): "近现代重要史迹及代表性建筑"
    case (.other, .zh): "其他"
    case (.ancientSite, .en): "Ancient site"
    case (.ancientTomb, .en): "Ancient tomb"
    case (.ancientBuilding, .en): "Ancient building"
    case (.caveTempleStone, .en): "Cave temple or stone carving"
    case (.modernSite, .en): "Modern site"
    case (.other, .en): "Other"
    }
  }
}
