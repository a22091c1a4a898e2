import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Lists the groups of relics, or the members of one.
struct Group: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "group",
      abstract: .help("group"),
      discussion: .help("group.discussion"))
  }

  @Argument(help: .help("group.key", value: "key"))
  var key: String?

  @OptionGroup var page: PageOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    guard let key else { return try listGroups(of: registry) }
    let group = try registry.group(key)
    var query = SiteQuery()
    query.group = key
    page.apply(to: &query)
    let listing = SiteListing(registry: registry, common: common)
    listing.output.note(
      listing.output.language == .zh
        ? group.nameZH
        : [group.name(in: .en), group.summaryEN].compactMap { $0 }.joined(separator: ": "))
    let layout = try registry.layout(ofGroup: key)
    describe(layout, to: listing.output)
    let answer = try registry.hits(matching: query)
    try listing.print(
      answer, adding: columns(answer.items.map { layout.nearest[$0.site.code] }),
      areas: layout.hull.map { hull in
        [
          AreaFeature(
            id: group.key, hull: hull, of: layout.located,
            properties: [
              .init("name_zh", .text(group.nameZH)), .init("name_en", FieldValue(group.nameEN)),
            ])
        ]
      } ?? [])
  }

  /// What the members' positions span, and what that is worth.
  private func describe(_ layout: GroupLayout, to output: Output) {
    if let hull = layout.hull {
      func kilometres(_ length: Length) -> String {
        DecimalText.string(length.metres / 1000, places: 1)
      }
      let seats = layout.located.count { $0.position?.method == .townshipSeat }
      let accuracy = layout.located.compactMap(\.position?.accuracy?.metres).max()
      let unknown = layout.located.count { $0.position?.accuracy == nil }
      let worth: [Sentence?] = [
        Sentence(
          "group.extent",
          ["width": kilometres(hull.extent.width), "height": kilometres(hull.extent.height)]),
        accuracy.map {
          Sentence("group.accuracy", ["metres": DecimalText.string($0, places: 0)])
        },
        seats == 0 ? nil : Sentence("group.seats", ["count": seats]),
        unknown == 0 ? nil : Sentence("group.unknown", ["count": unknown]),
      ]
      output.note(Sentence.Value.clauses(worth.compactMap { $0 }))
    }
    // A map says it of the relics that it leaves out.
    guard layout.unlocatedCount > 0, output.options.chosenFormat != .geojson else { return }
    output.note(
      Sentence("group.unlocated", ["count": layout.unlocatedCount]))
  }

  private func columns(_ nearest: [GroupLayout.Neighbour?]) -> [AddedColumn] {
    [
      AddedColumn(
        Answer.Column("nearest_code", zh: "最近成员", en: "Nearest"),
        values: nearest.map { FieldValue($0?.code) }),
      AddedColumn(
        Answer.Column("nearest_name_zh", zh: "最近成员名称", en: "Nearest (Chinese)"),
        values: nearest.map { FieldValue($0?.nameZH) }),
      AddedColumn(
        Answer.Column("nearest_distance_m", zh: "相距(m)", en: "Away (m)", isNumber: true),
        values: nearest.map { FieldValue($0?.distance.metres, places: 3) }),
      AddedColumn(
        Answer.Column("nearest_accuracy_m", zh: "相距精度(±m)", en: "± m", isNumber: true),
        values: nearest.map { FieldValue($0?.accuracy?.metres, places: 1) }),
    ]
  }

  private func listGroups(of registry: Registry) throws {
    let output = Output(options: common.output)
    try output.write(
      Answer(
        columns: [
          Answer.Column("key", zh: "代号", en: "Key"),
          Answer.Column("name_zh", zh: "名称", en: "Name (Chinese)"),
          Answer.Column("name_en", zh: "英文名称", en: "Name"),
          Answer.Column("members", zh: "文物点数", en: "Members", isNumber: true),
          Answer.Column("summary_en", zh: "英文简介", en: "Summary"),
        ],
        rows: try registry.groups.map {
          [
            .text($0.key), .text($0.nameZH), FieldValue($0.nameEN), .integer($0.memberCount),
            FieldValue($0.summaryEN),
          ]
        }))
  }
}
