import Foundation
import HeritageTestSupport
import Testing

@Suite("Tours: bad input")
struct TourBadInputTests {
  private static let day = ["--date", "2026-12-05"]

  /// Arguments after `tour`, the exit code, and what the message begins with.
  private static let cases: [([String], Int32, String)] = [
    (["--date", "2026-02-29"], 64, "--date 2026-02-29 is no date"),
    (["--date", "tomorrow"], 64, "--date tomorrow is no date"),
    ([], 64, "Missing expected argument '--date <date>'"),
    (day + ["--days", "0"], 64, "--days must be 1 to 60, and is 0"),
    (day + ["--day-end", "08:00"], 64, "--day-end 08:00 is not after --day-start 08:30"),
    (day + ["--day-start", "25:00"], 64, "--day-start 25:00 is no time of day"),
    (day + ["--lunch", "12:00-13:30"], 64, "--lunch 12:00-13:30 is no break"),
    (
      day + ["--lunch", "12:00-12:30/45m"], 64, "--lunch 12:00-12:30/45m is longer than its window"
    ),
    (day + ["--visit", "LX-0001=-3h"], 64, "--visit LX-0001=-3h: -3h is no length of time"),
    (day + ["--visit", "LX-0001"], 64, "--visit LX-0001 is no pair"),
    (day + ["--visit", "LX-9999=3h"], 66, "no relic has the code LX-9999"),
    (day + ["--hours", "LX-0001=17:61-18:00"], 64, "--hours 17:61-18:00 is no time of opening"),
    (day + ["--mode", "fly"], 64, "The value 'fly' is invalid for '--mode <mode>'"),
    (day + ["--effort", "all"], 64, "The value 'all' is invalid for '--effort <effort>'"),
    (
      day + ["--speed", "0"], 64, "--speed must be a number above 0 and below 1,000,000, and is 0.0"
    ),
    (
      day + ["--detour", "-1"], 64,
      "--detour must be a number above 0 and below 1,000,000, and is -1.0"
    ),
    (day + ["--detour", "0.5"], 64, "--detour 0.5 is less than 1: no way is shorter"),
    (day + ["--lunch", "06:00-07:00/30m"], 64, "--lunch 06:00-07:00/30m lies outside the day"),
    (day + ["--lunch", "18:00-19:00/30m"], 64, "--lunch 18:00-19:00/30m lies outside the day"),
    (day + ["--sites", ""], 64, "--sites names no relic"),
    (
      day + ["--visit", "LX-0001=3h", "--visit", "LX-0001=1h"], 64, "--visit names LX-0001 twice"
    ),
    (day + ["--prefer", "bridges=2"], 64, "--prefer bridges=2: bridges is no category"),
    (day + ["--prefer", "national=-1"], 64, "--prefer national=-1: the factor must be 0 to 1000"),
    (day + ["--pin", "LX-0001=2"], 64, "--pin LX-0001=2: the day must be 1 to 1"),
    (day + ["--hotel", "jinshi"], 64, "there is 1 hotel for 0 nights"),
    (day + ["--must", "LX-0001", "--skip", "LX-0001"], 64, "LX-0001 is to be visited and to be"),
    (day + ["--include-stand-ins"], 64, "stand-ins are no relics"),
    (
      day + ["--matrix", "a", "--osrm", "http://b"], 64,
      "--matrix, --osrm and --roads exclude each other"
    ),
    (day + ["--osrm", "http://b", "--speed", "60"], 64, "--speed has no effect beside --osrm"),
    (day + ["--osrm", "http://b", "--detour", "2"], 64, "--detour has no effect beside --osrm"),
    (day + ["--matrix", "a", "--mode", "walk"], 64, "--mode has no effect beside --matrix"),
    (day + ["--osrm-timeout", "5"], 64, "--osrm-timeout has no effect without --osrm"),
    (day + ["--hours", "LX-0001=Tu-Su"], 64, "--hours: 'Tu-Su' is not understood"),
    (day + ["--hours", "LX-0001=Xx 09:00-17:00"], 64, "--hours: 'Xx' is not understood"),
    (day + ["--osrm", "https://b"], 64, "--osrm https://b: https is not spoken here"),
    (day + ["--osrm", "b:5000"], 64, "--osrm b:5000 is no server: write http://host:port"),
    (day + ["--must", "LX-9999"], 66, "no relic has the code LX-9999"),
    (day + ["--start", "nowhere"], 66, "there is no place and no relic called nowhere"),
    (day + ["--start", "29.6,111.7"], 64, "'29.6,111.7' is outside longitude"),
    (day + ["--start", "LX-0016"], 66, "LX-0016 has no position to start from or end at"),
    (day + ["--matrix", "none.csv"], 66, "the file none.csv cannot be read"),
    (day + ["--must", "LX-0016"], 65, "LX-0016 must be seen, but has no position"),
    (
      day + ["--must", "LX-0001,LX-0012", "--day-end", "11:30", "--start", "county-town"],
      65, "LX-0001 must be seen, but cannot be reached, seen and left within a day, even alone"
    ),
    (
      day + ["--must", "LX-0001,LX-0011", "--day-end", "12:30", "--start", "county-town"],
      65, "LX-0001, LX-0011 must be seen, but do not all fit into the days (proved)"
    ),
    (["check", "none.json"], 66, "the file none.json cannot be read"),
    (["order", "--sites", "LX-0001,LX-0016"], 65, "LX-0016 has no position"),
    (["order", "--sites", ","], 64, "--sites names no relic"),
    (["order", "--sites", "LX-0001", "--closed", "--end", "jinshi"], 64, "--closed and --end"),
    (
      ["days", "--sites", "LX-0001,LX-0016"] + day, 65, "LX-0016 must be seen, but has no position"
    ),
  ]

