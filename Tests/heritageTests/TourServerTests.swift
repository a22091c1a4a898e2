import Foundation
import HeritageTestSupport
import Testing

/// A small server that speaks the `table` service of OSRM as it is documented, or answers wrongly.
private let standInServer = """
  import json, math, sys, time
  from http.server import BaseHTTPRequestHandler, HTTPServer
  kind = sys.argv[1]
  class Table(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *arguments): pass
    def do_GET(self):
      if kind == "hanging": time.sleep(30)
      path, query = self.path.split("?")
      service, version, profile, points = path[1:].split("/")
      assert (service, version) == ("table", "v1"), path
      points = [tuple(map(float, p.split(","))) for p in points.split(";")]
      options = dict(o.split("=") for o in query.split("&"))
      assert options["annotations"] == "duration,distance"
      assert len(points) <= 100
      def chosen(name):
        return [int(i) for i in options[name].split(";")] if name in options else range(len(points))
      rows = [[111000 * math.dist(points[i], points[j]) for j in chosen("destinations")]
        for i in chosen("sources")]
      answer = {"code": "Ok", "distances": rows, "durations": [[d / 10 for d in r] for r in rows]}
      if kind == "gap": answer["durations"][0][1] = None
      if kind == "island":
        answer["durations"] = [[None] * len(r) for r in answer["durations"]]
      if kind in ("offroad", "farroad", "farstart"):
        far = {"offroad": [0, 300, 300], "farroad": [0, 1500, 300], "farstart": [0, 300, 1500]}[kind]
        answer["sources"] = [{"distance": far[i], "location": points[i]} for i in chosen("sources")]
      if kind == "small": answer["durations"].pop()
      if kind == "refusing": answer = {"code": "TooBig", "message": "Too many table coordinates"}
      body = json.dumps(answer).encode() if kind != "page" else b"<html>hello</html>"
      self.send_response({"failing": 500, "refusing": 400}.get(kind, 200))
      if kind == "chunked":
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(body), 50):
          piece = body[start:start + 50]
          self.wfile.write(b"%x\\r\\n%s\\r\\n" % (len(piece), piece))
        self.wfile.write(b"0\\r\\n\\r\\n")
      else:
        self.send_header("Content-Length", str(len(body) + (9 if kind == "cut" else 0)))
        self.end_headers()
        self.wfile.write(body)
      self.close_connection = True
  server = HTTPServer(("127.0.0.1", 0), Table)
  with open(sys.argv[2] + ".new", "w") as file: file.write(str(server.server_port))
  import os; os.rename(sys.argv[2] + ".new", sys.argv[2])
  server.serve_forever()
  """

@Suite("Tours and an OSRM server")
struct TourServerTests {
  /// Runs `heritage tour` against a server of a kind, which ends with the run.
  private func run(_ kind: String, _ arguments: String) throws -> Program.Run {
    let folder = try TemporaryFolder()
    let script = try folder.write(standInServer, to: "server.py")
    return try Program.shell(
      """
      python3 '\(script)' \(kind) '\(folder.path("port"))' & server=$!
      trap 'kill $server' EXIT
      for i in $(seq 500); do [ -e '\(folder.path("port"))' ] && break; sleep 0.02; done
      '\(Program.heritage.path)' tour \(arguments) --lang en \
        --osrm "http://127.0.0.1:$(cat '\(folder.path("port"))')"
      """, in: try Registers.lixian.get().url)
  }

  private static let order =
    "order --sites LX-0001,LX-0002,LX-0004 --start county-town --closed"

  @Test("Travel is the server's, however the body comes", arguments: ["sound", "chunked"])
  func travel(kind: String) throws {
    let run = try run(kind, Self.order + " --format json")
    #expect(run.status == 0, "\(run.errors)")
    let ways = try run.objects.map { ($0["leg_m"] as? Double ?? 0, $0["leg_s"] as? Double ?? 0) }
    #expect(ways.count == 5)
    for (metres, seconds) in ways { #expect(abs(metres / 10 - seconds) <= 1) }
    #expect(run.errors.contains("Travel times are those of the OSRM server http://127.0.0.1:"))
    #expect(run.errors.contains(", asked for its profile driving, without traffic.\n"))
  }

  @Test("Relics that share a point are not 0 m apart, whatever the server says")
  func shared() throws {
    let run = try run("sound", "order --sites LX-0012,LX-0013 --format json")
    let metres = try #require(run.objects.last?["leg_m"] as? Double)
    #expect(metres > 3000)
  }

  @Test("A plan over the server's travel holds under it")
  func plan() throws {
    let run = try run(
      "sound",
      "--date 2026-12-05 --include-unknown-access --effort quick --start county-town --format json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try !PrintedPlan(run).codes.joined().isEmpty)
  }

  @Test(
    "A wrong answer gives one sentence and its exit code",
    arguments: [
      ("island", 65, "the OSRM server knows no way from "),
      ("small", 65, "durations and distances of 4 × 4 were expected"),
      ("refusing", 65, "gave no travel table: TooBig: Too many table coordinates"),
      ("page", 65, "status 200, and no JSON of the table service"),
      ("cut", 65, "the answer cannot be read: it is cut off"),
      ("failing", 74, "failed with status 500"),
      ("hanging", 74, "cannot be reached: no answer within 0.5 s"),
    ])
  func wrong(kind: String, status: Int32, message: String) throws {
    let run = try run(kind, Self.order + " --osrm-timeout 0.5")
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors.contains("heritage: "))
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("A pair without a way is gone round, and a relic without any is left out with that reason")
  func gaps() throws {
    let order = try run("gap", Self.order + " --format json")
    #expect(order.status == 0, "\(order.errors)")
    let plan = "--date 2026-12-05 --sites LX-0001,LX-0012 --effort quick --start county-town"
    let gap = try run("gap", plan + " --format json")
    #expect(gap.status == 0, "\(gap.errors)")
    #expect(try PrintedPlan(gap).codes == [["LX-0012", "LX-0001"]])
    let island = try run("island", plan)
    #expect(
      island.output.contains("LX-0001 Chengtoushan site: cannot be reached: no way there and back"))
  }

  @Test("A relic too far from every road of the server is left out, a start there is an error")
  func farRoad() throws {
    let plan = "--date 2026-12-05 --sites LX-0001,LX-0012 --effort quick --start county-town"
    let run = try run("farroad", plan + " --format table")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "LX-0012 Lizhou Confucian Temple: the nearest road is 1500 m away"),
      "\(run.output)")
    let start = try self.run("farstart", plan)
    #expect(start.status == 65)
    #expect(
      start.errors.contains("no way leads to or from county-town: the nearest road is 1500 m away"),
      "\(start.errors)")
  }

  @Test("A place beside no road of the server is named with how far")
  func offRoad() throws {
    let plan = "--date 2026-12-05 --sites LX-0001,LX-0012 --effort quick --start county-town"
    let run = try run("offroad", plan + " --format table")
    #expect(
      run.output.contains(
        "The nearest road that the travel knows is more than 200 m away from Lizhou Confucian Temple "
          + "(0.3 km), Lixian county town (0.3 km): the time covers the road alone."),
      "\(run.output)"
    )
  }

  @Test("A port on which nobody listens exits with 74")
  func nobody() throws {
    let run = try tour(["order", "--sites", "LX-0001,LX-0002", "--osrm", "http://127.0.0.1:9"])
    #expect(run.status == 74)
    #expect(run.errors.contains("http://127.0.0.1:9 cannot be reached: connection refused"))
  }
}
