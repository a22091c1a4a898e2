import Foundation
import Geodesy
import HeritageRegistry
import Tables
import Words

extension RowReading {
  /// The township and the position.
  mutating func location(_ given: inout Set<SiteField>) -> (township: String?, position: Position?)
  {
    let township = township()
    let method = read(.method) { text throws(ValueFault) in try Self.method(text) }
    let accuracy = accuracy()
    if plan.lacksDatum { return (township, nil) }
    if let centre { return (township, centre) }
    guard let texts = coordinateTexts() else {
      if let seat = seat(of: township), hasNoCoordinate {
        // A seat is for a relic that has no position, and never takes the place of one.
        given.subtract(Self.positionFields)
        return (
          township,
          Position(
            coordinate: seat.coordinate, accuracy: seat.accuracy, method: .townshipSeat,
            source: "seat of \(township ?? "")", verbatim: nil, declaredSystem: nil)
        )
      }
      if hasNoCoordinate { refuseStray(method: method, accuracy: accuracy) }
      return (township, nil)
    }
    guard let datum = datum(for: texts) else { return (township, nil) }
    let verbatim = Self.verbatim(texts)
    var coordinate: Coordinate?
    do throws(CoordinateTextError) {
      coordinate = try texts.read(in: datum).wgs84
    } catch {
      report(
        ValueFault(error.sentence, suggestion: Self.suggestion(texts, in: datum)),
        column: plan.coordinates?.label, value: verbatim)
    }
    guard let coordinate else {
      points.append(
        PostMortem.Point(
          row: number, texts: texts, datum: datum, coordinate: nil, township: township))
      return (township, nil)
    }
    if Self.isZero(coordinate) {
      report(
        ValueFault(
          Sentence("survey.zeroCoordinate"), suggestion: Sentence("survey.emptyCoordinate")),
        column: plan.coordinates?.label, value: verbatim)
      return (township, nil)
    }
    points.append(
      PostMortem.Point(
        row: number, texts: texts, datum: datum, coordinate: coordinate, township: township))
    let hasOwnText = columns[.field(.verbatim)] != nil
    let hasOwnSystem = hasOwnText || columns[.field(.declaredSystem)] != nil
    // Decimal degrees on WGS 84 are what the register keeps anyway.
    let isPlain = datum == .wgs84 && texts.areDecimals
    if isPlain, !hasOwnText { given.remove(.verbatim) }
    if isPlain, !hasOwnSystem { given.remove(.declaredSystem) }
    let ownVerbatim = hasOwnText ? text(.verbatim) : isPlain ? nil : verbatim
    let ownSystem = hasOwnSystem ? text(.declaredSystem) : nil
    return (
      township,
      Position(
        coordinate: coordinate, accuracy: accuracy, method: method.flatMap { $0 } ?? .survey,
        source: text(.positionSource), verbatim: ownVerbatim,
        declaredSystem: ownSystem ?? (hasOwnText || isPlain ? nil : datum.code))
    )
  }

  /// The fields that an export for the public leaves empty are not taken as emptied.
  mutating func keepWhatIsWithheld(_ given: inout Set<SiteField>) {
    given.subtract(Self.positionFields)
    for field in [SiteField.village, .address] where isBlank(field) { given.remove(field) }
  }

  private func isBlank(_ field: SiteField) -> Bool {
    columns[.field(field)].flatMap(rawText)?.trimmingWhitespace.isEmpty ?? true
  }

  private static let positionFields = Set(Field.all.filter(\.isOfPosition).map(\.key))

  // MARK: Township

  private mutating func township() -> String? {
    guard let text = stated(.township) else { return nil }
    let names = townships
    do throws(ValueFault) {
      let reading = try Self.remembered(text, in: &memory.townships, names.read)
      if let fault = reading.remark { remark(fault, .field(.township), value: text) }
      return reading.name
    } catch {
      report(error, .field(.township), value: text)
      return nil
    }
  }

