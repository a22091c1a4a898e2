import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Lists the zones of the register.
struct ZoneList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: .help("zone.list"),
      discussion: .help("zone.list.discussion"))
  }

  @Flag(help: .help("zone.superseded"))
  var superseded = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let zones = try common.open().zones(includingSuperseded: superseded)
    try ZoneRows.write(zones, as: common.output)
  }
}

/// Shows the zones of one relic.
struct ZoneShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: .help("zone.show"))
  }

  @Argument(help: .help("zone.relic", value: "code"))
  var code: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let site = try registry.site(code)
    try ZoneRows.write(
      try registry.zones(includingSuperseded: true).filter { $0.code == site.code },
      as: common.output)
  }
}

/// Says what the words of zones leave of their extent.
struct ZoneExplain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: .help("zone.explain"),
      discussion: .help("zone.explain.discussion"))
  }

  @Argument(help: .help("zone.relic", value: "code"))
  var code: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let site = try registry.site(code)
    let zones = try registry.zones().filter { $0.code == site.code }
    let rows = zones.map { shaped -> [FieldValue] in
      let rule = shaped.zone.rule.map { ZoneRule($0, kind: shaped.zone.kind) } ?? .unread
      return [
        FieldValue(shaped.zone.number), FieldValue(shaped.zone.kind),
        FieldValue(shaped.zone.status), FieldValue(shaped.zone.rule),
        shaped.zone.shape == nil ? .said(rule.sentence) : .said(Sentence("rule.drawn")),
      ]
    }
    try Output(options: common.output).write(
      Answer(
        columns: [
          Answer.Column("zone", zh: "号", en: "No.", isNumber: true),
          Answer.Column("kind", zh: "种类", en: "Kind"),
          Answer.Column("status", zh: "图形", en: "Shape"),
          Answer.Column("rule", zh: "文字", en: "Words"),
          Answer.Column("read_as", zh: "读作", en: "Read as"),
        ], rows: rows))
  }
}

/// Ends a zone.
struct ZoneRetire: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retire", abstract: .help("zone.retire"),
      discussion: .help("zone.retire.discussion"))
  }

  @Argument(help: .help("zone.number", value: "number"))
  var number: Int

  @Option(help: .help("zone.on", value: "date"))
  var on: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard NewZone.isDate(on) else {
      throw ValidationError(Sentence("zone.badDate", ["text": on]))
    }
    try DateArgument.checkPast(on, option: "--on")
  }

  func run() throws {
    try Failure.ofZones {
      try change.openOrRehearse().retireZone(numbered: number, on: on, note: change.edit.note())
    }
    change.done(Sentence("zone.retired", ["number": number, "date": on]))
  }
}

/// Zones as rows.
enum ZoneRows {
  static func write(_ zones: [ShapedZone], as options: OutputOptions) throws {
    let output = Output(options: options)
    if options.chosenFormat == .geojson {
      let drawn = zones.filter { $0.zone.shape != nil }
      try output.write(ZoneFeatures(drawn, language: options.language).text)
      if drawn.isEmpty { try output.endEmpty() }
      return
    }
    let answer = ZoneFeatures(zones, language: options.language).answer
    try output.write(
      answer,
      brief: answer.selecting([
        "zone", "code", "name", "kind", "class", "status", "area_m2", "accuracy_m", "instrument",
        "announced_on", "superseded_on", "rule",
      ]))
  }
}
