import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Roads
import Tables
import TourPlanner
import Words

/// Says what a file of roads has, and whether it is whole.
struct RoadsCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: .help("roads.check"),
      discussion: .help("roads.check.discussion"))
  }

  @Argument(
    help: .help("roads.check.file", value: "file"), completion: .file(extensions: ["roads"]))
  var file: String

  @Option(
    help: .help("roads.check.against", value: "file"), completion: .file(extensions: ["roads"]))
  var against: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let graph = try RoadGraph(path: file)
    try graph.verify()
    let (notes, box) = (graph.notes, graph.box)
    let corners = [box.west, box.south, box.east, box.north].map {
      DecimalText.string($0, places: 5)
    }
    var rows: [[FieldValue]] = [
      [.text("junctions"), .integer(graph.nodeCount)], [.text("roads"), .integer(graph.edgeCount)],
      [.text("bbox"), .text(corners.joined(separator: ","))],
      [.text("data_date"), FieldValue(notes.date)], [.text("licence"), FieldValue(notes.licence)],
      [.text("attribution"), FieldValue(notes.attribution)],
    ]
    for (source, digest) in zip(notes.sources, notes.digests) {
      rows.append([.text("source"), .text(source)])
      rows.append([.text("sha256"), .text(digest)])
    }
    for mode in graph.modes {
      let share = notes.shares.first { $0.hasPrefix(mode.rawValue + " ") }?.split(separator: " ")
        .last
      rows.append([
        .text("connected_percent_\(mode.rawValue)"),
        FieldValue(share.flatMap { Double($0) }.map { $0 / 10 }, places: 1),
      ])
    }
    try Output(options: output).write(
      Answer(
        columns: [
          Answer.Column("property", zh: "项目", en: "Property"),
          Answer.Column("value", zh: "值", en: "Value"),
        ], rows: rows))
    Output(options: output).note(Sentence("roads.whole", ["file": file]))
    if let against { try compare(graph, with: RoadGraph(path: against)) }
  }

  /// Says how well the roads lie on others, and refuses those that are shifted.
  private func compare(_ graph: RoadGraph, with other: RoadGraph) throws {
    let found = try RoadComparison(graph, with: other)
    guard found.points >= RoadComparison.leastPoints else {
      throw Failure(
        Sentence("roads.noCommonGround", ["file": file, "other": other.file]),
        hint: Sentence("advice.otherRoads"), status: .badData)
    }
    guard let shift = found.shift else {
      return Output(options: output).note(
        Sentence("roads.compared", ["share": Self.percent(found.share), "other": other.file]))
    }
    throw Failure(
      Sentence(
        "roads.shifted",
        [
          "file": shift.isOther ? other.file : file, "other": shift.isOther ? file : other.file,
          "datum": shift.datum.rawValue, "metres": Int(shift.length.metres.rounded()),
          "share": Self.percent(shift.share), "plain": Self.percent(found.share),
        ]),
      hint: Sentence("advice.shiftedRoads", ["datum": shift.datum.rawValue]), status: .badData)
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded(.down)) }
}
