import Geodesy

extension SiteQuery {
  /// The question that parameters ask, each with its texts in the order in which they were given.
  ///
  /// ```swift
  /// let query = try SiteQuery([.level: ["national", "省级"], .bbox: ["111.5,29.5,112,30"]])
  /// ```
  ///
  /// Several texts of a parameter widen the answer, different parameters narrow it. Words of fixed lists may
  /// be codes or labels in either language.
  ///
  /// - Throws: ``QueryTextError`` for a text that is no value of its parameter, ``RegistryError`` for a word
  ///   that is in no list and for years that end before they begin.
  public init(_ parameters: [QueryParameter: [String]]) throws {
    self.init()
    let texts = QueryTexts(parameters)
    text = try texts.value(.name) {
      $0.isEmpty ? nil : $0
    } or: {
      .empty
    }
    codes = texts.all(.code)
    levels = Set(try texts.all(.level).map { try ProtectionLevel(named: $0) })
    categories = Set(try texts.all(.category).map { try CategoryFilter(named: $0) })
    years = try texts.value(.period) {
      try YearRange(text: $0)
    } or: {
      .noYears
    }
    townships = texts.all(.township)
    group = try texts.only(.group)
    access = Set(try texts.all(.access).map { try Access(named: $0) })
    provenances = Set(try texts.all(.provenance).map { try Provenance(named: $0) })
    includesStandIns = try texts.flag(.includeStandIns)
    if provenances.contains(.standIn), !includesStandIns {
      throw texts.error(.provenance, .standInsNotIncluded)
    }
    includesFormer = try texts.flag(.includeFormer)
    boundingBox = try texts.value(.bbox) {
      BoundingBox(text: $0)
    } or: {
      .noBox
    }
    includesPossible = try texts.flag(.possible)
    try setPlace(texts)
    sort =
      try texts.value(.sort) {
        Sort(rawValue: $0)
      } or: {
        .noOrder
      } ?? .code
    limit =
      try texts.value(.limit) {
        Int($0).flatMap { $0 > 0 ? $0 : nil }
      } or: {
        .noCount
      }
    cursor = try texts.only(.after)
  }

  private mutating func setPlace(_ texts: QueryTexts) throws {
    let near = try texts.value(.near) {
      try QueryTexts.point($0)
    } or: {
      .noPoint
    }
    if let code = try texts.only(.nearSite) {
      guard near == nil else { throw texts.error(.near, .excludes(.nearSite)) }
      origin = .site(code: code)
    } else if let near {
      origin = .position(near)
    }
    radius = try texts.value(.radius) {
      Length(text: $0)
    } or: {
      .noLength
    }
    if radius != nil, origin == nil { throw texts.error(.radius, .needs(.near)) }
  }
}

/// The texts of parameters, read one by one.
private struct QueryTexts {
  private let texts: [QueryParameter: [String]]

  init(_ texts: [QueryParameter: [String]]) { self.texts = texts }

  func all(_ parameter: QueryParameter) -> [String] { texts[parameter] ?? [] }

  /// The only text; nil for none.
  func only(_ parameter: QueryParameter) throws -> String? {
    guard all(parameter).count <= 1 else { throw error(parameter, .several) }
    return all(parameter).first
  }

  func error(_ parameter: QueryParameter, _ fault: QueryTextError.Fault) -> QueryTextError {
    QueryTextError(parameter: parameter, text: all(parameter).last ?? "", fault: fault)
  }

  /// What the only text says; nil for no text.
  func value<Value>(
    _ parameter: QueryParameter, _ read: (String) throws -> Value?,
    or fault: () -> QueryTextError.Fault
  ) throws -> Value? {
    guard let text = try only(parameter) else { return nil }
    do {
      if let value = try read(text) { return value }
    } catch let fault as QueryTexts.PointFault {
      throw error(parameter, .pointOutOfRange(swapped: fault.swapped))
    }
    throw error(parameter, fault())
  }

  func flag(_ parameter: QueryParameter) throws -> Bool {
    try value(parameter) {
      ["true": true, "false": false, "": true][$0]
    } or: {
      .noFlag
    } ?? false
  }

  private struct PointFault: Error {
    let swapped: String?
  }

  /// The position of two numbers; nil for another text.
  static func point(_ text: String) throws -> Coordinate? {
    guard let (longitude, latitude) = Coordinate.numbers(in: text) else { return nil }
    if let position = try? Coordinate(longitude: longitude, latitude: latitude) { return position }
    let swapped = try? Coordinate(longitude: latitude, latitude: longitude)
    throw PointFault(swapped: swapped == nil ? nil : "\(latitude),\(longitude)")
  }
}
