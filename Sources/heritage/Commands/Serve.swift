import ArgumentParser
import CountyPacks
import Foundation
import HeritagePostgres
import HeritageRegistry
import HeritageSQLite
import LixianPack
import Roads
import Words

/// Serves the register in a browser and to mapping tools.
///
/// The server is a program of its own, `heritage-server`, which stands beside this one: sockets and their
/// libraries cost every other command nothing.
struct Serve: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve", abstract: .help("serve"), discussion: .help("serve.discussion"))
  }

  @OptionGroup var register: RegisterFileOption

  @Option(help: .help("serve.port", value: "port"))
  var port = 8080

  @Option(help: .help("serve.listen", value: "address"))
  var listen = "127.0.0.1"

  @Option(name: .customLong("public-url"), help: .help("serve.publicURL", value: "url"))
  var publicURL: String?

  @Option(name: .customLong("allow-host"), help: .help("serve.allowHost", value: "host"))
  var allowedHosts: [String] = []

  @Option(
    name: .customLong("staff-token-file"), help: .help("serve.staffTokenFile", value: "file"),
    completion: .file())
  var staffTokenFile: String?

  @Option(name: .customLong("map-approval"), help: .help("serve.mapApproval", value: "text"))
  var mapApproval: String?

  @Option(name: .customLong("basemap"), help: .help("serve.basemap", value: "basemap"))
  var baseMaps: [String] = []

  @Option(help: .help("serve.roads", value: "file"), completion: .file(extensions: ["roads"]))
  var roads: String?

  @Option(help: .help("serve.survey", value: "file"), completion: .file())
  var survey: [String] = []

  @Option(name: .customLong("survey-name"), help: .help("reconcile.name", value: "name"))
  var surveyName: String?

  @Option(name: .customLong("survey-date"), help: .help("reconcile.date", value: "date"))
  var surveyDate: String?

  @Option(name: .customLong("survey-datum"), help: .help("import.datum", value: "datum"))
  var surveyDatum: DatumArgument?

  @Option(help: .help("serve.decisions", value: "file"), completion: .file())
  var decisions: String?

  @Flag(help: .help("serve.open"))
  var open = false

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError(Sentence("option.port", ["port": port]))
    }
    if let publicURL {
      guard Self.isPublicURL(publicURL) else {
        throw ValidationError(Sentence("option.publicURL", ["url": publicURL]))
      }
    }
    for host in allowedHosts where !Self.isHost(host) {
      throw ValidationError(Sentence("option.allowHost", ["host": host]))
    }
    _ = try surveyDatum?.datum()
    if survey.isEmpty {
      guard surveyName == nil, surveyDate == nil, surveyDatum == nil, decisions == nil else {
        throw ValidationError(Sentence("option.surveyFile"))
      }
    } else {
      guard surveyName?.allSatisfy(\.isWhitespace) == false, decisions != nil,
        staffTokenFile != nil
      else { throw ValidationError(Sentence("option.servedSurvey")) }
      let ending = decisions?.split(separator: ".").last?.lowercased()
      if let decisions, !["csv", "txt"].contains(ending) {
        throw ValidationError(Sentence("option.servedDecisions", ["path": decisions]))
      }
    }
    // Whoever can reach the server from outside must not get in by a token that travels in the clear.
    let isLocal = ["127.0.0.1", "::1", "localhost"].contains(listen)
    if staffTokenFile != nil, !isLocal, publicURL?.hasPrefix("https:") != true {
      throw ValidationError(Sentence("option.staffOutside"))
    }
  }

  /// Whether links can begin with a text: no user, query, fragment or way up in it, and a host that is one.
  private static func isPublicURL(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#""<>\^`{|}"#.utf8.contains($0) }),
      let url = URLComponents(string: text), url.scheme == "http" || url.scheme == "https",
      url.user == nil, url.password == nil, url.query == nil, url.fragment == nil,
      url.port.map({ (1...65535).contains($0) }) ?? true, let host = url.host
    else { return false }
    let parts = url.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let isWay =
      parts.dropLast().allSatisfy { !$0.isEmpty } && !parts.contains { $0 == "." || $0 == ".." }
    return isWay && isHost(host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host)
  }

  /// Whether a text is the name or the address of a host, without a port.
  private static func isHost(_ text: String) -> Bool {
    if text.contains(":") {
      var address = in6_addr()
      return inet_pton(AF_INET6, text.filter { $0 != "[" && $0 != "]" }, &address) == 1
    }
    return text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
          }
      }
  }

  func run() throws {
    let path = register.path
    if let hub = HubAddress(path) {
      guard staffTokenFile == nil else {
        throw Failure(
          Sentence("serve.ofHub", ["hub": hub.name]), hint: Sentence("advice.hubServe"),
          status: .usage)
      }
      _ = try Registry(opening: hub)
    } else {
      if !FileManager.default.fileExists(atPath: path) {
        _ = try RegisterFile.create(
          at: path, from: try CountyPack(PackFiles(LixianPack.files), allowsOutside: false),
          replacing: false)
        Terminal.say(Sentence("serve.created", ["path": path]))
      }
      _ = try Registry(opening: path)
    }
    if let roads { _ = try RoadGraph(path: roads) }
    for file in survey where !FileManager.default.fileExists(atPath: file) {
      throw RegistryError.noSuchFile(path: file)
    }
    let served = surveyName.flatMap { name in
      decisions.map {
        ServedSurveyOptions(
          files: survey, name: name, decisions: $0, date: surveyDate, datum: surveyDatum?.text)
      }
    }
    let options = ServedOptions(
      register: path, host: listen, port: port, publicURL: publicURL, allowedHosts: allowedHosts,
      staffTokenFile: staffTokenFile, mapApproval: mapApproval, baseMapTexts: baseMaps,
      survey: served, roads: roads, opensBrowser: open,
      spoken: Language.spoken.rawValue)
    let text = String(decoding: try JSONEncoder().encode(options), as: UTF8.self)
    let program = try Self.program()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(text), nil]
    execv(program, &arguments)
    throw Failure(
      Sentence("serve.noServer", ["reason": Sentence(systemError: errno)]), hint: nil,
      status: .failed)
  }

  /// The server's program: beside this one, or beside where that is linked from.
  private static func program() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("heritage-server").path
    guard FileManager.default.isExecutableFile(atPath: beside) else {
      throw Failure(
        Sentence("serve.notInstalled", ["path": beside]), hint: Sentence("serve.howToInstall"),
        status: .failed)
    }
    return beside
  }
}

/// The options of a server as they are handed over; the server fills in what is not said.
private struct ServedOptions: Encodable {
  let register: String
  let host: String
  let port: Int
  let publicURL: String?
  let allowedHosts: [String]
  let staffTokenFile: String?
  let mapApproval: String?
  let baseMapTexts: [String]
  let survey: ServedSurveyOptions?
  let roads: String?
  let opensBrowser: Bool
  let spoken: String
}

/// A survey that staff review in the browser, as it is handed over.
private struct ServedSurveyOptions: Encodable {
  let files: [String]
  let name: String
  let decisions: String
  let date: String?
  let datum: String?
}
