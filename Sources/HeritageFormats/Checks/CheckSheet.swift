import Geodesy
public import HeritageRegistry
import Tables
public import Words

/// The answer of a check as people read it: a headline, a table, and what it does not cover.
public struct CheckSheet: Sendable {
  /// The answer.
  public let answer: CheckAnswer
  /// The number of the saved record; nil where it is not saved.
  public let record: Int?
  /// The language.
  public let language: Language

  /// The sheet of an answer.
  public init(_ answer: CheckAnswer, record: Int? = nil, language: Language) {
    (self.answer, self.record, self.language) = (answer, record, language)
  }

  /// The answer in a few words.
  public var headline: Sentence {
    switch answer.verdict {
    case .touches: Sentence("check.touches", ["count": touched])
    case .clear: Sentence("check.clear")
    case .cannotSay: Sentence("check.cannotSay")
    }
  }

  private var touched: Int {
    answer.zones.count { $0.finding == .touched } + answer.relics.count { $0.finding == .touched }
  }

  /// What was checked: name, file, area.
  public var project: Sentence {
    let request = answer.request
    let values: KeyValuePairs<String, any SentenceValue> = [
      "name": request.project ?? request.file, "file": request.file,
      "area": DecimalText.string(answer.squareMetres, places: 2), "datum": request.datum,
      "accuracy": DecimalText.string(request.accuracy.metres, places: 3),
    ]
    // A project without a name of its own is called like its file.
    return request.project ?? request.file == request.file
      ? Sentence("check.file", values) : Sentence("check.project", values)
  }

  /// Zones and relics, what is touched first.
  public var table: Answer {
    Answer(columns: Self.columns, rows: answer.zones.map(row) + answer.relics.map(row))
  }

  private static let columns = [
    Answer.Column("code", zh: "编号", en: "Relic"),
    Answer.Column("name", zh: "名称", en: "Name"),
    Answer.Column("zone", zh: "区划", en: "Zone"),
    Answer.Column("finding", zh: "结论", en: "Finding"),
    Answer.Column("overlap_m2", zh: "重叠(m²)", en: "Overlap (m²)", isNumber: true),
    Answer.Column("share", zh: "占项目", en: "Of project", isNumber: true),
    Answer.Column("distance_m", zh: "距离(m)", en: "Distance (m)", isNumber: true),
    Answer.Column("accuracy_m", zh: "误差(±m)", en: "± (m)", isNumber: true),
    Answer.Column("instrument", zh: "公布文件", en: "Instrument, date"),
  ]

  private func row(_ hit: ZoneHit) -> [FieldValue] {
    let kind = hit.zone.zone.kind.label(in: language)
    let name = [kind, hit.zone.zone.zoneClass].compactMap { $0 }.joined(separator: " ")
    let instrument = [hit.zone.zone.instrument, hit.zone.zone.announcedOn].compactMap { $0 }
    return [
      FieldValue(hit.zone.code), .text(hit.zone.name(in: language)), .text(name),
      FieldValue(hit.finding), .some(hit.overlap, 2), Self.percent(hit.shareOfProject),
      .some(hit.distance?.metres, 2), .some(hit.accuracy?.metres, 2),
      FieldValue(instrument.isEmpty ? nil : instrument.joined(separator: ", ")),
    ]
  }

  private func row(_ hit: RelicHit) -> [FieldValue] {
    let zone = Labels(zh: "文物本体", en: "the relic itself")[language]
    return [
      .text(hit.code), .text(hit.name(in: language)),
      .text("\(zone) (\(hit.extent.label(in: language)))"), FieldValue(hit.finding), .null, .null,
      .some(hit.distance.metres, 2), .some(hit.accuracy?.metres, 2), .null,
    ]
  }

  private static func percent(_ share: Double?) -> FieldValue {
    share.map { .text(DecimalText.string($0 * 100, places: 2) + "%") } ?? .null
  }

  /// What follows, each consequence once, with what it follows from.
  public var consequences: [Line] {
    var found: [Line] = []
    func add(_ consequences: [Consequence], _ because: String?, _ finding: CheckFinding) {
      for consequence in consequences {
        let line = Line(
          consequence: consequence, because: because.map { [$0] } ?? [],
          isSure: finding == .touched)
        if let index = found.firstIndex(where: {
          $0.consequence == consequence && $0.isSure == line.isSure
        }) {
          for code in line.because where !found[index].because.contains(code) {
            found[index].because.append(code)
          }
        } else {
          found.append(line)
        }
      }
    }
    for hit in answer.zones where hit.finding != .apart {
      add(hit.consequences, hit.zone.code ?? hit.zone.name(in: language), hit.finding)
    }
    for hit in answer.relics where hit.finding != .apart {
      add(hit.consequences, hit.code, hit.finding)
    }
    add(answer.duties, nil, .touched)
    return found.filter(\.isSure) + found.filter { !$0.isSure }
  }

