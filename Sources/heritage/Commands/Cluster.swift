import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Finds the dense groups of relics.
struct Cluster: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cluster",
      abstract: .help("cluster"),
      discussion: .help("cluster.discussion"))
  }

  @Option(help: .help("cluster.eps", value: "length"))
  var eps: String

  @Option(help: .help("cluster.min", value: "n"))
  var min = 4

  @OptionGroup var filters: FilterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard LengthArgument.length(eps) != nil else {
      throw ValidationError(Sentence("option.eps", ["eps": eps, "hint": LengthArgument.hint]))
    }
    if min < 1 { throw ValidationError(Sentence("option.min", ["min": min])) }
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
      members.lazy.map { SiteHit($0.member.site) }, measures: .none,
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
  private func remarks(on answer: ClusterAnswer, epsilon: Length) -> [Sentence] {
    let distance = DecimalText.string(epsilon.metres, places: 3)
    let (clusters, left) = (answer.clusters.count, answer.leftOut)
    var (relics, generated, unknown) = (0, 0, 0)
    for cluster in answer.clusters {
      for member in cluster.members {
        relics += 1
        guard let position = member.site.position else { continue }
        if position.method == .generated {
          generated += 1
        } else if position.accuracy == nil {
          unknown += 1
        }
      }
    }

    let remarks: [(count: Int, sentence: Sentence)] = [
      (
        1,
        Sentence(
          "cluster.found",
          [
            "clusters": Sentence("cluster.clusters", ["count": clusters]),
            "relics": Sentence("cluster.relics", ["count": relics]),
            "others": answer.noiseCount, "min": min, "metres": distance,
          ])
      ),
      (left.townshipSeats, Sentence("cluster.seats", ["count": left.townshipSeats])),
      (
        left.inaccurate,
        Sentence("cluster.inaccurate", ["count": left.inaccurate, "metres": distance])
      ),
      (left.unlocated, Sentence("cluster.unlocated", ["count": left.unlocated])),
      (answer.possibleBeyond, Sentence("cluster.possible", ["count": answer.possibleBeyond])),
      (generated, Sentence("cluster.standIns", ["count": generated])),
      (unknown, Sentence("cluster.unknown", ["count": unknown])),
    ]
    return remarks.filter { $0.count > 0 }.map(\.sentence)
  }
}
