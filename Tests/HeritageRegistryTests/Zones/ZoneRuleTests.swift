import HeritageRegistry
import Testing

@Suite("Zones in words")
struct ZoneRuleTests {
  @Test(
    "What follows from the words of announcements, and what does not",
    arguments: [
      ("以窑址外沿为基准,四周分别向外延伸3米", .protection, .around(3, isFromCentre: false)),
      ("塔基外50米以内", .protection, .around(50, isFromCentre: false)),
      ("外延五十米", .protection, .around(50, isFromCentre: false)),
      ("墓葬四周各１００公尺", .protection, .around(100, isFromCentre: false)),
      ("四周各外延一百二十米", .protection, .around(120, isFromCentre: false)),
      ("外延半里", .protection, .unread),
      ("外延2里", .protection, .around(1000, isFromCentre: false)),
      ("中心为基点,半径10米以内", .protection, .around(10, isFromCentre: true)),
      (
        "以墓葬中心为基点,东2000米,南2500米,西2000米,北2500米以内", .protection,
        .directions(east: 2000, south: 2500, west: 2000, north: 2500, isFromCentre: true)
      ),
      (
        "自墙基起东、西各30米，南、北各20米", .protection,
        .directions(east: 30, south: 20, west: 30, north: 20, isFromCentre: false)
      ),
      ("东2000米,南2500米,西2000米", .protection, .unread),
      ("保护范围外50米", .control, .beyondProtection(least: 50, most: 50)),
      ("四向各至保护范围外50米处", .control, .beyondProtection(least: 50, most: 50)),
      ("与保护范围重合", .control, .asProtection),
      ("西至民房,南至台阶南侧", .protection, .unread),
      ("东250米至一○六省道,西100米,南50米,北50米", .protection, .unread),
      ("向东面和北面延伸3米，西至民房", .protection, .unread),
      ("遗迹分布区", .protection, .unread),
      ("现围墙外沿", .protection, .unread),
      ("以滴水为界", .protection, .unread),
      ("东至水沟外15米，南、西、北各15米", .protection, .unread),
      ("30 m on each side of the foot of the wall", .protection, .around(30, isFromCentre: false)),
      (
        "a further 30 m all round beyond the protection zone", .control,
        .beyondProtection(least: 30, most: 30)
      ),
      ("east to 15 m beyond a dwelling, south to 50 m beyond a dwelling", .protection, .unread),
    ] as [(String, Zone.Kind, ZoneRule)])
  func words(words: String, kind: Zone.Kind, rule: ZoneRule) {
    #expect(ZoneRule(words, kind: kind) == rule)
  }
}
