/// The words of a layer in a mapping program: what its signs mean, what its columns are called, and the
/// expressions that label it.
package struct LayerWords: Sendable {
  private let layer: String
  private let language: Language?

  /// The words of a layer of a register or of a GeoPackage.
  ///
  /// - Parameters:
  ///   - layer: `relic`, `zone`, `outline`, `township` or `river`.
  ///   - language: The language; nil for both, Chinese first.
  package init(layer: String, language: Language?) {
    self.layer = layer
    self.language = language
  }

  /// What stands in the places of the layer's style.
  package var places: [String: String] {
    let name = expression
    switch layer {
    case "relic":
      let levels = ProtectionLevel.allCases.map { ($0.rawValue, text($0.labels)) }
      return Dictionary(levels) { first, _ in first }.merging(["label": name]) { $1 }
    case "zone":
      let kinds = Zone.Kind.allCases.map { ($0.rawValue, text($0.labels)) }
      return Dictionary(kinds) { first, _ in first }
    case "outline":
      return [
        "county": text(Labels(zh: "县界", en: "County")),
        "neighbour": text(Labels(zh: "邻县", en: "Neighbouring county")), "name": name,
      ]
    default: return ["name": name]
    }
  }

  /// What people call the columns.
  package var aliases: [(column: String, label: String)] {
    let fields = SiteField.allCases.map { ($0.rawValue, text($0.definition.labels)) }
    if layer == "relic" { return fields }
    let names = Dictionary(fields) { first, _ in first }
    return Self.columns.map { column, labels in (column, names[column] ?? text(labels)) }
  }

  /// The columns of the layers that are no relics.
  private static let columns: [(String, Labels)] = [
    ("code", Labels(zh: "编号", en: "Code")), ("name_zh", Labels(zh: "名称", en: "Name")),
    ("name_en", Labels(zh: "英文名称", en: "English name")),
    ("kind", Labels(zh: "种类", en: "Kind")), ("class", Labels(zh: "类别", en: "Class")),
    ("status", Labels(zh: "图形状态", en: "Status")),
    ("rule", Labels(zh: "范围文字", en: "Extent in words")),
    ("instrument", Labels(zh: "公布文件", en: "Instrument")),
    ("announced_on", Labels(zh: "公布日期", en: "Announced")),
    ("announced_by", Labels(zh: "公布机关", en: "Announced by")),
    ("accuracy_m", Labels(zh: "误差(±m)", en: "± (m)")),
    ("coord_accuracy_m", Labels(zh: "位置精度(±m)", en: "Accuracy (± m)")),
    ("source", Labels(zh: "来源", en: "Source")),
  ]

  private var expression: String {
    language == .en ? #"coalesce("name_en", "name_zh")"# : #""name_zh""#
  }

  private func text(_ labels: Labels) -> String {
    language.map { labels[$0] } ?? labels.zh + " " + labels.en
  }
}
