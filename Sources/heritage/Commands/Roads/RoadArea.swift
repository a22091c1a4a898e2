import ArgumentParser
import Boundaries
import Geodesy
import HeritageRegistry
import Words

/// The area of which roads are wanted: `outline+20km` for that of the register's county, or a file of outlines.
///
/// It is the box around the outline, made wider by the length.
struct RoadArea {
  private let outline: String
  private let margin: Length

  /// Reads the area.
  ///
  /// - Throws: `ValidationError` for a text that names no outline.
  init(_ text: String) throws {
    if let plus = text.lastIndex(of: "+"),
      let length = LengthArgument.length(String(text[text.index(after: plus)...]))
    {
      (outline, margin) = (String(text[..<plus]), length)
    } else {
      (outline, margin) = (text, .metres(0))
    }
    guard !outline.isEmpty else { throw ValidationError(Sentence("roads.badArea", ["text": text])) }
  }

  /// The box of the area.
  ///
  /// - Throws: ``Failure`` for a file that holds no outline, and a register that has none of its county.
  func box(_ options: CommonOptions) throws -> BoundingBox {
    let areas =
      outline == "outline"
      ? try options.open().outlines().filter { $0.kind == .county }.map(\.area)
      : try BoundaryFileOptions.read(outline, BoundaryOptions()).plots.map(\.shape)
    let positions = areas.flatMap(\.polygons).flatMap(\.exterior.positions)
    guard let box = BoundingBox(containing: positions) else {
      throw Failure(Sentence("roads.noOutline"), hint: nil, status: .noInput)
    }
    return margin.metres > 0 ? box.expanded(by: margin) : box
  }
}