  private func seat(of township: String?) -> PostMortem.Seat? {
    guard options.placesByTownship, let township else { return nil }
    return seats[township]
  }

  // MARK: Coordinates

  /// The centre of the area or the line that the row has in place of a point, where that is wanted: it is
  /// derived, and lies as inexactly as the shape is large.
  var centre: Position? {
    guard options.centresShapes, let corners = plan.sheet.faults[number]?.corners,
      let west = corners.map(\.longitude).min(), let east = corners.map(\.longitude).max(),
      let south = corners.map(\.latitude).min(), let north = corners.map(\.latitude).max(),
      let centre = try? Coordinate(longitude: (west + east) / 2, latitude: (south + north) / 2)
    else { return nil }
    let distances = corners.compactMap { corner in
      (try? Coordinate(longitude: corner.longitude, latitude: corner.latitude))
        .map { Geodesic.distance(centre, $0) }
    }
    guard distances.count == corners.count, let radius = distances.max() else { return nil }
    return Position(
      coordinate: centre, accuracy: .metres(radius.metres.rounded(.up)), method: .derived,
      source: "centre of a shape in \(plan.sheet.file)", verbatim: nil, declaredSystem: nil)
  }

  /// Whether no cell of the coordinate's columns holds anything.
  private var hasNoCoordinate: Bool {
    (plan.coordinates?.columns ?? []).allSatisfy { column in
      switch value(column) {
      case .empty: true
      case .text(let text):
        text.trimmingWhitespace.isEmpty || CellText.isNothing(text.trimmingWhitespace)
      default: false
      }
    }
  }

  /// Whether one of the two is 0, to 100 m: what stands where nobody has measured, and never in China.
  private static func isZero(_ coordinate: Coordinate) -> Bool {
    abs(coordinate.longitude) < 0.001 || abs(coordinate.latitude) < 0.001
  }

  private static func verbatim(_ texts: WrittenTexts) -> String {
    let text = texts.verbatim
    return (try? CellText.line(text, limit: .max)) ?? HeaderText.oneLine(text)
  }

  /// The method; nil for none.
  private static func method(_ text: String) throws(ValueFault) -> PositionMethod? {
    if ["none", "无"].contains(text.lowercased()) { return nil }
    let folded = HeaderText.fold(text)
    if folded == PositionMethod.generalised.rawValue
      || folded == HeaderText.fold(PositionMethod.generalised.labels.zh)
    {
      throw ValueFault(
        Sentence("survey.publicPosition"),
        remedy: .importForStaff)
    }
    return try methods.word(text)
  }

  private static let methods = WordTable<PositionMethod>(
    PositionMethod.allCases.filter { $0 != .generalised && $0 != .generated })

  private mutating func accuracy() -> Length? {
    read(.accuracy) { text throws(ValueFault) in
      if let number = NumberText.decimal(text), number > 0 { return .metres(number) }
      let plain = text.precomposedStringWithCompatibilityMapping
        .trimmingPrefix(/[±≈约]\s*/).replacing(/\s*(?:m|米)$/, with: "")
      guard let number = NumberText.decimal(String(plain)), number > 0 else {
        throw ValueFault(
          Sentence("survey.badAccuracy"), suggestion: Sentence("survey.writeAccuracy"))
      }
      return .metres(number)
    }
  }

  private mutating func refuseStray(method: PositionMethod??, accuracy: Length?) {
    if let accuracy {
      report(
        ValueFault(
          Sentence("survey.strayAccuracy"), suggestion: Sentence("survey.giveCoordinate")
        ),
        .field(.accuracy), value: DecimalText.shortest(accuracy.metres))
    }
    if let method = method.flatMap({ $0 }) {
      report(
        ValueFault(
          Sentence("survey.strayMethod"),
          suggestion: Sentence("survey.giveCoordinate")),
        .field(.method), value: method.rawValue)
    }
  }
}
