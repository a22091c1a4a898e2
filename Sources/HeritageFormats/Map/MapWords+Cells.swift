import Geodesy
import HeritageRegistry

/// What a map of counts says of itself.
extension MapWords {
  /// The numbers of relics that a shade stands for.
  func perCell(_ range: MapCells.Class) -> String {
    let text =
      range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    return language == .zh
      ? "每格 \(text) 处" : text == "1" ? "1 relic in the cell" : "\(text) relics in the cell"
  }

  /// That relics are counted and not drawn, how large a cell is, and what that is worth.
  func cells(_ cells: MapCells, _ spread: RelicSpread) -> [String] {
    let size = LengthText.string(ScaleBar.rounded(cells.metres))
    let degrees = Self.plain(cells.degrees)
    let (count, occupied) = (cells.count, cells.cells.count)
    var texts = [
      language == .zh
        ? "\(count) 处，分布在 \(occupied) 个方格。文物点太多，不逐处绘出：每格 \(degrees)°，最窄处约 \(size)，颜色表示格内处数，各级不分。没有颜色的方格不等于没有文物。"
        : "\(count) relics in \(occupied) cells. There are too many to be drawn one by one: a cell is "
          + "\(degrees)° wide and high, about \(size) at its narrowest, and its shade says how many lie in it, "
          + "of whatever level. A cell without a shade may still hold relics."
    ]
    let accuracy = spread.largestAccuracy.flatMap { largest in
      largest.metres > cells.metres / 2 ? LengthText.string(largest.metres) : nil
    }
    if let accuracy {
      texts.append(
        language == .zh
          ? "位置误差最大为 \(accuracy)：有的文物点可能在相邻的格里。"
          : "Positions are off by up to \(accuracy): a relic may lie in a neighbouring cell.")
    }
    if spread.unknownAccuracy > 0 {
      texts.append(
        language == .zh
          ? "其中 \(spread.unknownAccuracy) 处的位置精度不详。"
          : "The accuracy of \(spread.unknownAccuracy) of the positions is not known.")
    }
    return texts
  }

  /// A step of the grid without the noise of its binary digits.
  private static func plain(_ degrees: Double) -> String {
    let tenThousandths = (degrees * 10_000).rounded()
    let text = "\(tenThousandths / 10_000)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
