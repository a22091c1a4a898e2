import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// The tour builder of a server that has roads.
@Suite struct RoadTourPageTests {
  /// A road from the county town of 澧县 past a corner to 城头山遗址, and a street of its own far from it.
  private static let map = """
    <osm version='0.6'>
    <node id='1' lon='111.7587' lat='29.634' version='1'/><node id='2' lon='111.7' lat='29.634' version='1'/>
    <node id='3' lon='111.7' lat='29.691' version='1'/><node id='4' lon='111.655' lat='29.691' version='1'/>
    <way id='1' version='1' timestamp='2026-10-01T00:00:00Z'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/>
    <tag k='highway' v='tertiary'/></way></osm>
    """
  private static let served = Result { try Served(arguments: [], roads: map) }
  private static let tour =
    "stops=LX-0001,LX-0012,LX-0004&date=2026-12-05&start=111.7587,29.6345&unknown=true"

  @Test(
    "A plan goes on the roads, and is that of the command line, byte by byte",
    arguments: ["gpx", "geojson"])
  func twin(format: String) throws {
    let served = try Self.served.get()
    let run = try Program.heritage.run(
      [
        "tour", "--sites", "LX-0001,LX-0012,LX-0004", "--date", "2026-12-05", "--effort", "quick",
        "--start", "111.7587,29.6345", "--include-unknown-access", "--roads", "county.roads",
        "--format", format, "--lang", "en",
      ], in: served.folder.url)
    let response = served.get("/en/tour?\(Self.tour)&f=\(format)")
    #expect(response.text == run.output, "\(run.errors)")
    #expect(response.text.contains(format == "gpx" ? "lon=\"111.7\"" : "[111.7,29.691]"))
    #expect(response.text.contains("© OpenStreetMap contributors"))
  }

  @Test("The page, its picture and its remarks name the roads, and what no road reaches")
  func page() throws {
    let served = try Self.served.get()
    let page = served.page("/en/tour?\(Self.tour)")
    #expect(page.contains("Roads: © OpenStreetMap contributors"))
    #expect(page.contains("Ways are the fastest on roads, without traffic and parking"))
    #expect(page.contains("the nearest road is 2870 m away"))
    #expect(!page.contains("Lines between stops are straight"))
    let picture = served.get("/en/tour.svg?\(Self.tour)").text
    #expect(picture.contains("© OpenStreetMap contributors</text>"))
    #expect(picture.contains("class=\"day\""))
  }

  @Test("A start far from every road is a fault of the form; without roads all is as before")
  func faults() throws {
    let served = try Self.served.get()
    let far = served.page("/en/tour?stops=LX-0001,LX-0012&date=2026-12-05&start=111.2,29.2")
    #expect(far.contains("role=\"alert\"") && far.contains("the nearest road is "))
    let none = try ServedRegisters.lixian.get().page("/en/tour?\(Self.tour)")
    #expect(none.contains("Lines between stops are straight, not the road."))
    #expect(!none.contains("Roads:"))
  }

  @Test("The same page of other roads has another tag")
  func tags() throws {
    let (with, without) = (try Self.served.get(), try Served(arguments: []))
    let target = "/en/tour?\(Self.tour)"
    #expect(with.get(target)["ETag"] != nil)
    #expect(with.get(target)["ETag"] == with.get(target)["ETag"])
    #expect(with.get(target)["ETag"] != without.get(target)["ETag"])
  }
}
