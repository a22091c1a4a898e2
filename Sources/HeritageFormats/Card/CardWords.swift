import HeritageRegistry
import Tables

/// The words of a card in its language.
struct CardWords: Sendable {
  let language: Language

  func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func heading(_ county: String) -> String {
    word("\(county)不可移动文物记录", "\(county) · Record of an immovable cultural relic")
  }
  var staffOnly: String { MapWords(language: language).staffOnly }
  var basics: String { word("基本情况", "What it is") }
  var place: String { word("位置", "Where it is") }
  var designations: String { word("公布", "Designation") }
  var zones: String { word("保护区划", "Zones") }
  func zone(_ kind: Zone.Kind) -> String {
    switch kind {
    case .protection: word("保护范围", "Protection")
    case .control: word("建设控制地带", "Control")
    default: kind.label(in: language)
    }
  }
  var visit: String { word("开放", "Visiting") }
  var summary: String { word("简介", "Summary") }
  var notes: String { word("说明", "Notes") }
  var sources: String { word("文献", "Sources") }
  var credits: String { word("数据许可", "Credits") }
  var record: String { word("记录档案", "Record file") }
  var otherNames: String { word("别名", "Other names") }
  /// That the register does not say it.
  var unknown: String { word("未录", "not recorded") }
  var withheld: String { word("不公开", "withheld") }
  var accuracyUnknown: String { word("精度不详", "accuracy not known") }
  /// Whether zones were drawn is not known from their absence.
  var noZones: String {
    word(
      "本登记册没有录入保护范围和建设控制地带，不等于没有划定。",
      "No zone is recorded here, which does not say that none was drawn.")
  }
  var aCircle: String {
    word("文物在圆内某处，半径即误差。", "The relic is somewhere inside the circle; its radius is the accuracy.")
  }
  var aCell: String {
    word("文物在方格内某处，方格约一公里。", "The relic is somewhere inside the square, a cell of about 1 km.")
  }
  var sketch: String { word("示意图，县界为概略。", "A sketch; the county's outline is generalised.") }
  /// A remark behind a word, in the brackets of the language.
  func aside(_ text: String) -> String { word("（\(text)）", " (\(text))") }
  func joined(_ parts: [String]) -> String { parts.joined(separator: word("，", ", ")) }
  func files(_ count: Int) -> String {
    word("\(count) 件", count == 1 ? "1 file" : "\(count) files")
  }
  /// The value of a field with its unit, in the words of the language.
  func said(_ text: String, of field: Field) -> String {
    guard !text.isEmpty else { return text }
    switch field.form {
    // Their unit says how texts are kept apart.
    case .list: return text.replacing("; ", with: word("、", "; "))
    case .objects: return text
    default: break
    }
    switch field.key {
    case .openingHours: return hours(text)
    case .area: return Double(text).map { LengthText.grouped($0) + " m²" } ?? text
    default: break
    }
    let units = ["CNY": word("元", "CNY"), "min": word("分钟", "min"), "m2": "m²"]
    return field.unit.isEmpty ? text : "\(text) \(units[field.unit] ?? field.unit)"
  }

  /// Opening hours, which are written with English signs.
  private func hours(_ text: String) -> String {
    guard language == .zh else { return text }
    let signs = [
      ("Mo", "周一"), ("Tu", "周二"), ("We", "周三"), ("Th", "周四"), ("Fr", "周五"), ("Sa", "周六"),
      ("Su", "周日"),
      ("PH", "节假日"), ("off", "不开放"), ("; ", "；"), ("-周", "至周"),
    ]
    return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
  func page(_ number: Int, of count: Int) -> String { "\(number) / \(count)" }
}