  /// A consequence with what it follows from.
  public struct Line: Hashable, Sendable {
    /// What has to be done.
    public let consequence: Consequence
    /// The codes of the relics; none where it follows from the project itself.
    public fileprivate(set) var because: [String]
    /// Whether what it follows from is touched for sure.
    public let isSure: Bool

    /// The line.
    public var sentence: Sentence {
      because.isEmpty
        ? Sentence("check.duty", ["text": consequence.sentence])
        : isSure
          ? Sentence("check.consequence", ["codes": because, "text": consequence.sentence])
          : Sentence("check.consequenceIf", ["codes": because, "text": consequence.sentence])
    }
  }

  /// The lines below the table: why, what follows, what is not covered and not asked, and the record.
  public var remarks: [Sentence] {
    var lines: [Sentence] = []
    for hit in answer.zones {
      guard let reason = hit.reason else { continue }
      lines.append(
        Sentence(
          "check.because",
          [
            "code": hit.zone.code ?? hit.zone.name(in: language),
            "zone": Sentence.Value.either(
              zh: hit.zone.zone.kind.label(in: .zh), en: hit.zone.zone.kind.label(in: .en)),
            "reason": reason,
          ]))
    }
    lines += consequences.map(\.sentence)
    if !answer.gaps.isEmpty {
      lines.append(Sentence("check.notCovered", ["gaps": Sentence.Value.clauses(gaps)]))
    }
    if !answer.notAsked.isEmpty {
      lines.append(
        Sentence(
          "check.notAsked", ["questions": Sentence.Value.clauses(answer.notAsked.map(\.sentence))]))
    }
    lines.append(
      record.map {
        Sentence("check.record", ["number": $0, "digest": answer.dataDigest.prefix(12)])
      }
        ?? Sentence("check.unsaved", ["digest": answer.dataDigest.prefix(12)]))
    return lines
  }
}

extension CheckSheet {
  /// What is not covered: what nobody has certified in one clause, at the end.
  fileprivate var gaps: [Sentence] {
    var (others, uncertified): ([Sentence], [Sentence.Value]) = ([], [])
    for gap in answer.gaps {
      guard case .notCertified(let what, let level) = gap else {
        others.append(gap.sentence)
        continue
      }
      let labels = Sentence.Value.either(zh: what.labels.zh, en: what.labels.en)
      uncertified.append(
        level.map { .sentence(Sentence("check.ofLevel", ["what": labels, "level": $0])) } ?? labels)
    }
    guard !uncertified.isEmpty else { return others }
    return others + [
      Sentence("check.notCertified", ["what": Sentence.Value.list(uncertified, .comma)])
    ]
  }
}

extension FieldValue {
  /// A number that a table shows with its decimals.
  fileprivate static func some(_ number: Double?, _ places: Int) -> FieldValue {
    number.map { .text(DecimalText.string($0, places: places)) } ?? .null
  }
}

extension CheckSheet {
  /// A FeatureCollection (RFC 7946): the project, then the zones that are drawn.
  public var geoJSON: String {
    var features: [FieldValue] = []
    func add(_ shape: MultiPolygon, _ properties: [FieldValue.Member]) {
      features.append(
        .object([
          .init("type", .text("Feature")), .init("properties", .object(properties)),
          .init("geometry", OutlineSheet.geometry(shape)),
        ]))
    }
    if let shape {
      add(
        shape,
        [
          .init("role", .text("project")), .init("name", FieldValue(answer.request.project)),
          .init("answer", .text(answer.verdict.rawValue)),
          .init("area_m2", .decimal(answer.squareMetres, places: 2)),
          .init("data_digest", .text(answer.dataDigest)),
        ])
    }
    for hit in answer.zones {
      guard let shape = hit.zone.zone.shape else { continue }
      var properties: [FieldValue.Member] = [.init("role", .text("zone"))]
      if case .object(let members) = hit.value(in: language) { properties += members }
      add(shape, properties)
    }
    return JSONText.compact(
      .object([.init("type", .text("FeatureCollection")), .init("features", .list(features))]))
      + "\n"
  }

  /// The outline of the project in longitude and latitude.
  var shape: MultiPolygon? { try? answer.request.projection.shape(of: answer.request.outline) }
}
