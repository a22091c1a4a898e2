import Geodesy
import HeritageRegistry
import MadeSurveys
import Testing

@testable import Reconciliation

@Suite("What is easily taken for something else")
struct TrapTests {
  private static let names = [
    "城头山遗址", "余家牌坊", "花瓦寺塔", "蜚云塔", "多安桥", "澧州文庙", "鸡叫城遗址", "八十垱遗址", "彭头山遗址", "丁公石刻", "车溪书院",
    "梦溪会馆",
  ]

  /// Relics some kilometres apart.
  private static func survey(
    _ names: [String] = names, codes: (Int) -> [String] = { ["430723-\(1000 + $0)"] }
  ) -> [SurveyedRelic] {
    names.enumerated().map { number, name in
      SurveyedRelic(
        codes: codes(number), name: name,
        coordinate: Coordinate(
          uncheckedLongitude: 111.5 + Double(number % 4) * 0.05,
          latitude: 29.6 + Double(number / 4) * 0.05),
        accuracy: 20, category: .ancientBuilding, level: .county, period: "清",
        years: 1636...1912, township: "车溪乡")
    }
  }

  private static func moved(_ position: Coordinate?, east: Double) -> Coordinate? {
    position.map {
      Coordinate(uncheckedLongitude: $0.longitude + east / 96_700, latitude: $0.latitude)
    }
  }

  @Test("a survey in GCJ-02 is shifted, and no relic of it has moved")
  func shifted() {
    let first = Self.survey()
    var second = first
    for index in second.indices {
      second[index].coordinate = second[index].coordinate.map(ChineseDatum.gcj02.shifted)
    }
    let result = Reconciler().reconcile(first, second)
    #expect(result.shift?.cause == .second(.gcj02))
    #expect((500...700).contains(result.shift?.length ?? 0))
    #expect(result.pairs.allSatisfy { $0.verdicts == [.kept] && $0.isSure })
    #expect(Reconciler().reconcile(second, first).shift?.cause == .first(.gcj02))
  }

  @Test("one relic that lies elsewhere has moved, and is no shift")
  func oneMoved() {
    let first = Self.survey()
    var second = first
    second[3].coordinate = Self.moved(second[3].coordinate, east: 800)
    let result = Reconciler().reconcile(first, second)
    #expect(result.shift == nil)
    #expect(result.pairs.filter { $0.verdicts == [.moved] }.map(\.first) == [3])
  }

  @Test("parts without a position are found by the name of their whole, in both directions")
  func unplacedParts() {
    func relics(_ last: [String]) -> [SurveyedRelic] {
      Self.survey(Self.names + last, codes: { _ in [] }).map { relic in
        var relic = relic
        (relic.coordinate, relic.accuracy, relic.township) = (nil, nil, nil)
        return relic
      }
    }
    let (whole, parts) = (relics(["十里岗遗址"]), relics(["十里岗遗址东区", "十里岗遗址西区"]))
    let split = Reconciler().reconcile(whole, parts)
    #expect(split.divisions.map(\.verdict) == [.split])
    #expect(split.divisions.first?.parts == [12, 13])
    #expect(split.gone.isEmpty && split.new.isEmpty)
    #expect(Reconciler().reconcile(parts, whole).divisions.map(\.verdict) == [.merged])
  }

