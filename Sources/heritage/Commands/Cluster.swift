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
  private func remarks(on answer: ClusterAnswer, epsilon: Length) -> [Sentence] {
    let distance = DecimalText.string(epsilon.metres, places: 3)
    let sites = answer.clusters.flatMap { $0.members.map(\.site) }
    let (clusters, left) = (answer.clusters.count, answer.leftOut)
    let generated = sites.count { $0.position?.method == .generated }
    let unknown = sites.count { $0.position.map { $0.accuracy == nil } ?? false } - generated

    let remarks: [(count: Int, sentence: Sentence)] = [
      (
        1,
        Sentence(
          "cluster.found",
          [
            "clusters": Sentence("cluster.clusters", ["count": clusters]),
            "relics": Sentence("cluster.relics", ["count": sites.count]),
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