  @Test("One sentence, a hint and the exit code", arguments: cases)
  func refused(arguments: [String], status: Int32, message: String) throws {
    let run = try tour(arguments)
    #expect(run.status == status)
    #expect(run.output == "")
    let sentence = run.errors.split(separator: "\n").first { $0.hasPrefix("heritage: ") }
    #expect(try #require(sentence).hasPrefix("heritage: " + message))
  }

  @Test("A table of travel that lacks a place, or has another size, exits with 65")
  func matrices() throws {
    let folder = try TemporaryFolder()
    let sites = ["--sites", "LX-0001,LX-0004", "--format", "json"] + Self.day
    func run(_ table: String) throws -> Program.Run {
      try tour(sites + ["--matrix", try folder.write(table, to: "matrix.csv")])
    }
    for (table, message) in [
      (",LX-0001\nLX-0001,0\n", "place LX-0004 is not in the travel table"),
      (",LX-0001,LX-0004\nLX-0001,0,60\n", "has 1 row for 2 codes"),
      (
        ",LX-0001,LX-0004\nLX-0001,0\nLX-0004,60,0\n",
        "line 2 of the travel table: expected 3 fields"
      ),
      ("from,to,seconds,metres\nLX-0001,LX-0004,-60,500\n", "-60 is no time or length"),
      ("", "the table is empty"),
    ] {
      let run = try run(table)
      #expect(run.status == 65)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
    let sound = try run(",LX-0001,LX-0004\nLX-0001,0,60\nLX-0004,120,0\n")
    #expect(try PrintedPlan(sound).codes.joined().sorted() == ["LX-0001", "LX-0004"])
  }

  @Test("A file that is no plan exits with 65 and says where")
  func brokenPlans() throws {
    let folder = try TemporaryFolder()
    for (text, message) in [
      ("{", "it is not JSON"), ("[]", "it must be an object with a list of days"),
      ("{}", "days is missing"), (#"{"days": {}}"#, "days must be a list"),
      (#"{"days": []}"#, "it has no days"),
      (#"{"days": [{"date": "2026-02-30", "visits": []}]}"#, "2026-02-30 is no date"),
      (#"{"days": [{"date": "2026-02-20"}]}"#, "days[0].visits is missing"),
      (
        #"{"days": [{"date": "2026-02-20", "visits": [{"code": "LX-0001", "arrival": "9 am"}]}]}"#,
        "days[0].visits[0].arrival is no time: 9 am"
      ),
      (
        #"{"days": [{"date": "2026-02-20", "visits": [{"code": "LX-0001", "arrival": 9.5}]}]}"#,
        "days[0].visits[0].arrival is no time: write it in quotes, as in \"09:30\""
      ),
      (
        #"{"days": [{"date": "2026-02-20", "start": 5, "visits": []}]}"#,
        "days[0].start is no place: write it in quotes, as in \"county-town\""
      ),
      ("null", "it must be an object with a list of days"),
      (
        #"{"days": [{"date": "2026-02-20", "start": {"lon": 111}, "visits": []}]}"#,
        "days[0].start.lat is missing"
      ),
      (#"{"days": [{"date": "2026-02-30", "visits": []}]}"#, "days[0].date 2026-02-30 is no"),
    ] {
      let run = try tour(["check", try folder.write(text, to: "plan.json")])
      #expect(run.status == 65)
      #expect(run.errors.contains("is no plan: "), "\(run.errors)")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }
}
