import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables

/// Finds the dense groups of relics.
struct Cluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Find dense groups of relics: clusters of positions close to one another.",
    discussion: """
      DBSCAN over geodesic distances. A relic is at the core of a cluster when at least --min relics, \
      itself included, lie within --eps of it; cores within --eps of each other are one cluster, and \
      so are the relics around them. Positions that are a township's seat, or less accurate than \
      --eps, are left out and counted. GeoJSON begins with the hull of each cluster.
      """)

  @Option(
    help: ArgumentHelp(
      "How far a neighbour is: 3km, 800m, 3公里; a bare number is metres.", valueName: "length"))
  var eps: String

  @Option(help: ArgumentHelp("How many relics make a place dense.", valueName: "n"))
  var min = 4

  @OptionGroup var filters: FilterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard LengthArgument.length(eps) != nil else {
      throw ValidationError("--eps \(eps) is no length: \(LengthArgument.hint)")
    }
    if min < 1 { throw ValidationError("--min must be 1 or more, and is \(min)") }
  }

  func run() throws {
    guard let epsilon = LengthArgument.length(eps) else { return }
    let registry = try common.open()
    let answer = try registry.clusters(
      epsilon: epsilon, minimum: min, matching: try filters.query())
    let output = Output(options: common.output)
    for remark in remarks(on: answer, epsilon: epsilon) { output.note(remark) }
    let members = answer.clusters.flatMap { cluster in
      cluster.members.map { (number: cluster.number, member: $0) }
    }
    try output.write(
      members.map { SiteHit($0.member.site) }, measures: .none,
      adding: [
        AddedColumn(
          Answer.Column("cluster", zh: "聚群", en: "Cluster", isNumber: true), isFirst: true,
          values: members.map { .integer($0.number) }),
        AddedColumn(
          Answer.Column("neighbours", zh: "邻近数", en: "Neighbours", isNumber: true),
          values: members.map { .integer($0.member.neighbourCount) }),
      ],
      areas: answer.clusters.map { cluster in
        AreaFeature(
          id: "cluster-\(cluster.number)", hull: cluster.hull, of: cluster.members.map(\.site),
          properties: [.init("cluster", .integer(cluster.number))])
      },
      in: registry)
  }

  /// How many clusters there are, what is in none, and what could not be used.
  private func remarks(on answer: ClusterAnswer, epsilon: Length) -> [String] {
    let distance = DecimalText.string(epsilon.metres, places: 3)
    let sites = answer.clusters.flatMap { $0.members.map(\.site) }
    let (clusters, left) = (answer.clusters.count, answer.leftOut)
    let generated = sites.count { $0.position?.method == .generated }
    let unknown = sites.count { $0.position.map { $0.accuracy == nil } ?? false } - generated
    func remark(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : count == 1 ? "1 \(one)" : "\(count) \(many)"
    }
    return [
      "\(clusters) \(clusters == 1 ? "cluster" : "clusters") with \(sites.count) \(sites.count == 1 ? "relic" : "relics"), "
        + "\(answer.noiseCount) in none: at least \(min) within \(distance) m",
      remark(
        left.townshipSeats, "was left out: its position is a township's seat, not the relic's",
        "were left out: their positions are township seats, not the relics'"),
      remark(
        left.inaccurate, "was left out: its position is less accurate than \(distance) m",
        "were left out: their positions are less accurate than \(distance) m"),
      remark(
        left.unlocated, "was left out: it has no position",
        "were left out: they have no position"),
      remark(
        answer.possibleBeyond,
        "more is possible: the circle of its accuracy reaches in (--possible adds it)",
        "more are possible: the circles of their accuracy reach in (--possible adds them)"),
      remark(
        generated, "member is a stand-in: a generator drew its position",
        "members are stand-ins: a generator drew their positions"),
      remark(
        unknown, "member has a position of unknown accuracy",
        "members have positions of unknown accuracy"),
    ].compactMap { $0 }
  }
}
