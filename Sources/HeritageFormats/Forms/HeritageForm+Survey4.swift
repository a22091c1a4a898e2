import Geodesy
public import HeritageRegistry
import Tables

extension HeritageForm {
  /// The registration form of relics, a section each.
  ///
  /// - Parameters:
  ///   - relics: The relics, each with its attachments that may be listed.
  ///   - county: The county that the form names.
  public static func survey4(
    _ relics: [(entry: SiteEntry, files: [Attachment])], county: String
  ) -> HeritageForm {
    HeritageForm(.survey4, relics.map { survey4($0.entry, $0.files, county) })
  }

  private static func survey4(
    _ entry: SiteEntry, _ files: [Attachment], _ county: String
  ) -> Section {
    let site = entry.site
    return Section(
      name: site.code, title: site.nameZH,
      tables: [
        cover(entry, county), basics(entry),
        Table("本体文物", ["序号", "分组", "名称", "类别", "面积或数量"], [blanks(5)]),
        Table("附属文物", ["序号", "分组", "名称或类别", "面积或数量"], [blanks(4)]),
        points(site),
        .facts(
          "简介与现状",
          [
            ("简介", FieldValue(site.summaryZH)),
            ("保存现状", .text(ticked(Condition.allCases.map(\.labels.zh), site.condition?.labels.zh))),
            ("已完成保护措施", .null), ("主要影响因素", .null), ("审核意见", .null), ("抽查结论", .null),
            ("备注", .null),
          ]),
        pictures(files), drawings(files),
      ])
  }

  private static func blanks(_ count: Int) -> [FieldValue] { Array(repeating: .null, count: count) }

  /// Boxes of which one is ticked, or none where nobody knows.
  static func ticked(_ boxes: [String], _ chosen: String?) -> String {
    boxes.map { ($0 == chosen ? "☑" : "□") + $0 }.joined(separator: " ")
  }

  private static func cover(_ entry: SiteEntry, _ county: String) -> Table {
    .facts(
      "封面",
      [
        ("编号", FieldValue(entry.site[.fourth])), ("登记册编号", .text(entry.site.code)),
        ("二普编号", FieldValue(entry.site[.second])), ("三普编号", FieldValue(entry.site[.third])),
        ("普查性质", .text(ticked(["新发现", "复查", "合并", "拆分", "变更类型", "无变更"], nil))),
        ("名称", .text(entry.site.nameZH)), ("县（市、区）", .text(county)), ("调查人、日期", .null),
        ("审定人、日期", .null), ("抽查人、日期", .null),
      ])
  }

  private static func basics(_ entry: SiteEntry) -> Table {
    let site = entry.site
    let announced = entry.zones.filter { $0.instrument != nil || $0.announcedOn != nil }
    // That nothing is known of an announcement does not say that there is none.
    func yes(_ kind: Zone.Kind) -> FieldValue {
      .text(ticked(["是", "否"], announced.contains { $0.kind == kind } ? "是" : nil))
    }
    let level =
      switch site.level {
      case .national: "全国重点"
      case .provincial: "省级"
      case .municipal, .county: "市级和县级"
      case .registered: "尚未核定"
      }
    let place = [site.township, site.village, site.address].compactMap { $0 }
    let access: String? =
      switch entry.visit?.access {
      case .open: "开放"
      case .closed: "未开放"
      case .restricted, .unknown, nil: nil
      }
    return .facts(
      "基本信息",
      [
        ("地址及位置", place.isEmpty ? .null : .text(place.joined(separator: "，"))),
        ("面积（m²）", FieldValue(site.areaSquareMetres, places: 2)),
        ("是否整体迁移", .text(ticked(["是", "否"], site.state == .moved ? "是" : nil))),
        (
          "是否变更或消失",
          .text(ticked(["变更", "消失", "否"], site.state == .destroyed ? "消失" : nil))
        ),
        ("文物级别", .text(ticked(["全国重点", "省级", "市级和县级", "尚未核定"], level))),
        ("所属文物保护单位名称", .null), ("是否已公布保护范围", yes(.protection)),
        ("是否已公布建设控制地带", yes(.control)), ("年代", FieldValue(site.period.words)),
        ("统计年代", .null), ("类别", FieldValue(site.category?.labels.zh)),
        ("细分类别", FieldValue(site.subcategory)),
        ("所有权", .text(ticked(["国家", "集体", "私人"], nil))), ("产权单位（人）", .null),
        ("使用单位（人）", .null), ("上级管理机构", .null), ("所属行业、系统", .null),
        ("开放状况", .text(ticked(["开放", "未开放"], access))), ("使用用途", .null), ("名录", .null),
      ])
  }

  /// The measured points: one, where the register has a position that is not that of a township.
  private static func points(_ site: Site) -> Table {
    let head = ["序号", "分组", "测点类型", "纬度", "经度", "海拔高程", "测点说明", "备注"]
    guard let position = site.position, position.isFine else {
      return Table("测点登记表", head, [blanks(8)])
    }
    let accuracy = position.accuracy.map {
      "±\(DecimalText.string($0.metres, places: 1)) 米"
    }
    return Table(
      "测点登记表（WGS 84，与 CGCS2000 相差不到一米）", head,
      [
        [
          .integer(1), .null, .null, .text(degrees(position.coordinate.latitude)),
          .text(degrees(position.coordinate.longitude)), .null, FieldValue(accuracy),
          .text(position.method.labels.zh),
        ]
      ])
  }

  /// Degrees, minutes and seconds to a tenth, as the form writes them: `29°41′30.0″`.
  static func degrees(_ value: Double) -> String {
    let tenths = Int((abs(value) * 36_000).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return (value < 0 ? "-" : "") + "\(tenths / 36_000)°\(two(tenths / 600 % 60))′"
      + "\(two(tenths / 10 % 60)).\(tenths % 10)″"
  }

  private static func pictures(_ files: [Attachment]) -> Table {
    let rows = files.filter { $0.facts.part == .photo }.map { file -> [FieldValue] in
      [
        FieldValue(file.facts.title), .integer(file.number), FieldValue(file.facts.label), .null,
        FieldValue(file.facts.author), FieldValue(file.facts.takenOn),
        FieldValue(file.facts.direction), .null,
      ]
    }
    return Table(
      "照片册页", ["名称", "编号", "照片号", "底片号", "摄影者", "拍摄时间", "拍摄方位", "文字说明"],
      rows.isEmpty ? [blanks(8)] : rows)
  }

  private static func drawings(_ files: [Attachment]) -> Table {
    let rows = files.filter { $0.facts.part == .drawing }.map { file -> [FieldValue] in
      [
        .integer(file.number), FieldValue(file.facts.title), FieldValue(file.facts.label),
        FieldValue(file.facts.scale), FieldValue(file.facts.author), FieldValue(file.facts.takenOn),
      ]
    }
    return Table(
      "图纸册页", ["编号", "名称", "图号", "比例", "绘制人", "绘制时间"], rows.isEmpty ? [blanks(6)] : rows)
  }
}
