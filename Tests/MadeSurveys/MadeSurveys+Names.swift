import Geodesy
import HeritageRegistry
import Reconciliation

/// What the made relics are called and where they lie.
extension MadeSurveys {
  static let accuracies = [10.0, 10, 30, 30, 100, 100, 300, 500, 1000, 2000]

  static let periods: [(words: String, years: ClosedRange<Int>)] = [
    ("新石器时代", -6000 ... -2000), ("商", -1600 ... -1046), ("东周", -770 ... -221),
    ("汉", -206...220), ("唐", 618...907), ("宋", 960...1279), ("元", 1271...1368),
    ("明", 1368...1644), ("清", 1636...1912), ("清", 1636...1912), ("清", 1636...1912),
    ("民国", 1912...1949), ("明清", 1368...1912),
  ]

  /// Characters of place names.
  static let syllables = Array(
    "城头山车溪澧阳涔南大堰垱梦溪如东复兴码金罗火连甘洞坪王官渡小渡口盐井张公庙闸道河方石宋鲁湖永丰双龙九垸雷杨家中武毛栗太青东岳白马黄泥新洲彭观音丁优周青羊乌鸦虎"
  ).map(String.init)

  private static let kinds: [(word: String, category: Category)] = [
    ("遗址", .ancientSite), ("遗址", .ancientSite), ("墓群", .ancientTomb), ("墓", .ancientTomb),
    ("寺", .ancientBuilding), ("塔", .ancientBuilding), ("书院", .ancientBuilding),
    ("牌坊", .ancientBuilding), ("城址", .ancientSite), ("窑址", .ancientSite),
    ("故居", .modernSite), ("旧址", .modernSite), ("纪念碑", .modernSite),
    ("摩崖石刻", .caveTempleStone), ("宗祠", .ancientBuilding), ("文昌阁", .ancientBuilding),
  ]

  private static let surnames = Array("李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗").map(String.init)

  private static let villageKinds: [(word: String, category: Category)] = [
    ("家桥", .ancientBuilding), ("家老屋", .ancientBuilding), ("家祠堂", .ancientBuilding),
    ("家墓", .ancientTomb), ("家井", .ancientBuilding), ("家大屋", .ancientBuilding),
    ("家台遗址", .ancientSite), ("家湾遗址", .ancientSite), ("家坟山墓群", .ancientTomb),
    ("家闸", .modernSite), ("家碾坊", .ancientBuilding), ("家渡", .other),
    ("家岗墓群", .ancientTomb), ("家牌坊", .ancientBuilding), ("家粮仓", .modernSite),
    ("家院子", .ancientBuilding),
  ]

  /// Such as 姓 + 家桥: one of 320.
  mutating func villageName() -> (text: String, category: Category) {
    let kind = draw(Self.villageKinds)
    return (draw(Self.surnames) + kind.word, kind.category)
  }

  /// Such as a national unit has: one or two words of a place and a kind.
  mutating func listedName() -> (text: String, category: Category) {
    let kind = draw(Self.kinds)
    let length = 2 + drawn(below: 2)
    let place = (0..<length).map { _ in draw(Self.syllables) }.joined()
    return (place + kind.word, kind.category)
  }

  /// The name of a village, 张家村.
  static func village(_ dice: inout Dice) -> String {
    dice.pick(syllables) + dice.pick(syllables) + "村"
  }

  /// A name with one character that is read alike or looks alike, missing, or doubled.
  mutating func misspelt(_ name: String) -> String {
    var characters = Array(name)
    let place = drawn(below: characters.count)
    switch drawn(below: 4) {
    case 0 where characters.count > 3: characters.remove(at: place)
    case 1: characters.insert(draw(["新", "老", "古", "大"])[...].first ?? "古", at: place)
    case 2: characters[place] = Self.slips[characters[place]] ?? Character(draw(Self.syllables))
    default: characters[place] = Self.slips[characters[place]] ?? "某"
    }
    return String(characters)
  }

  /// Characters that are taken for others.
  private static let slips: [Character: Character] = [
    "城": "成", "桥": "侨", "李": "里", "张": "章", "溪": "西", "阳": "杨", "墓": "幕", "祠": "词", "址": "止",
    "王": "汪",
    "刘": "留", "陈": "成", "周": "州", "吴": "武", "家": "加", "屋": "物", "山": "三", "塔": "搭", "寺": "事",
    "井": "景",
  ]

  // MARK: the ground

  private var west: Double { 111.3 }
  private var south: Double { 29.3 }

  /// A place in metres, scattered by an accuracy that holds most positions.
  mutating func scattered(_ place: (Double, Double), by accuracy: Double) -> Coordinate {
    let (x, y) = (normal() * accuracy / 2, normal() * accuracy / 2)
    return Coordinate(
      uncheckedLongitude: west + (place.0 + x) / 96_900, latitude: south + (place.1 + y) / 111_200)
  }

  /// The metres of a position.
  func plane(_ position: Coordinate) -> (Double, Double) {
    ((position.longitude - west) * 96_900, (position.latitude - south) * 111_200)
  }

  func cosine(_ angle: Double) -> Double {
    // By the series, which is the same on every machine.
    var (sum, term) = (1.0, 1.0)
    let reduced = angle.remainder(dividingBy: 2 * .pi)
    for k in 1...12 {
      term *= -reduced * reduced / Double((2 * k - 1) * (2 * k))
      sum += term
    }
    return sum
  }
}

/// The nearest relic of each, by cells.
struct Neighbours {
  private var cells: [[Int]: [Int]] = [:]

  init(_ relics: [SurveyedRelic]) {
    for (number, relic) in relics.enumerated() {
      cells[Self.cell(relic), default: []].append(number)
    }
  }

  private static func cell(_ relic: SurveyedRelic) -> [Int] {
    [Int((relic.coordinate?.longitude ?? 0) / 0.03), Int((relic.coordinate?.latitude ?? 0) / 0.03)]
  }

  /// The nearest of the same category that is still free.
  mutating func nearest(
    of number: Int, in relics: [SurveyedRelic], except used: Set<Int>
  ) -> Int? {
    let cell = Self.cell(relics[number])
    var best: (distance: Double, number: Int)?
    for x in -1...1 {
      for y in -1...1 {
        for other in cells[[cell[0] + x, cell[1] + y]] ?? []
        where !used.contains(other) && relics[other].category == relics[number].category {
          guard let a = relics[number].coordinate, let b = relics[other].coordinate else {
            continue
          }
          let distance = Geodesic.distance(a, b).metres
          if distance < best?.distance ?? 3000 { best = (distance, other) }
        }
      }
    }
    return best?.number
  }
}