  @Test("an equal code with another name in another place is no match")
  func recycled() {
    let first = Self.survey()
    var second = first
    second[0].name = "王家老屋"
    second[0].coordinate = Self.moved(second[0].coordinate, east: 40_000)
    second[0].township = "官垸镇"
    let result = Reconciler().reconcile(first, second)
    #expect(result.gone == [0] && result.new == [0])
    #expect(
      result.evidence(first: 0, second: 0).contains {
        $0.finding == .recycledCode("430723-1000") && $0.bits == 0
      })
  }

  @Test("where all relics were numbered anew, names and places decide")
  func renumbered() {
    let first = Self.survey()
    let second = Self.survey(codes: { ["430723-\(1000 + ($0 + 5) % 12)"] })
    let result = Reconciler().reconcile(first, second)
    #expect(result.codes.areAnew)
    #expect(result.pairs.allSatisfy { $0.first == $0.second && $0.isSure })
  }

  @Test("a county with another code keeps the numbers behind it")
  func countyCode() {
    let first = Self.survey(codes: { ["432424-\(1000 + $0)"] })
    var second = Self.survey(codes: { ["430723—\(1000 + $0)  "] })
    second[2].name = "塔"
    let result = Reconciler().reconcile(first, second)
    #expect(result.codes.changedCounty)
    #expect(result.pairs.count == 12)
    #expect(
      result.evidence(first: 2, second: 2).contains {
        $0.finding == .sameSerial("432424-1002", "430723—1002  ") && $0.bits > 3
      })
  }

  @Test("a code with other dashes and blanks is the same code")
  func dashes() {
    #expect(CodeKey(" 430124—1245 ") == CodeKey("430124-1245"))
    #expect(CodeKey("430124－－1245") == CodeKey("430124-1245"))
    #expect(CodeKey("  ") == nil)
  }

  @Test("a tomb of a group that goes on is new, and a group that is gone was split")
  func groups() {
    var first = Self.survey()
    first[0].name = "丁家岗墓群"
    var second = first
    var tomb = first[0]
    (tomb.name, tomb.codes) = ("丁家岗墓群1号", [])
    second.append(tomb)
    let kept = Reconciler().reconcile(first, second)
    #expect(kept.new == [12] && kept.divisions.isEmpty)
    second[0].name = "丁家岗墓群2号"
    let split = Reconciler().reconcile(first, second)
    #expect(split.divisions.map(\.verdict) == [.split])
    #expect(split.divisions.first?.parts == [0, 12])
    #expect(split.counts.total == 13)
    let merged = Reconciler().reconcile(second, first)
    #expect(merged.divisions.map(\.verdict) == [.merged])
    #expect(merged.counts.total == 12)
  }

  @Test("a name that joins two takes both")
  func joined() {
    var first = Self.survey()
    first[4].coordinate = Self.moved(first[1].coordinate, east: 40)
    var second = first
    second[1].name = "余家牌坊、多安桥"
    second[1].codes = []
    second.remove(at: 4)
    let result = Reconciler().reconcile(first, second)
    #expect(result.divisions.map(\.parts) == [[1, 4]])
  }

  @Test("a township that was merged is the one that it is part of")
  func townships() {
    var (first, second) = (Self.survey(), Self.survey())
    for index in first.indices {
      first[index].coordinate = nil
      (first[index].township, second[index].township) = ("道河乡", "官垸镇")
    }
    let apart = Reconciler().reconcile(first, second).pairs.map(\.score)
    let known = Reconciler(successors: ["道河乡": "官垸镇"]).reconcile(first, second).pairs
    #expect(known.count == 12 && zip(known, apart).allSatisfy { $0.score > $1 })
  }

  @Test("without positions, rare names and codes are enough, and common names are not")
  func unplaced() {
    func survey(_ names: [String]) -> [SurveyedRelic] {
      names.map { SurveyedRelic(name: $0, category: .ancientBuilding, township: "车溪乡") }
    }
    let rare = Reconciler().reconcile(survey(Self.names), survey(Self.names))
    #expect(rare.pairs.count == 12)
    let common = Array(repeating: "李家桥", count: 12)
    let equal = Reconciler().reconcile(survey(common), survey(common))
    #expect(equal.pairs.allSatisfy { !$0.isSure })
  }

  @Test("one name for all is told apart by place")
  func oneName() {
    let all = Self.survey(Array(repeating: "古井", count: 12), codes: { _ in [] })
    let result = Reconciler().reconcile(all, all)
    #expect(result.pairs.allSatisfy { $0.first == $0.second } && result.pairs.count == 12)
  }

  @Test("codes that stand twice in a survey are named")
  func repeated() {
    var second = Self.survey()
    second[1].codes = second[0].codes
    let result = Reconciler().reconcile(Self.survey(), second)
    #expect(result.codes.repeatedSecond == ["430723-1000"])
    #expect(result.pairs.count == 12 && result.pairs.allSatisfy { $0.first == $0.second })
  }

  @Test("nothing beside nothing, and beside something")
  func empty() {
    #expect(Reconciler().reconcile([], []).counts.total == 0)
    #expect(Reconciler().reconcile([], Self.survey()).new.count == 12)
    #expect(Reconciler().reconcile(Self.survey(), []).gone.count == 12)
  }

  @Test(
    "a place in front of a name, a slip and another generic word are told from another name",
    arguments: [
      ("城头山遗址", "车溪乡城头山遗址", NameRelation.withoutPlace),
      ("城头山遗址", "城頭山遗址", .same), ("城头山遗址", "成头山遗址", .soundAlike),
      ("城头山遗址", "城头三山遗址", .oneEdit), ("城头山遗址", "城头山古城址", .contained),
      ("丁家老屋", "丁家大屋", .sameCore), ("城头山遗址", "城头山遗址东区", .contained),
      ("李家桥", "王家塔", .other), ("八十垱遗址", "80垱遗址", .same),
    ])
  func names(_ a: String, _ b: String, _ relation: NameRelation) {
    var table = NameTable()
    let x = table.add(a, places: ["车溪乡"], isFirst: true)
    let y = table.add(b, places: ["车溪乡"], isFirst: false)
    table.finish(relics: 200)
    guard let x, let y else { return #expect(Bool(false), "no name") }
    #expect(table.compare(x, y).relation == relation)
  }
}
