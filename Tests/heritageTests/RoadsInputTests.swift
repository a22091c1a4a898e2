import Foundation
import HeritageTestSupport
import Testing

/// Roads and maps that are of no use: each is refused with one sentence and its exit code.
@Suite("Files of roads: bad input")
struct RoadsInputTests {
  /// A folder with Lixian's register and files of roads that are damaged, of a newer version or of elsewhere.
  private static let folder = Result {
    let folder = try Registers.lixianCopy()
    for (name, east) in [("here", 0.0), ("far", 3), ("elsewhere", -102)] {
      try folder.write(Village.map(east: east), to: "\(name).osm")
      let run = try Program.heritage.run(
        ["roads", "build", "\(name).osm", "--out", "\(name).roads", "-q"], in: folder.url)
      guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    }
    let whole = try [UInt8](Data(contentsOf: folder.url.appendingPathComponent("here.roads")))
    var (turned, newer) = (whole, whole)
    turned[whole.count - 20] ^= 4
    newer[8] = 2
    try folder.write(bytes: Array(whole.dropLast(100)), to: "cut.roads")
    try folder.write(bytes: Array(whole.prefix(30)), to: "stump.roads")
    try folder.write(bytes: turned, to: "turned.roads")
    try folder.write(bytes: newer, to: "newer.roads")
    try folder.write(bytes: [], to: "empty.roads")
    let map = try [UInt8](Data(contentsOf: URL(fileURLWithPath: liechtenstein)))
    try folder.write(bytes: Array(map.prefix(600_000)), to: "cut.osm.pbf")
    var damaged = map
    for index in 700_000..<700_050 { damaged[index] ^= 0x55 }
    try folder.write(bytes: damaged, to: "damaged.osm.pbf")
    return folder
  }

  /// The map of a country, of the tests of imports.
  static let liechtenstein = Program.package.appendingPathComponent(
    "Tests/RoadsImportTests/Files/liechtenstein.osm.pbf"
  ).path

  private func run(_ line: String) throws -> Program.Run {
    try Program.heritage.run(
      line.split(separator: " ").map(String.init), in: Self.folder.get().url)
  }

  @Test(
    "A file of roads that is cut, damaged, empty or newer is refused by every command that takes one",
    arguments: [
      ("cut", "cut.roads is not whole: it has"), ("stump", "stump.roads is not whole: it has 30"),
      ("turned", "turned.roads is damaged:"), ("empty", "the file of roads empty.roads is empty"),
      ("newer", "newer.roads is a file of roads of version 2; this program reads version 1"),
    ])
  func damaged(name: String, sentence: String) throws {
    for line in [
      "roads check NAME", "roads route 111.65,29.69 111.655,29.695 --roads NAME",
      "tour --date 2026-10-05 --roads NAME", "tour order --sites LX-0001,LX-0003 --roads NAME",
      "near 111.65,29.69 --by-road 10min --roads NAME", "serve --port 0 --roads NAME",
      "roads check here.roads --against NAME",
    ] {
      let run = try run(line.replacing("NAME", with: name + ".roads"))
      #expect(run.status == 65, "\(line): \(run.errors)")
      #expect(run.output.isEmpty || line.contains("--against"), "\(line)")
      #expect(run.errors.contains("heritage: " + sentence), "\(line): \(run.errors)")
    }
  }

  @Test("A file of roads that is not there, and a mode that it has not")
  func absent() throws {
    #expect(try run("serve --port 0 --roads none.roads").status == 66)
    #expect(try run("near 111.65,29.69 --by-road 9min --roads none.roads").status == 66)
    let build = try run("roads build here.osm --mode walk --out walk.roads -q")
    #expect(build.status == 0)
    let drive = try run("tour --date 2026-10-05 --roads walk.roads")
    #expect(drive.status == 64)
    #expect(drive.errors.contains("walk.roads has no roads for the mode drive"), "\(drive.errors)")
  }

  @Test(
    "Roads that are 300 km off or in another country have one sentence for all places",
    arguments: [("far", "271", "290"), ("elsewhere", "94", "94")])
  func elsewhere(name: String, kilometres: String, digits: String) throws {
    for line in ["tour --date 2026-10-05", "tour order --sites LX-0001,LX-0003"] {
      let run = try run("\(line) --roads \(name).roads")
      #expect(run.status == 65, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("none lies near a road: the nearest road is about \(kilometres)"))
      #expect(run.errors.contains("so the roads are those of another area"), "\(run.errors)")
      #expect(run.errors.contains("take a map of the place"), "\(run.errors)")
    }
    for line in [
      "near 111.65,29.69 --by-road 30min", "roads route 111.65,29.69 111.655,29.695",
    ] {
      let run = try run("\(line) --roads \(name).roads")
      #expect(run.status == 65, "\(run.errors)")
      #expect(run.errors.contains("the nearest road is \(digits)"), "\(run.errors)")
    }
  }

  @Test("Maps that are cut or damaged name the place, and leave no file")
  func maps() throws {
    for name in ["cut.osm.pbf", "damaged.osm.pbf"] {
      let run = try run("roads build \(name) --out made.roads")
      #expect(run.status == 65, "\(run.errors)")
      #expect(
        run.errors.contains("the map \(name) is cut off or damaged, behind "), "\(run.errors)")
      #expect(run.errors.contains("fetch"), "\(run.errors)")
    }
    #expect(try !Self.folder.get().names.contains { $0.hasPrefix("made.roads") })
  }

  @Test("Ctrl-C ends a build with 130, and leaves what was there and no half file")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    try folder.write("what was there\n", to: "a.roads")
    let run = try Program.shell(
      """
      '\(Program.heritage.path)' roads build '\(Self.liechtenstein)' --out a.roads & build=$!
      while [ ! -e "a.roads.partial-$build" ] && kill -0 $build; do sleep 0.002; done
      kill -INT $build
      wait $build
      echo $?
      """, in: folder.url)
    #expect(run.output == "130\n", "\(run.errors)")
    #expect(folder.names == ["a.roads"])
    #expect(try folder.text("a.roads") == "what was there\n")
  }
}
