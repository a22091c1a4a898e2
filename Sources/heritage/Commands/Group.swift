import ArgumentParser
import HeritageFormats
import HeritageRegistry

/// Lists the groups of relics, or the members of one.
struct Group: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "List the groups of relics, or the members of one group.")

  @Argument(help: ArgumentHelp("The key of a group, as in liyang-plain.", valueName: "key"))
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
      [group.name(in: listing.output.language), group.summaryEN].compactMap { $0 }
        .joined(separator: ": "))
    try listing.print(try registry.hits(matching: query))
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
