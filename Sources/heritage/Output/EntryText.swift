import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
import Tables

/// An entry as a person reads it.
struct EntryText {
  let entry: SiteEntry
  let language: Language

  private var site: Site { entry.site }
  private var isChinese: Bool { language == .zh }

  var text: String {
    let first: [Line] = [
      ("别名", "Other names", otherNames),
      ("级别", "Level", level),
      ("类别", "Category", category),
      ("年代", "Period", period),
      ("文化", "Culture", site.cultures.isEmpty ? nil : site.cultures.joined(separator: "、")),
      ("所在地", "Place", place),
      ("位置", "Position", position),
      ("定位", "Position by", positionBasis),
    ]
    let last: [Line] = [
      ("公布", "Designated", designations),
      ("变动", "Became", lifecycle),
      ("去向", "Now see", entry.lifecycle.successors.joined(separator: ", ").nonEmpty),
      ("前身", "Was before", entry.lifecycle.predecessors.joined(separator: ", ").nonEmpty),
      ("遗址群", "Group", groups),
      ("保护区划", "Zones", zones),
      ("参观", "Visit", visit),
      ("简介", "Summary", site.summary(in: language)),
      line(.notes), line(.confidence),
      ("资料", "Sources", entry.dossier.sources.joined(separator: "\n").nonEmpty),
    ]
    let shown = (first + facts + last).filter { $0.value != nil }
    let width = shown.map { EastAsianWidth.of(isChinese ? $0.zh : $0.en) }.max() ?? 0
    let head = "\(site.code)  \(site.nameZH)" + (site.nameEN.map { "  \($0)" } ?? "") + "\n"
    return head
      + shown.map { line in
        let label = isChinese ? line.zh : line.en
        let gap = String(repeating: " ", count: width - EastAsianWidth.of(label) + 2)
        let indent = "\n" + String(repeating: " ", count: width + 4)
        return "  \(label)\(gap)\((line.value ?? "").replacing("\n", with: indent))\n"
      }.joined()
  }

  /// A line: what stands in front of it, in both languages, and what it says; nil for nothing.
  private typealias Line = (zh: String, en: String, value: String?)

  /// What no other line says, in the order of an export.
  private var facts: [Line] {
    let others: Set<SiteField> = [
      .nameEN, .subcategory, .summaryZH, .summaryEN, .notes, .confidence,
    ]
    return SiteField.allCases.filter { $0.definition.isPlain && !others.contains($0) }.map(line)
  }

  /// A field by itself, with its unit.
  private func line(_ key: SiteField) -> Line {
    let field = key.definition
    let text = field.value(of: entry.dossier).displayText(in: language).nonEmpty
    return (
      field.lineLabels.zh, field.lineLabels.en,
      text.map { field.unit.isEmpty ? $0 : "\($0) \(field.unit)" }
    )
  }

  private var otherNames: String? {
    let names = entry.dossier.otherNames.map { name in
      name.kind == .former ? name.name + aside(name.kind.label(in: language)) : name.name
    }
    return names.isEmpty ? nil : names.joined(separator: isChinese ? "、" : ", ")
  }

  /// What happened to it, a line each: the state, when, by which document, why.
  private var lifecycle: String? {
    entry.lifecycle.events.map { event in
      let state = event.state?.label(in: language) ?? (isChinese ? "恢复为现存" : "exists again")
      return [state, event.date, event.document, event.cause].compactMap { $0 }
        .joined(separator: isChinese ? "，" : ", ")
    }.joined(separator: "\n").nonEmpty
  }

  private var level: String {
    site.level.label(in: language) + aside(site.levelBasis.label(in: language))
  }

  private var category: String? {
    site.category.map { category in
      category.label(in: language) + (site.subcategory.map { " · \($0)" } ?? "")
    }
  }

  private var period: String? {
    let parts = [site.period.words, site.period.years(in: language)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: isChinese ? "，" : ", ")
  }

  private var place: String? {
    // An address often says both already.
    let address = site.address ?? ""
    let others = [site.township, site.village].compactMap { $0 }.filter { !address.contains($0) }
    return [others.joined(separator: " "), address].filter { !$0.isEmpty }
      .joined(separator: " · ").nonEmpty
  }

