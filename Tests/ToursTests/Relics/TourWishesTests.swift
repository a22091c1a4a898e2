import HeritageRegistry
import Hours
import Testing
import TourPlanner

@testable import Tours

@Suite("Wishes and scores")
struct TourWishesTests {
  private func wishes(_ asked: AskedWishes, days: Int = 2) throws -> TourWishes {
    try TourWishes(asked, days: days, in: TestCounty.open())
  }

  @Test("Wishes go by the codes of the register, however they are written")
  func codes() throws {
    let wishes = try wishes(
      AskedWishes(
        musts: ["t-1,T-2"], skipped: ["T-4"], pins: ["t-1=2"], visits: ["t-2=1h"],
        hours: ["t-2=Tu-Su 09:00-17:00"]))
    #expect(wishes.musts == ["T-1", "T-2"])
    #expect(wishes.skipped == ["T-4"])
    #expect(wishes.pins == ["T-1": 1])
    #expect(wishes.seconds == ["T-2": 3600])
    #expect(try wishes.hours == ["T-2": OpeningHours(text: "Tu-Su 09:00-17:00")])
    #expect(Set(wishes.sites.keys) == ["T-1", "T-2", "T-4"])
  }

  @Test(
    "What cannot be read, is said twice or contradicts itself",
    arguments: [
      (AskedWishes(visits: ["T-1"]), TourError.noPair(.visit, "T-1")),
      (AskedWishes(visits: ["T-1=-3h"]), .badVisitLength(pair: "T-1=-3h", value: "-3h")),
      (AskedWishes(hours: ["T-1=Tu"]), .badHours(.badRules("Tu"))),
      (AskedWishes(hours: ["T-1=9:00-9:00"]), .badHours(.badIntervals("9:00-9:00"))),
      (AskedWishes(pins: ["T-1=3"]), .badPin(pair: "T-1=3", days: 2)),
      (AskedWishes(pins: ["=3"]), .noPair(.pin, "=3")),
      (AskedWishes(pins: ["T-1=1", "t-1=2"]), .namedTwice(.pin, code: "T-1")),
      (AskedWishes(visits: ["T-1=1h", "T-1=1h"]), .namedTwice(.visit, code: "T-1")),
      (
        AskedWishes(preferences: ["bridge=2"]), .unknownPreference(pair: "bridge=2", name: "bridge")
      ),
      (AskedWishes(preferences: ["national=1001"]), .badFactor(pair: "national=1001")),
      (AskedWishes(musts: ["T-1"], skipped: ["T-1"]), .visitedAndSkipped(code: "T-1")),
      (AskedWishes(skipped: ["T-1"], pins: ["T-1=1"]), .visitedAndSkipped(code: "T-1")),
    ])
  func refused(asked: AskedWishes, error: TourError) {
    #expect(throws: error) { try wishes(asked) }
  }

  @Test("A code that no relic has is the register's error")
  func unknown() {
    #expect(throws: RegistryError.self) { try wishes(AskedWishes(musts: ["T-99"])) }
  }

  @Test("Points by level, times the factors of level and category")
  func scores() throws {
    let site = try TestCounty.open().site("T-1")
    #expect(try TourScores().score(site) == 100)
    #expect(try TourScores(["national=0.5", "modern_site=3"]).score(site) == 150)
    #expect(try TourScores(["county=0.5", "ancient_tomb=3"]).score(site) == 100)
  }

  @Test(
    "Relics that cannot be chosen are left out with the reason, and refused where they must be seen"
  )
  func candidates() throws {
    let registry = try TestCounty.open()
    let all = try registry.sites(matching: SiteQuery()).items
    let visits = try registry.visits(of: all.map(\.code))
    func candidates(_ musts: [String]) throws -> TourCandidates {
      try TourCandidates(
        all, visits: visits, wishes: try wishes(AskedWishes(musts: musts)), audience: .public)
    }
    let found = try candidates([])
    #expect(found.chosen.map(\.site.code) == ["T-1", "T-2", "T-5"])
    #expect(found.leftOut.map(\.stop) == ["T-3", "T-4", "T-6"])
    #expect(found.leftOut.map(\.reason) == [.positionWithheld, .noPosition, .byArrangement])
    for (code, reason) in zip(found.leftOut.map(\.stop), found.leftOut.map(\.reason)) {
      #expect(throws: TourError.mustSeeRefused(code: code, reason)) { try candidates([code]) }
    }
  }

  @Test("Of too many relics those with the most points for their time are kept, and must-sees")
  func preselection() throws {
    let wishes = try wishes(AskedWishes(musts: ["T-2"]))
    let far = try TestCounty.open().site("T-2")
    func site(_ number: Int) -> Site {
      Site(
        code: "S-\(number)", nameZH: "点", level: number % 2 == 0 ? .national : .county,
        levelBasis: .listed, position: far.position, provenance: .survey)
    }
    let most = TourCandidates.most
    let all = [far] + (0..<most + 200).map(site)
    let visit = try TestCounty.open().visits(of: ["T-2"])["T-2"]
    let visits = Dictionary(uniqueKeysWithValues: all.map { ($0.code, visit) }).compactMapValues {
      $0
    }
    var candidates = try TourCandidates(all, visits: visits, wishes: wishes, audience: .public)
    candidates.preselect(wishes, near: far.position?.coordinate, secondsPerMetre: 0.1)
    #expect(candidates.chosen.count == most)
    #expect(candidates.preselectedFrom == most + 201)
    #expect(candidates.sites.count == most)
    #expect(candidates.chosen.contains { $0.site.code == "T-2" })
    #expect(candidates.chosen.count { $0.site.level == .national } == (most + 200) / 2)
  }
}
