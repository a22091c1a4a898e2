import Foundation
import HeritageTestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// Arguments, the exit code, and what the message begins with.
  private static let cases: [([String], Int32, String)] = [
    (
      ["near", "111.6,29.6", "--radius", "5k"], 64,
      "--radius 5k is no radius: write a length above 0, as in 5km, 800m, 5公里 or 800 (metres)"
    ),
    (
      ["near", "111.6,29.6", "--radius", "5 miles"], 64,
      "--radius 5 miles is no radius: write a length above 0, as in 5km, 800m, 5公里 or 800 (metres)"
    ),
    (
      ["near", "111.6,29.6", "--radius", "0"], 64,
      "--radius 0 is no radius: write a length above 0, as in 5km, 800m, 5公里 or 800 (metres)"
    ),
    (
      ["near", "111.6,29.6", "--radius=-5"], 64,
      "--radius -5 is no radius: write a length above 0, as in 5km, 800m, 5公里 or 800 (metres)"
    ),
    (
      ["near", "111.6,29.6", "--radius", "nan"], 64,
      "--radius nan is no radius: write a length above 0, as in 5km, 800m, 5公里 or 800 (metres)"
    ),
    (
      ["near", "29.69,111.65", "--radius", "5km"], 64,
      "'29.69,111.65' is outside longitude -180 to 180, latitude -90 to 90; longitude comes first: did you mean 111.65,29.69?"
    ),
    (["near", "29.69,81.65", "--radius", "5km"], 0, ""),
    (
      ["near", "here", "--radius", "5km"], 64,
      "'here' is no point and no known place: write longitude,latitude in degrees, as in 111.65556,29.69167"
    ),
    (
      ["near", "111.6,29.6,5", "--radius", "5km"], 64,
      "'111.6,29.6,5' is no point and no known place: write longitude,latitude in degrees, as in 111.65556,29.69167"
    ),
    (
      ["near", "--radius", "5km"], 64,
      "name one place: a point as longitude,latitude, or --site CODE"
    ),
    (
      ["near", "111,29", "--site", "LX-0001", "--radius", "5km"], 64,
      "name one place: a point as longitude,latitude, or --site CODE"
    ),
    (
      ["near", "LX-0001", "--radius", "5km"], 64,
      "'LX-0001' is a relic, LX-0001 城头山遗址, and no point: write --site LX-0001"
    ),
    (
      ["nearest", "澧州文庙"], 64,
      "'澧州文庙' is a relic, LX-0012 澧州文庙, and no point: write --site LX-0012"
    ),
    (
      ["list", "--near", "文庙", "--radius", "1km"], 64,
      "'文庙' is no point and no known place; relics are called so: LX-0012 澧州文庙; write --near-site LX-0012"
    ),
    (["near", "--site", "LX-9999", "--radius", "5km"], 66, "no relic has the code LX-9999"),
    (
      ["near", "--site", "LX-0016", "--radius", "5km"], 66,
      "LX-0016 has no position that can be measured from"
    ),
    (["nearest", "111,29", "-n", "0"], 64, "-n must be 1 or more, and is 0"),
    (["show", "LX-0099"], 66, "no relic has the code LX-0099"),
    (["search", " "], 64, "the text to search is empty"),
    (["list", "--level", "natonal"], 64, "natonal is no protection level"),
    (["list", "--category", "bridge"], 64, "bridge is no category"),
    (["list", "--access", "maybe"], 64, "maybe is no access"),
    (["list", "--group", "liyang"], 66, "no group has the key liyang"),
    (["list", "--township", "城头上镇"], 66, "no township, present or former, is called 城头上镇"),
    (
      ["list", "--township", "中武乡"], 66,
      "中武乡 is a former township, and no source says which township it became part of"
    ),
    (
      ["list", "--period", "Ming"], 64,
      "--period Ming is no span of years: write -4500..-2000, 1368.., ..-221 or 1804"
    ),
    (["list", "--period", "-200..-400"], 64, "the years -200 to -400 run backwards"),
    (
      ["list", "--bbox", "111,29,112"], 64,
      "--bbox 111,29,112 is no box: write west,south,east,north in degrees, as in 111.5,29.5,112,30"
    ),
    (["list", "--limit", "0"], 64, "--limit must be 1 or more, and is 0"),
    (["list", "--after", "name:x:y"], 64, "name:x:y is no cursor of this query"),
    (
      ["list", "--radius", "5km"], 64,
      "--radius needs a place: --near LON,LAT or --near-site CODE"
    ),
    (["list", "--sort", "distance"], 64, "sorting by distance needs a place to measure from"),
    (["list", "--within", "nowhere.geojson"], 66, "the file nowhere.geojson cannot be read"),
    (
      ["stats", "--format", "geojson"], 64,
      "--format geojson needs relics: this answer has no positions"
    ),
    (["list", "--db", "nowhere.sqlite"], 66, "there is no register at nowhere.sqlite"),
    (["init"], 1, "heritage.sqlite exists already and was not touched"),
    (["init", "--empty"], 64, "--empty needs --name NAME"),
    (["init", "--db", "/proc/heritage.sqlite"], 74, "/proc/heritage.sqlite: "),
    (
      ["init", "--pack", "/nowhere", "--db", "new.sqlite"], 66,
      "there is no folder with a pack at /nowhere"
    ),
    (["synthesize", "--count", "-1", "--seed", "1"], 64, ""),
    (
      ["export", "--format", "csv", "-o", "heritage.sqlite"], 64,
      "heritage.sqlite is a register, and an answer would overwrite it"
    ),
    (["export", "-o", "/nowhere/x.geojson"], 74, "/nowhere/x.geojson cannot be written"),
  ]

  @Test("One sentence, a hint and the exit code", arguments: cases)
  func refused(arguments: [String], status: Int32, message: String) throws {
    let run = try Program.heritage.run(arguments, in: try Registers.lixian.get().url)
    #expect(run.status == status)
    if status != 0 {
      #expect(run.output == "")
      let sentence = run.errors.split(separator: "\n").first { $0.hasPrefix("heritage: ") }
      #expect(try #require(sentence).hasPrefix("heritage: " + message))
    }
  }

  @Test("A pair far from the register, and inside it when swapped, is refused with that hint")
  func swapped() throws {
    // A county where both orders are possible positions.
    let folder = try TemporaryFolder()
    try TestPack()
      .with("boundary.geojson", nil)
      .sites(["T-1,一,ancient_building,county,,60.5,29.5,,map,,,,,,"]).write(to: folder)
    let database = folder.path("heritage.sqlite")
    _ = try Program.heritage.run(["init", "--pack", folder.url.path, "--db", database])
    let run = try Program.heritage.run(["near", "29.5,60.5", "--radius", "5km", "--db", database])
    #expect(run.status == 64)
    #expect(
      run.errors.hasPrefix(
        "heritage: '29.5,60.5' is far from the register; longitude comes first: "
          + "did you mean 60.5,29.5?\n"))
  }

  @Test("With --format json an error is one JSON object on the standard error")
  func json() throws {
    for (arguments, status) in [
      (["show", "LX-0099"], 66), (["list", "--level", "x"], 64), (["list", "--nonsense"], 64),
      (["list", "--db", "nowhere"], 66), (["near", "1,2", "--radius", "x"], 64),
    ] {
      let run = try Program.heritage.run(
        arguments + ["--format", "json"], in: try Registers.lixian.get().url)
      #expect(run.status == Int32(status))
      let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
      let error = try #require(object?["error"] as? [String: Any])
      #expect(error["exit_code"] as? Int == status)
      #expect((error["message"] as? String)?.isEmpty == false)
      #expect(error.keys.contains("hint"))
    }
  }

  @Test("A file that is no register, a damaged one and a newer one exit with 65")
  func badFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "text ", count: 400), to: "text.sqlite")
    let register = try Registers.lixian.get().path("heritage.sqlite")
    for (file, statement) in [
      ("newer", "PRAGMA user_version = 99"), ("other", "PRAGMA application_id = 1"),
    ] {
      _ = try Program.shell("cp '\(register)' \(file).sqlite", in: folder.url)
      _ = try Program("sqlite3").run(["\(file).sqlite", statement], in: folder.url)
    }
    _ = try Program.shell(
      "cp '\(register)' torn.sqlite; truncate -s 300000 torn.sqlite", in: folder.url)
    for (file, message) in [
      ("text", "text.sqlite is not a register"), ("other", "other.sqlite is not a register"),
      ("newer", "newer.sqlite has schema 99, and this program knows schemas up to 12"),
      ("torn", "torn.sqlite is damaged: database disk image is malformed"),
    ] {
      let run = try Program.heritage.run(["stats", "--db", "\(file).sqlite"], in: folder.url)
      #expect(run.status == 65)
      #expect(run.errors.hasPrefix("heritage: \(message)\n"))
    }
  }

  @Test("Every problem of a pack is printed, and nothing is written")
  func badPack() throws {
    let folder = try TemporaryFolder()
    try TestPack().sites(["T-1,一,,regional,北镇,,,,,,,,,,"]).write(to: folder)
    let run = try Program.heritage.run(
      ["init", "--pack", ".", "--db", "new.sqlite", "--format", "json"], in: folder.url)
    #expect(run.status == 65)
    #expect(!folder.names.contains("new.sqlite"))
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    let problems = (object?["error"] as? [String: Any])?["problems"] as? [[String: Any]]
    #expect(problems?.map { $0["column"] as? String } == ["township", "protection_level"])
    #expect(problems?.map { $0["row"] as? Int } == [2, 2])
    #expect(
      problems?.first?.keys.sorted()
        == ["column", "file", "row", "rule", "severity", "sheet", "suggestion", "value"])
  }

  @Test("A register that another program is writing to is busy")
  func busy() throws {
    let folder = try TemporaryFolder()
    _ = try Program.shell(
      "cp '\(try Registers.lixian.get().path("heritage.sqlite"))' heritage.sqlite", in: folder.url)
    // The shell of SQLite runs the program while it holds the lock.
    let run = try Program("sqlite3").run(
      [
        "heritage.sqlite", "BEGIN EXCLUSIVE",
        ".shell '\(Program.heritage.path)' stats; echo status $?",
      ], in: folder.url)
    #expect(run.output == "status 75\n")
    #expect(run.errors.contains("heritage: another program is writing to heritage.sqlite\n"))
  }
}
