import HeritageRegistry

/// The words of a map in its language.
struct MapWords: Sendable {
  let language: Language

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func subtitle(relics: Int) -> String {
    word("不可移动文物分布图", "Distribution of immovable cultural relics") + " · "
      + word("\(relics) 处", "\(relics) drawn")
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
