/// What people call tables and their columns, and the words that stand in them.
extension HistoryWords {
  static let tables: [String: Labels] = [
    "site": Labels(zh: "文物", en: "relic"),
    "exact_position": Labels(zh: "精确位置", en: "exact position"),
    "site_name": Labels(zh: "其他名称", en: "other name"),
    "name_reading": Labels(zh: "读音", en: "reading of a name"),
    "designation": Labels(zh: "公布", en: "designation"),
    "site_source": Labels(zh: "引用文献", en: "citation"),
    "source": Labels(zh: "文献", en: "source"),
    "site_group": Labels(zh: "遗址群", en: "group"),
    "group_member": Labels(zh: "遗址群成员", en: "member of a group"),
    "zone": Labels(zh: "保护区划", en: "zone"),
    "exact_zone": Labels(zh: "不公开的区划", en: "withheld zone"),
    "body": Labels(zh: "本体边界", en: "body"),
    "coverage": Labels(zh: "完整性声明", en: "certified coverage"),
    "claim": Labels(zh: "说法", en: "claim"),
    "visit": Labels(zh: "参观", en: "visit"),
    "opening": Labels(zh: "开放时间", en: "opening hours"),
    "opening_exception": Labels(zh: "开放时间例外", en: "exception of the opening hours"),
    "lifecycle": Labels(zh: "存续变动", en: "change of state"),
    "succession": Labels(zh: "合并与拆分", en: "merger or split"),
    "attachment": Labels(zh: "附件", en: "attachment"),
    "township": Labels(zh: "乡镇", en: "township"),
    "former_township": Labels(zh: "原乡镇", en: "former township"),
    "intangible": Labels(zh: "非遗", en: "intangible heritage"),
    "outline": Labels(zh: "界线", en: "outline"),
    "river": Labels(zh: "河流", en: "river"),
    "place": Labels(zh: "地点", en: "place"),
    "registry": Labels(zh: "登记册", en: "register"),
    "official_count": Labels(zh: "官方数字", en: "official number"),
  ]

  /// Columns that are no fields of relics, by table and column where the table makes a difference.
  static let columns: [String: Labels] = [
    "site.state": Labels(zh: "存续状态", en: "state"),
    "state": Labels(zh: "存续状态", en: "state"),
    "date": Labels(zh: "日期", en: "date"),
    "document": Labels(zh: "文件", en: "document"),
    "cause": Labels(zh: "原因", en: "cause"),
    "kind": Labels(zh: "种类", en: "kind"),
    "class": Labels(zh: "类别", en: "class"),
    "name": Labels(zh: "名称", en: "name"),
    "name_zh": Labels(zh: "名称", en: "name"),
    "name_en": Labels(zh: "英文名称", en: "English name"),
    "status": Labels(zh: "依据状态", en: "status"),
    "rule": Labels(zh: "文字规定", en: "words"),
    "instrument": Labels(zh: "公布文件", en: "instrument"),
    "announced_on": Labels(zh: "公布日期", en: "announced on"),
    "announced_by": Labels(zh: "公布机关", en: "announced by"),
    "superseded_on": Labels(zh: "失效日期", en: "superseded on"),
    "accuracy_m": Labels(zh: "精度（米）", en: "accuracy (m)"),
    "withheld": Labels(zh: "不公开的状态", en: "withheld status"),
    "geom": Labels(zh: "图形", en: "shape"),
    "method": Labels(zh: "方法", en: "method"),
    "source": Labels(zh: "依据", en: "source"),
    "citation": Labels(zh: "文献", en: "citation"),
    "position": Labels(zh: "次序", en: "place in the list"),
    "standing": Labels(zh: "现行或原有", en: "present or former"),
    "level": Labels(zh: "级别", en: "level"),
    "batch": Labels(zh: "批次", en: "batch"),
    "year": Labels(zh: "年份", en: "year"),
    "official_code": Labels(zh: "公布编号", en: "official code"),
    "pinyin": Labels(zh: "拼音", en: "reading"),
    "confidence": Labels(zh: "可信度", en: "confidence"),
    "notes": Labels(zh: "备注", en: "notes"),
    "note": Labels(zh: "备注", en: "note"),
    "weekday": Labels(zh: "星期", en: "weekday"),
    "opens": Labels(zh: "开门", en: "opens"),
    "closes": Labels(zh: "关门", en: "closes"),
    "last_admission": Labels(zh: "停止入场", en: "last admission"),
    "public_holidays": Labels(zh: "法定节假日", en: "public holidays"),
    "key": Labels(zh: "代号", en: "key"),
    "season_start": Labels(zh: "季节起", en: "season begins"),
    "season_end": Labels(zh: "季节止", en: "season ends"),
    "what": Labels(zh: "内容", en: "what"),
    "complete_as_of": Labels(zh: "完整至", en: "complete as of"),
    "certified_by": Labels(zh: "声明人", en: "certified by"),
    "part": Labels(zh: "档案部分", en: "part of the record"),
    "title": Labels(zh: "标题", en: "title"),
    "label": Labels(zh: "编号", en: "number"),
    "file_name": Labels(zh: "文件名", en: "file name"),
    "author": Labels(zh: "作者", en: "author"),
    "taken_on": Labels(zh: "拍摄或制作日期", en: "date"),
    "direction": Labels(zh: "方位", en: "direction"),
    "scale": Labels(zh: "比例", en: "scale"),
    "mime": Labels(zh: "文件种类", en: "kind of file"),
    "sha256": Labels(zh: "摘要", en: "digest"),
    "bytes": Labels(zh: "字节数", en: "bytes"),
    "field": Labels(zh: "字段", en: "field"),
    "value": Labels(zh: "内容", en: "value"),
    "as_of": Labels(zh: "截至", en: "as of"),
    "rank": Labels(zh: "取舍", en: "rank"),
  ]

  /// A value of a change as people call it: a word of a fixed list by its label, everything else as it is.
  public static func said(_ value: StoredValue, of change: RowChange) -> Sentence.Value {
    guard case .text(let text) = value, let column = change.field else { return value.said }
    func word<Word: Vocabulary>(_ type: Word.Type) -> Sentence.Value? {
      Word(rawValue: text)?.labels.sentenceValue
    }
    let named: Sentence.Value? =
      switch (change.table, column) {
      case ("site", "state"), ("lifecycle", "state"), ("succession", "kind"):
        text == "existing"
          ? Labels(zh: "现存", en: "existing").sentenceValue : word(RelicState.self)
      case ("zone", "kind"), ("coverage", "what"): word(Zone.Kind.self)
      case ("zone", "status"), ("zone", "withheld"), ("exact_zone", "status"):
        word(Zone.Status.self)
      case ("attachment", "part"): word(AttachmentPart.self)
      case ("designation", "level"), ("coverage", "level"): word(ProtectionLevel.self)
      case ("claim", "rank"): word(Claim.Rank.self)
      case ("claim", "field"): SiteField(rawValue: text)?.definition.labels.sentenceValue
      default: nil
      }
    return named ?? value.said
  }
}
