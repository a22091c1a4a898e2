import Hours
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The entry of a relic")
struct RegistryEntryTests {
  @Test("Chengtoushan has its names, designation, group, hours and sources")
  func chengtoushan() throws {
    let entry = try TestRegister.lixian.get().open().entry("LX-0001")
    #expect(entry.site.nameZH == "城头山遗址")
    #expect(entry.site.period.years(in: .en) == "4500–2000 BCE")
    #expect(entry.site.cultures == ["汤家岗文化", "大溪文化", "屈家岭文化", "石家河文化"])
    #expect(
      entry.dossier.otherNames.map(\.name)
        == ["城头山古城遗址", "城头山古文化遗址", "城头山屈家岭文化城址", "屈家岭文化城址"])
    #expect(entry.dossier.designations.map(\.officialCode) == ["4-0017-1-017"])
    #expect(entry.groups.map(\.key) == ["liyang-plain"])
    #expect(entry.groups.map(\.memberCount) == [13])
    #expect(entry.visit?.openings.map(\.weekday) == Weekday.allCases)
    #expect(entry.visit?.openings.first?.closes == ClockTime("16:00"))
    #expect(entry.dossier.sources.count == 5)
    #expect(
      entry.dossier.sources.first
        == "State Council lists, batches 1-8 (data set geodoi.ac.cn Id=3503)")
  }

  @Test("The present designation comes before the former ones, and zones in words have no shape")
  func cityWall() throws {
    let entry = try TestRegister.lixian.get().open().entry("LX-0013")
    #expect(entry.dossier.designations.map(\.standing) == [.present, .former])
    #expect(entry.zones.map(\.kind) == [.protection, .control])
    #expect(entry.zones.allSatisfy { $0.status == .described })
  }

  @Test("The sixteenth national unit has a number, and neither name nor place")
  func unidentified() throws {
    let site = try TestRegister.lixian.get().open().site("LX-0016")
    #expect(site.level == .national)
    #expect(site.levelBasis == .unidentified)
    #expect(site.position == nil)
    #expect(site.category == nil)
  }

  @Test(
    "A code that is not there is answered with what resembles it",
    arguments: [
      ("LX-0099", ["LX-0009 鸡叫城遗址", "LX-0019 李家岗遗址", "LX-0029 松澧分流工程纪念塔"]),
      ("城头山", ["LX-0001 城头山遗址"]),
      ("nothing like it", []),
    ])
  func notFound(code: String, nearest: [String]) throws {
    let registry = try TestRegister.lixian.get().open()
    #expect(throws: RegistryError.siteNotFound(code: code, nearest: nearest)) {
      try registry.site(code)
    }
  }

  @Test("Groups, intangible heritage, townships and places are listed")
  func lists() throws {
    let registry = try TestRegister.lixian.get().open()
    #expect(try registry.groups.map(\.key) == ["liyang-plain", "lizhou-walls"])
    #expect(throws: RegistryError.groupNotFound(key: "x", known: ["liyang-plain", "lizhou-walls"]))
    {
      try registry.group("x")
    }
    let items = try registry.intangibleItems()
    #expect(items.count == 7)
    #expect(items.first?.nameZH == "澧水船工号子")
    #expect(items.map(\.level.rank) == items.map(\.level.rank).sorted())
    #expect(try registry.townships().count == 19)
    #expect(
      try registry.places().map(\.key) == ["county-town", "jinshi", "lixian-station", "shimen"])
    #expect(try registry.places().map(\.kind) == [.start, .start, .station, .start])
    #expect(try registry.places().allSatisfy { $0.source != nil })
  }
}
