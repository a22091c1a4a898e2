import HeritageRegistry
import Hours

/// The words of a map in its language.
struct MapWords: Sendable {
  let language: Language

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// What the map shows, and how much of what is registered.
  func subtitle(relics: Int, _ scene: MapScene) -> String {
    let drawn =
      scene.coverage.map {
        word(
          "绘出 \(relics) 处（全县登记 \($0.registered) 处）",
          "\(relics) drawn of \($0.registered) registered")
      } ?? word("\(relics) 处", "\(relics) drawn")
    return
      ([scene.county, word("不可移动文物分布图", "Distribution of immovable cultural relics"), drawn]
      .compactMap { $0 } + (scene.conditions.isEmpty ? [] : [only(scene.conditions)]))
      .joined(separator: " · ")
  }
  /// That relics which do not meet some conditions are not drawn.
  private func only(_ conditions: [String]) -> String {
    word("只绘：", "only ") + conditions.joined(separator: word("；", "; "))
  }
  /// That the map does not show every relic there is.
  func coverage(_ coverage: MapScene.Coverage) -> String {
    word(
      "全县登记 \(coverage.registered) 处，本登记册只知道其中 \(coverage.known) 处。图上空白处不等于没有文物。",
      "\(coverage.registered) relics are registered in the county; this register knows "
        + "\(coverage.known) of them. Where the map is empty there may be others.")
  }
  func relics(_ count: Int) -> String {
    word("\(count) 处", count == 1 ? "1 relic" : "\(count) relics")
  }
  /// Above a map that may hold positions which are not public.
  var staffOnly: String {
    word("内部资料：含不公开位置", "Internal: holds positions that are not public")
  }
  var legend: String { word("图例", "Legend") }
  var circle: String {
    word("圆：文物点在圆内某处，半径即误差", "Circle: the relic is somewhere inside; radius = accuracy")
  }
  var cell: String {
    word(
      "方格：敏感文物点，只公开约一公里的网格", "Square: a sensitive relic, shown as a cell of about 1 km")
  }
  func dot(_ accuracy: String) -> String {
    // The number and its unit stay together.
    let accuracy = accuracy.replacing(" ", with: "\u{A0}")
    return word(
      "点：误差不大于点本身（\(accuracy)）",
      "Dot: accurate to the dot itself (\(accuracy)) or better")
  }
  var unknown: String {
    word("虚线：位置精度不详", "Dashed: accuracy not known")
  }
  var shared: String {
    word("共用同一概略位置，见下表", "Several relics at one position, listed below")
  }
  var standIn: String {
    word("待补录占位，不是文物点", "Stand-in: no relic")
  }
  func township(_ accuracy: String?) -> String {
    word("乡镇驻地", "Township seat") + (accuracy.map { word("（误差 \($0)）", " (\($0))") } ?? "")
  }
  func river(_ accuracy: String?) -> String {
    word("河流", "River") + (accuracy.map { word("（概略，误差 \($0)）", " (generalised, \($0))") } ?? "")
  }
  func zone(_ kind: Zone.Kind) -> String { kind.label(in: language) }
  var askedArea: String { word("所查范围", "Area asked for") }
  func corridor(_ distance: String) -> String {
    word("所查线路，两侧各 \(distance)", "Line asked for, \(distance) on either side")
  }
  func ring(_ radius: String?, _ name: String?) -> String {
    let place = name ?? word("所查地点", "the point asked for")
    return radius.map { word("\(place)周围 \($0)", "Within \($0) of \(place)") } ?? place
  }
  var county: String { word("县界（概略）", "County outline (generalised)") }
  var sharedHeading: String { word("共用同一位置的文物点", "Relics that share a position") }
  func more(_ count: Int) -> String { word("另有 \(count) 处", "and \(count) more") }
  func unlocated(_ count: Int) -> String {
    word(
      "另有 \(count) 处没有可公开的位置，图上未绘。",
      count == 1
        ? "1 more relic has no position to show and is not drawn."
        : "\(count) more relics have no position to show and are not drawn.")
  }
  func outside(_ count: Int) -> String {
    word("另有 \(count) 处在图幅之外。", "\(count) more lie outside this map.")
  }
  func omitted(_ count: Int) -> String {
    word(
      "有 \(count) 个名称因图面所限未注。",
      count == 1
        ? "1 name found no room on the map." : "\(count) names found no room on the map.")
  }
  func drawn(_ date: CivilDate) -> String {
    word("绘制日期 \(date)。", "Drawn on \(date).")
  }
  /// The scale of the picture at its own size: a pixel is 1/96 inch.
  func scale(_ ratio: String, millimetres: Int) -> String {
    word(
      "图宽 \(millimetres) 毫米时比例尺为 1 : \(ratio)。",
      "Scale 1 : \(ratio) where the picture is \(millimetres) mm wide.")
  }
  func projection(parallel: String) -> String {
    word(
      "WGS 84 坐标，等距圆柱投影，比例尺在 \(parallel) 处准确。",
      "WGS 84; equirectangular projection, true to scale at \(parallel).")
  }
  var north: String { word("北", "N") }
  /// Between the letter of a shared position and the number of its relics.
  func shared(_ letter: String, _ count: Int) -> String {
    letter + " · " + word("\(count)处", "\(count)")
  }
}
