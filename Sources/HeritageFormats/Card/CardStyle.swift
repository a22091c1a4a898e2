/// The sizes and colours of a card, in pixels of 1/96 inch.
enum CardStyle {
  /// A page of A4.
  static let page = (width: 794.0, height: 1123.0)
  static let margin = 68.0
  static let top = 58.0
  static let bottom = 64.0
  /// The one colour beside ink.
  static let accent = MapStyle.warning
  static let title = 30.0
  static let heading = 13.0
  static let text = 11.5
  static let line = 17.5
  static let small = 9.5
  /// The room of labels before their text.
  static let label = 84.0
  /// The width of the map and of the photograph.
  static let figure = 292.0
  static let map = 292.0
  static let gutter = 30.0
  static let qr = 84.0
  /// Letters with serifs, for names and headings.
  static let serif =
    "'Noto Serif CJK SC','Source Han Serif SC','Songti SC','STSong','SimSun',serif"

  static var width: Double { page.width - 2 * margin }
}
