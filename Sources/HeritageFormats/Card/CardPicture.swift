import Foundation
import HeritageRegistry

/// A photograph drawn upright.
enum CardPicture {
  /// The size in which a photograph fits into a box, upright.
  static func size(_ photo: Card.Photo, width: Double, height: Double) -> (
    width: Double, height: Double
  ) {
    let (wide, high) = upright(photo)
    let scale = min(width / wide, height / high)
    return (wide * scale, high * scale)
  }

  /// The size in pixels, upright.
  static func upright(_ photo: Card.Photo) -> (width: Double, height: Double) {
    let (wide, high) = (Double(photo.facts.width), Double(photo.facts.height))
    return photo.facts.isTurned ? (high, wide) : (wide, high)
  }

  /// Draws a photograph into a box of its own proportions.
  static func draw(_ photo: Card.Photo, _ svg: inout SVGWriter, in box: MapRectangle) {
    let (wide, high) = (Double(photo.facts.width), Double(photo.facts.height))
    let scale = box.width / upright(photo).width
    // Its pixels, turned to stand upright, then to the size and place of the box.
    let matrix = turn(photo.facts.orientation, wide, high).map { $0 * scale }
    let place = [matrix[4] + box.x, matrix[5] + box.y]
    let numbers = (matrix.prefix(4) + place).map { String(format: "%.6g", $0) }
    svg.element(
      "image",
      [
        "width": SVGWriter.number(wide), "height": SVGWriter.number(high),
        "transform": "matrix(\(numbers.joined(separator: " ")))",
        "href": address(photo),
      ])
  }

  /// The file as an address that holds it.
  static func address(_ photo: Card.Photo) -> String {
    "data:\(photo.kind.rawValue);base64,\(Data(photo.bytes).base64EncodedString())"
  }

  /// The matrix that sets pixels of an orientation upright (EXIF 2.32, tag 274).
  private static func turn(_ orientation: Int, _ width: Double, _ height: Double) -> [Double] {
    switch orientation {
    case 2: [-1, 0, 0, 1, width, 0]
    case 3: [-1, 0, 0, -1, width, height]
    case 4: [1, 0, 0, -1, 0, height]
    case 5: [0, 1, 1, 0, 0, 0]
    case 6: [0, 1, -1, 0, height, 0]
    case 7: [0, -1, -1, 0, height, width]
    case 8: [0, -1, 1, 0, 0, width]
    default: [1, 0, 0, 1, 0, 0]
    }
  }
}
