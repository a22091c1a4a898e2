import Geodesy
import HeritageRegistry

/// Townships, at their seats.
enum TownshipFeature {
  static let properties = [
    FeatureProperty("code", .text, zh: "代码", en: "Code"),
    FeatureProperty("name_zh", .text, zh: "名称", en: "Chinese name"),
    FeatureProperty("name_en", .text, zh: "英文名", en: "English name"),
    FeatureProperty("kind", .text, zh: "种类", en: "Kind", words: WordSet(Township.Kind.self).words),
    FeatureProperty("seat_accuracy_m", .number, zh: "驻地精度", en: "Accuracy of the seat", unit: "m"),
  ]

  static func all(of registry: Registry) throws -> [ListedFeature] {
    try registry.townships().map { township in
      ListedFeature(
        id: township.code, shape: township.seat.map { .point($0) },
        values: [
          .text(township.code), .text(township.nameZH), FieldValue(township.nameEN),
          FieldValue(township.kind), FieldValue(township.seatAccuracy?.metres, places: 1),
        ])
    }
  }
}

/// Groups of relics.
enum GroupFeature {
  static let properties = [
    FeatureProperty("key", .text, zh: "键", en: "Key"),
    FeatureProperty("name_zh", .text, zh: "名称", en: "Chinese name"),
    FeatureProperty("name_en", .text, zh: "英文名", en: "English name"),
    FeatureProperty("summary_en", .text, zh: "英文简介", en: "English summary"),
    FeatureProperty("members", .integer, zh: "文物点数", en: "Number of relics"),
  ]

  static func all(of registry: Registry) throws -> [ListedFeature] {
    try registry.groups.map { group in
      ListedFeature(
        id: group.key, shape: nil,
        values: [
          .text(group.key), .text(group.nameZH), FieldValue(group.nameEN),
          FieldValue(group.summaryEN), .integer(group.memberCount),
        ])
    }
  }
}

/// Items of intangible heritage, which have no codes of their own: an item is known by what its list says of it.
enum IntangibleFeature {
  static let properties = [
    FeatureProperty("name_zh", .text, zh: "名称", en: "Chinese name"),
    FeatureProperty("category", .text, zh: "类别", en: "Category"),
    FeatureProperty(
      "protection_level", .text, zh: "级别", en: "Level",
      words: WordSet(ProtectionLevel.self).words),
    FeatureProperty("batch", .text, zh: "批次", en: "Batch"),
    FeatureProperty("year", .integer, zh: "年份", en: "Year"),
    FeatureProperty("official_code", .text, zh: "官方编号", en: "Official code"),
    FeatureProperty("area", .text, zh: "申报地区", en: "Area"),
    FeatureProperty("place", .text, zh: "地点", en: "Place"),
  ]

  static func all(of registry: Registry) throws -> [ListedFeature] {
    var ids = FeatureIDs()
    return try registry.intangibleItems().map { item in
      ListedFeature(
        id: ids.next(
          "ich-"
            + FeatureIDs.digest([
              item.nameZH, item.category, item.level.rawValue, item.officialCode, item.area,
            ])), shape: nil,
        values: [
          .text(item.nameZH), .text(item.category), FieldValue(item.level), FieldValue(item.batch),
          FieldValue(item.year), FieldValue(item.officialCode), FieldValue(item.area),
          FieldValue(item.place),
        ])
    }
  }
}

/// Announcements of relics as protected units, at the places of the relics.
enum DesignationFeature {
  static let properties = [
    FeatureProperty("site", .text, zh: "文物点编号", en: "Code of the relic"),
    FeatureProperty("name_zh", .text, zh: "文物点名称", en: "Name of the relic"),
    FeatureProperty(
      "protection_level", .text, zh: "级别", en: "Level",
      words: WordSet(ProtectionLevel.self).words),
    FeatureProperty("batch", .text, zh: "批次", en: "Batch"),
    FeatureProperty("year", .integer, zh: "年份", en: "Year"),
    FeatureProperty(
      "announced_from", .date, zh: "公布不早于", en: "Announced not before",
      meaning: Labels(zh: "只知年份，取当年首日", en: "Only the year is known: its first day")),
    FeatureProperty(
      "announced_to", .date, zh: "公布不晚于", en: "Announced not after",
      meaning: Labels(zh: "只知年份，取当年末日", en: "Only the year is known: its last day")),
    FeatureProperty("official_code", .text, zh: "官方编号", en: "Official code"),
    FeatureProperty(
      "standing", .text, zh: "公布状态", en: "Standing",
      words: WordSet(Designation.Standing.self).words),
    FeatureProperty("source", .text, zh: "来源", en: "Source"),
  ]

  static func all(of registry: Registry) throws -> [ListedFeature] {
    var features: [ListedFeature] = []
    var ids = FeatureIDs()
    try registry.forEachBatch(matching: SiteQuery()) { found in
      for hit in found where !hit.dossier.designations.isEmpty {
        let site = hit.dossier.site
        features += hit.dossier.designations.map { designation in
          ListedFeature(
            id: ids.next(
              [site.code, designation.level.rawValue, designation.year.map(String.init)]
                .compactMap(\.self).joined(separator: "-")),
            shape: site.position.map { .point($0.coordinate) },
            values: [
              .text(site.code), .text(site.nameZH), FieldValue(designation.level),
              FieldValue(designation.batch), FieldValue(designation.year),
              FieldValue(designation.year.map { "\($0)-01-01" }),
              FieldValue(designation.year.map { "\($0)-12-31" }),
              FieldValue(designation.officialCode), FieldValue(designation.standing),
              .text(designation.source),
            ])
        }
      }
    }
    return features
  }
}

/// Zones in force that have a shape which the asker may see.
enum ZoneFeature {
  static let properties = [
    FeatureProperty("site", .text, zh: "文物点编号", en: "Code of the relic"),
    FeatureProperty("name_zh", .text, zh: "名称", en: "Name"),
    FeatureProperty("kind", .text, zh: "种类", en: "Kind", words: WordSet(Zone.Kind.self).words),
    FeatureProperty("class", .text, zh: "类别", en: "Class"),
    FeatureProperty(
      "status", .text, zh: "状态", en: "Status", words: WordSet(Zone.Status.self).words),
    FeatureProperty("instrument", .text, zh: "公布文件", en: "Instrument"),
    FeatureProperty("announced_on", .date, zh: "公布日期", en: "Announced on"),
    FeatureProperty("accuracy_m", .number, zh: "精度", en: "Accuracy", unit: "m"),
    FeatureProperty("source", .text, zh: "来源", en: "Source"),
  ]

  static func all(of registry: Registry) throws -> [ListedFeature] {
    try registry.shapedZones().enumerated().compactMap { index, shaped in
      guard let area = shaped.zone.shape else { return nil }
      let zone = shaped.zone
      return ListedFeature(
        id: "zone-\(zone.number ?? index + 1)", shape: .area(area),
        values: [
          FieldValue(shaped.code), FieldValue(zone.nameZH ?? shaped.nameZH), FieldValue(zone.kind),
          FieldValue(zone.zoneClass), FieldValue(zone.status), FieldValue(zone.instrument),
          FieldValue(zone.announcedOn), FieldValue(zone.accuracy?.metres, places: 1),
          FieldValue(zone.source),
        ])
    }
  }
}
