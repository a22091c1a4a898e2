import Words

/// The rows of a FeatureCollection while it is read.
struct FeatureRows {
  /// What is wrong with the collection, so that none of its features can be read.
  struct Problem: Error {
    let feature: Int?
    let reason: Sentence
    let hint: Sentence?

    init(_ feature: Int? = nil, _ reason: Sentence, hint: Sentence? = nil) {
      (self.feature, self.reason, self.hint) = (feature, reason, hint)
    }

    func error(in file: String) -> SheetFileError {
      SheetFileError(
        file: file, at: feature.map { .feature($0) } ?? .file, reason: reason, hint: hint)
    }
  }

  var header = Header()
  var features: [Feature] = []
  private var type: String?
  /// The names of the columns of a position.
  private var axes = (longitude: "lon", latitude: "lat")
  private var hasFeatures = false

  /// A feature before the columns are all known.
  struct Feature {
    /// Its properties that are not null, with their columns: features may share none.
    var cells: [(column: Int, value: Sheet.Value)] = []
    var id: Sheet.Value = .empty
    var position: Sheet.Corner?
    /// What is wrong with it, the first of several things.
    var fault: Sheet.Fault?

    mutating func note(_ fault: Sheet.Fault) { self.fault = self.fault ?? fault }
  }

  /// The columns so far.
  struct Header {
    private(set) var names: [String] = []
    private var columns: [String: Int] = [:]
    private var lastFeature: [Int] = []

    /// The column of a property, and whether the feature has had it before.
    mutating func column(_ name: String, of feature: Int) -> (number: Int, isRepeated: Bool) {
      if let column = columns[name] {
        defer { lastFeature[column] = feature }
        return (column, lastFeature[column] == feature)
      }
      columns[name] = names.count
      names.append(name)
      lastFeature.append(feature)
      return (names.count - 1, false)
    }

    /// The column of a property, if any feature has it.
    func column(_ name: String) -> Int? { columns[name] }
  }

  /// Reads the collection, to the end of the text.
  mutating func read(_ scanner: inout JSONScanner) throws {
    guard scanner.peek() == 0x7B else { throw noCollection(Sentence("table.foundNoObject")) }
    try scanner.object { scanner, name in
      switch name {
      case "type" where scanner.peek() == 0x22:
        let type = try scanner.string()
        guard type == "FeatureCollection" else {
          throw noCollection(Sentence("table.foundType", ["type": type]))
        }
        self.type = type
      case "features" where scanner.peek() == 0x5B && !hasFeatures:
        hasFeatures = true
        try scanner.list { scanner in try readFeature(&scanner) }
      case "crs": try checkDatum(scanner.compact())
      default: try scanner.skip()
      }
    }
    try scanner.finish()
    guard type != nil, hasFeatures else {
      throw noCollection(
        type == nil ? Sentence("table.foundNoType") : Sentence("table.foundNoFeatures"))
    }
  }

  private func noCollection(_ found: Sentence) -> Problem {
    Problem(
      nil, Sentence("table.noCollection", ["found": found]),
      hint: Sentence("table.saveCollection"))
  }

  /// Takes positions on WGS 84, on CGCS2000, which is the same to centimetres, and in metres of its zones,
  /// and refuses others.
  ///
  /// A file of 2008 names the datum by `{"type":"EPSG","properties":{"code":4326}}`, later ones by its
  /// name.
  private mutating func checkDatum(_ text: String) throws {
    guard text != "null", !text.contains("CRS84") else { return }
    let match = text.firstMatch(of: /EPSG(?::[\d.]*)?:(\d{4,6})"|"EPSG".*"code":"?(\d{4,6})\b/)
    switch (match?.1 ?? match?.2).flatMap({ Int($0) }) {
    case 4326?, 4490?, 4979?: return
    // The reader of the columns knows the zones by these names.
    case let code? where (4491...4554).contains(code):
      axes = ("Y (EPSG:\(code))", "X (EPSG:\(code))")
      return
    default: break
    }
    throw Problem(
      nil, Sentence("table.otherDatum", ["value": text.prefix(120)]),
      hint: Sentence("table.saveInWGS84"))
  }
}

/// The table of the features.
extension FeatureRows {
  /// The header and a row for each feature that holds anything or has a fault.
  ///
  /// - Parameter size: How many bytes the file has: features that share no properties would make a
  ///   table that is many times larger.
  func rows(of size: Int) throws -> (rows: [Sheet.Row], faults: [Int: Sheet.Fault]) {
    var names = header.names
    func column(_ name: String) -> Int {
      if let column = header.column(name) { return column }
      names.append(name)
      return names.count - 1
    }
    let keepsID = features.contains { feature in
      feature.id != .empty && !feature.cells.contains { $0.value == feature.id }
    }
    let id = keepsID ? column("id") : nil
    let (longitude, latitude) = (column(axes.longitude), column(axes.latitude))
    guard features.count <= (size + 1 << 20) / names.count else {
      throw Problem(nil, Sentence("table.tooManyProperties", ["count": names.count]))
    }
    var faults: [Int: Sheet.Fault] = [:]
    var rows = [Sheet.Row(number: 0, cells: names.map { .text($0) })]
    for (index, feature) in features.enumerated() {
      var cells: [Sheet.Value] = []
      func set(_ column: Int, _ value: Sheet.Value) {
        cells.append(contentsOf: repeatElement(.empty, count: max(0, column + 1 - cells.count)))
        cells[column] = value
      }
      if let last = feature.cells.map(\.column).max() { set(last, .empty) }
      for cell in feature.cells { cells[cell.column] = cell.value }
      if let id, feature.id != .empty, cells.count <= id || cells[id] == .empty {
        set(id, feature.id)
      }
      if let position = feature.position {
        set(longitude, .number(position.longitude))
        set(latitude, .number(position.latitude))
      }
      if let fault = feature.fault {
        // Metres are no corners that a centre follows from.
        faults[index + 1] =
          axes.longitude == "lon"
          ? fault : Sheet.Fault(fault.reason, isOfPlace: fault.isOfPlace)
      }
      if !cells.isEmpty || feature.fault != nil {
        rows.append(Sheet.Row(number: index + 1, cells: cells))
      }
    }
    return (rows, faults)
  }
}
