/// The word that a geometry begins with in text.
enum GeometryWord: String {
  case point = "POINT"
  case line = "LINESTRING"
  case polygon = "POLYGON"
  case points = "MULTIPOINT"
  case lines = "MULTILINESTRING"
  case polygons = "MULTIPOLYGON"
  case collection = "GEOMETRYCOLLECTION"
}

extension TextReader {
  /// Whether the word at hand begins a geometry: a parenthesis follows, or a Z and a parenthesis.
  func isGeometry() throws(FilterFault) -> Bool {
    if tokens.isCall { return true }
    var ahead = tokens
    try ahead.advance()
    guard case .word(let word) = ahead.token else { return false }
    return word.uppercased() == "Z" && ahead.isCall
  }

  /// A geometry as well-known text; the word at hand is its kind.
  mutating func geometry(_ word: GeometryWord) throws(FilterFault) -> Geometry {
    let place = tokens.place
    try tokens.advance()
    if keyword == "Z" { try tokens.advance() }
    let form: Geometry.Form
    switch word {
    case .point:
      try take("(")
      form = .point(try position())
      try take(")")
    case .line: form = .line(try positions())
    case .polygon: form = .polygon(try rings())
    case .points:
      var points: [Position] = []
      try elements { (reader: inout TextReader) throws(FilterFault) in
        // Parentheses around each position, or none as other programs write it.
        let isWrapped = reader.isAt("(")
        if isWrapped { try reader.take("(") }
        points.append(try reader.position())
        if isWrapped { try reader.take(")") }
      }
      form = .points(points)
    case .lines: form = .lines(try rings())
    case .polygons:
      var polygons: [[[Position]]] = []
      try elements { (reader: inout TextReader) throws(FilterFault) in
        polygons.append(try reader.rings())
      }
      form = .polygons(polygons)
    case .collection:
      var parts: [Geometry] = []
      try elements { (reader: inout TextReader) throws(FilterFault) in
        guard let keyword = reader.keyword, let word = GeometryWord(rawValue: keyword),
          word != .collection
        else { throw reader.unexpected([.geometry]) }
        parts.append(try reader.geometry(word))
      }
      form = .collection(parts)
    }
    if let fault = form.fault { throw FilterFault(.geometry(fault), at: place) }
    return Geometry(form)
  }

  /// The numbers of BBOX, four or six.
  mutating func box() throws(FilterFault) -> GeometryBox {
    let place = tokens.place
    var numbers: [Double] = []
    try elements { (reader: inout TextReader) throws(FilterFault) in
      if numbers.count == 6 { throw reader.unexpected([.sign(")")]) }
      numbers.append(try reader.coordinate())
    }
    guard let box = GeometryBox(numbers) else {
      throw FilterFault(
        .operandCount("BBOX", expected: numbers.count > 4 ? 6 : 4, found: numbers.count), at: place)
    }
    return box
  }

  private mutating func elements(
    _ body: (inout TextReader) throws(FilterFault) -> Void
  ) throws(FilterFault) {
    try take("(")
    while true {
      try body(&self)
      guard isAt(",") else { break }
      try tokens.advance()
    }
    guard isAt(")") else { throw unexpected([.sign(","), .sign(")")]) }
    try tokens.advance()
  }

  private mutating func positions() throws(FilterFault) -> [Position] {
    var positions: [Position] = []
    try elements { (reader: inout TextReader) throws(FilterFault) in
      positions.append(try reader.position())
    }
    return positions
  }

  private mutating func rings() throws(FilterFault) -> [[Position]] {
    var rings: [[Position]] = []
    try elements { (reader: inout TextReader) throws(FilterFault) in
      rings.append(try reader.positions())
    }
    return rings
  }

  private mutating func position() throws(FilterFault) -> Position {
    try budget.vertex(at: tokens.place)
    let (x, y) = (try coordinate(), try coordinate())
    if isAt(",") || isAt(")") { return Position(x: x, y: y) }
    return Position(x: x, y: y, z: try coordinate())
  }

  private mutating func coordinate() throws(FilterFault) -> Double {
    let isNegative = isAt("-")
    if isNegative || isAt("+") { try tokens.advance() }
    guard case .number(let number) = tokens.token else { throw unexpected([.number]) }
    try tokens.advance()
    return isNegative ? -number : number
  }
}

extension GeometryBox {
  /// The box of four numbers, or of six with heights; nil of any other count.
  init?(_ numbers: [Double]) {
    switch numbers.count {
    case 4: self.init(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    case 6:
      self.init(
        west: numbers[0], south: numbers[1], east: numbers[3], north: numbers[4],
        bottom: numbers[2], top: numbers[5])
    default: return nil
    }
  }

  /// The numbers as CQL2 has them.
  var numbers: [Double] {
    if let bottom, let top { return [west, south, bottom, east, north, top] }
    return [west, south, east, north]
  }
}
