import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Outlines and rivers")
struct OutlineTests {
  @Test("The county's outline and its neighbours' come as they were entered")
  func outlines() throws {
    let outlines = try TestRegister.lixian.get().open().outlines()
    #expect(
      outlines.map(\.nameZH) == ["澧县", "松滋市", "公安县", "临澧县", "石门县", "安乡县", "津市市"])
    #expect(outlines.map(\.kind) == [.county] + Array(repeating: .neighbour, count: 6))
    #expect(outlines[0].code == "430723")
    #expect(
      outlines[0].area.contains(Coordinate(uncheckedLongitude: 111.65556, latitude: 29.69167)))
  }

  @Test("The rivers have their course, and one has a name")
  func rivers() throws {
    let rivers = try TestRegister.lixian.get().open().rivers()
    #expect(rivers.count == 11)
    #expect(Set(rivers.compactMap(\.nameZH)) == ["澧水"])
    #expect(rivers.allSatisfy { $0.accuracy == .metres(2300) })
    #expect(
      rivers[0].line.positions.first
        == Coordinate(uncheckedLongitude: 111.93028, latitude: 30.05945))
  }

  @Test("A township has the accuracy of its seat, or neither")
  func seats() throws {
    let townships = try TestRegister.lixian.get().open().townships()
    #expect(townships.allSatisfy { ($0.seat == nil) == ($0.seatAccuracy == nil) })
    #expect(townships.first { $0.nameZH == "梦溪镇" }?.seatAccuracy == .metres(2000))
  }

  @Test("A register without outlines has none")
  func none() throws {
    let registry = try TestRegister(CountyPack(emptyCounty: "空县")).open()
    #expect(try registry.outlines().isEmpty)
    #expect(try registry.rivers().isEmpty)
  }
}
