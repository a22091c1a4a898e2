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
  public static var noun: Labels { Labels(zh: "类别", en: "category") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .ancientSite: Labels(zh: "古文化遗址", en: "Ancient site")
    case .ancientTomb: Labels(zh: "古墓葬", en: "Ancient tomb")
    case .ancientBuilding: Labels(zh: "古建筑", en: "Ancient building")
    case .caveTempleStone: Labels(zh: "石窟寺及石刻", en: "Cave temple or stone carving")
    case .modernSite: Labels(zh: "近现代重要史迹及代表性建筑", en: "Modern site")
    case .other: Labels(zh: "其他", en: "Other")
    }
  }
}