  private var position: String {
    guard let position = site.position else {
      return site.disclosure == .withheld
        ? (isChinese ? "不公开" : "withheld") : (isChinese ? "不详" : "not known")
    }
    let accuracy =
      position.accuracy.map {
        "± \(DecimalText.string($0.metres, places: $0.metres < 1 ? 3 : 0)) m"
      }
      ?? (isChinese ? "精度不详" : "accuracy not known")
    let (longitude, latitude) = (position.coordinate.longitude, position.coordinate.latitude)
    return "\(DecimalText.string(longitude, places: 7)), \(DecimalText.string(latitude, places: 7))"
      + "  \(accuracy)"
  }

  private var positionBasis: String? {
    site.position.map { position in
      [position.method.label(in: language), position.source].compactMap { $0 }
        .joined(separator: isChinese ? "：" : ": ")
    }
  }

  private var designations: String? {
    entry.dossier.designations.map { designation in
      let standing =
        designation.standing == .former ? aside(designation.standing.label(in: language)) : ""
      return [
        designation.level.label(in: language) + standing, designation.batch,
        designation.year.map(String.init), designation.officialCode,
      ].compactMap { $0 }.joined(separator: isChinese ? "，" : ", ")
    }.joined(separator: "\n").nonEmpty
  }

  private var groups: String? {
    entry.groups.map { "\($0.name(in: language)) (\($0.key))" }.joined(separator: "\n").nonEmpty
  }

  private var zones: String? {
    entry.zones.map { zone in
      let (kind, status) = (zone.kind.label(in: language), zone.status.label(in: language))
      let rule = zone.rule ?? (isChinese ? "不公开" : "withheld")
      let shape = zone.isShapeWithheld ? (isChinese ? "，图形不公开" : ", shape withheld") : ""
      return "\(kind): \(rule) (\(status)\(shape))"
    }.joined(separator: "\n").nonEmpty
  }

  private var visit: String? {
    guard let visit = entry.visit else { return nil }
    var parts = [visit.access.label(in: language)]
    parts += hours(visit)
    if let price = visit.ticketYuan {
      parts.append(
        price == 0
          ? (isChinese ? "免费" : "free") : "¥" + DecimalText.string(price, places: 2))
    }
    if let minutes = visit.durationMinutes {
      parts.append(isChinese ? "约 \(minutes) 分钟" : "about \(minutes) min")
    }
    if let confidence = visit.confidence {
      parts.append((isChinese ? "可信度" : "confidence ") + confidence.label(in: language))
    }
    return parts.joined(separator: isChinese ? "，" : ", ") + (visit.notes.map { "\n\($0)" } ?? "")
  }

  /// The hours of each season, once where every day of the week is alike, then the exceptions.
  private func hours(_ visit: Visit) -> [String] {
    let names =
      isChinese
      ? ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
      : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    func interval(_ opens: ClockTime, _ closes: ClockTime, _ last: ClockTime?) -> String {
      let admission = isChinese ? "最晚入场" : "last admission"
      return "\(opens)–\(closes)" + (last.map { " (\(admission) \($0))" } ?? "")
    }
    var seasons: [String: [Opening]] = [:]
    for opening in visit.openings {
      let season = opening.season
      seasons["\(season.first)–\(season.last)", default: []].append(opening)
    }
    let weeks = seasons.sorted { $0.key < $1.key }.flatMap { season, openings -> [String] in
      let note = season == "01-01–12-31" ? "" : " (\(season))"
      let texts = openings.map { interval($0.opens, $0.closes, $0.lastAdmission) }
      let isDaily = Set(openings.map(\.weekday)).count == 7 && openings.count == 7
      if isDaily, Set(texts).count == 1 { return [texts[0] + note] }
      return zip(openings, texts).map { "\(names[$0.weekday.isoNumber - 1]) \($1)\(note)" }
    }
    let exceptions = visit.exceptions.map { exception in
      let day = exception.date?.description ?? (isChinese ? "节假日" : "public holidays")
      guard let opens = exception.opens, let closes = exception.closes else {
        return "\(day) " + (isChinese ? "不开放" : "closed")
      }
      return "\(day) \(interval(opens, closes, exception.lastAdmission))"
    }
    return weeks + exceptions
  }

  /// A remark behind a word, in the brackets of the language.
  private func aside(_ text: String) -> String { isChinese ? "（\(text)）" : " (\(text))" }
}

extension String {
  /// The text, or nil when it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
