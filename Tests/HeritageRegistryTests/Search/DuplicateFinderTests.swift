import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Likely duplicates")
struct DuplicateFinderTests {
  private static func relic(
    _ code: String, _ name: String, at place: (Double, Double)? = (111.5, 29.5),
    accuracy: Double = 0, in township: String? = nil
  ) -> DuplicateFinder.Relic {
    DuplicateFinder.Relic(
      code: code, names: [NameFolding.fold(name)],
      coordinate: place.map { Coordinate(uncheckedLongitude: $0.0, latitude: $0.1) },
      accuracy: accuracy, township: township)
  }

  @Test(
    "Names are alike when they fold to the same or are one character apart",
    arguments: [
      ("城头山遗址", "城頭山遺址", true), ("城头山遗址", "城头山", false), ("城头山遗址", "城头山古遗址", true),
      ("城头山遗址", "城头遗址", true), ("城头山遗址", "鸡叫城遗址", false), ("城头山遗址", "彭头山遗址", true),
      ("文庙", "武庙", false), ("文庙", "文庙", true), ("文庙", "老文庙", false), ("余家牌坊", "余家石牌坊", true),
      ("城头山遗址", "头城山遗址", false), ("A区遗址", "a区遗址", true),
    ])
  func names(a: String, b: String, areAlike: Bool) {
    let match = DuplicateFinder([Self.relic("N", a)]).matches(among: [Self.relic("T", b)])[0]
    #expect((match != nil) == areAlike)
    #expect(DuplicateFinder.areAlike(NameFolding.fold(a), NameFolding.fold(b)) == areAlike)
  }

  /// A hundredth of a degree of latitude is 1,108 m here.
  @Test(
    "Places match within the accuracies, and within 500 m however accurate they claim to be",
    arguments: [
      (0.0045, 0.0, 0.0, true), (0.0046, 0, 0, false), (0.01, 600, 600, true),
      (0.01, 500, 600, false), (0.01, 0, 1200, true), (0.0045, 1, 1, true),
    ])
  func places(degrees: Double, a: Double, b: Double, match: Bool) {
    let found = DuplicateFinder([Self.relic("N", "一亭", accuracy: a)])
      .matches(among: [Self.relic("T", "一亭", at: (111.5, 29.5 + degrees), accuracy: b)])
    #expect((found[0] != nil) == match)
  }

  @Test("Where one has no position the township decides, and without a township nothing does")
  func townships() {
    let residents = [
      Self.relic("T1", "一亭", at: nil, in: "西镇"), Self.relic("T2", "一亭", at: nil, in: "东镇"),
      Self.relic("T3", "一亭", at: (111, 29), in: "东镇"), Self.relic("T4", "一亭", at: nil),
    ]
    let finder = DuplicateFinder([
      Self.relic("N1", "一亭", in: "东镇"), Self.relic("N2", "一亭", at: nil, in: "东镇"),
      Self.relic("N3", "一亭", at: nil), Self.relic("N4", "一亭"),
      Self.relic("N5", "一亭", at: (111, 29), in: "东镇"),
    ])
    let found = finder.matches(among: residents)
    #expect(found.map { $0?.resident } == [1, 1, nil, nil, 2])
    #expect(found[4]?.distance == .metres(0))
    #expect(found[0]?.distance == nil)
  }

  @Test("The same name comes before a near one, the nearer before the farther, then the code")
  func best() {
    let residents = [
      Self.relic("T1", "城头山古遗址"), Self.relic("T2", "城头山遗址", at: (111.5, 29.503)),
      Self.relic("T3", "城头山遗址", at: (111.5, 29.501)),
      Self.relic("T4", "城头山遗址", at: (111.5, 29.501)),
    ]
    let found = DuplicateFinder([Self.relic("N", "城头山遗址")]).matches(among: residents)
    #expect(found[0]?.resident == 2)
    #expect(found[0]?.hasSameName == true)
  }

  @Test("It finds what a look at every pair finds", arguments: Cases.seeds(1...6))
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.unit() * Double(values.count))]
    }
    func relics(_ count: Int, _ prefix: String) -> [DuplicateFinder.Relic] {
      (0..<count).map { index in
        // Few characters and short names: most pairs are near in name.
        let names = (0..<(random.unit() < 0.2 ? 2 : 1)).map { _ in
          NameFolding.fold(
            String((0..<Int(1 + random.unit() * 5)).map { _ in pick(Array("山水城庙亭")) }))
        }
        // Clusters, one of them on the antimeridian, one near a pole.
        let centre = pick([(111.5, 29.5), (179.999, 10), (-179.999, 10), (20, 89.99)])
        let spread = pick([0.001, 0.01, 0.05])
        let longitude = centre.0 + (random.unit() - 0.5) * spread
        let place = (
          longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
          min(90, centre.1 + (random.unit() - 0.5) * spread)
        )
        return DuplicateFinder.Relic(
          code: "\(prefix)\(1000 + index)", names: names,
          coordinate: random.unit() < 0.8
            ? Coordinate(uncheckedLongitude: place.0, latitude: place.1) : nil,
          accuracy: pick([0, 0, 50, 800, 5000]), township: pick([nil, "东镇", "西镇"]))
      }
    }
    let (newcomers, residents) = (relics(120, "N"), relics(200, "T"))
    let finder = DuplicateFinder(newcomers)
    let found = finder.matches(among: residents)
    for (newcomer, match) in zip(newcomers, found) {
      #expect(match == Self.best(for: newcomer, among: residents), "\(newcomer)")
    }
    // Who has no name in common with a newcomer need not be looked at.
    for resident in residents {
      let matches = newcomers.contains { Self.best(for: $0, among: [resident]) != nil }
      #expect(!matches || resident.names.contains { finder.mayMatch($0[...]) })
    }
  }

  /// The best match, by a look at every relic of the register.
  private static func best(
    for newcomer: DuplicateFinder.Relic, among residents: [DuplicateFinder.Relic]
  ) -> DuplicateFinder.Match? {
    residents.indices.compactMap { index -> DuplicateFinder.Match? in
      let resident = residents[index]
      let distances = newcomer.names.flatMap { a in
        resident.names.compactMap { b -> Int? in
          let texts = [a, b].map { String(decoding: $0, as: UTF16.self) }
          let distance = EditDistance.between(texts[0], texts[1])
          return distance == 0 || (distance == 1 && min(a.count, b.count) >= 3) ? distance : nil
        }
      }
      guard let least = distances.min() else { return nil }
      guard let a = newcomer.coordinate, let b = resident.coordinate else {
        guard let township = newcomer.township, township == resident.township else { return nil }
        return DuplicateFinder.Match(resident: index, distance: nil, hasSameName: least == 0)
      }
      let distance = Geodesic.distance(a, b)
      guard distance.metres <= max(500, newcomer.accuracy + resident.accuracy) else { return nil }
      return DuplicateFinder.Match(resident: index, distance: distance, hasSameName: least == 0)
    }.min { a, b in
      let (near, far) = (a.distance?.metres ?? .infinity, b.distance?.metres ?? .infinity)
      return (a.hasSameName ? 0 : 1, near, a.resident) < (b.hasSameName ? 0 : 1, far, b.resident)
    }
  }
}
