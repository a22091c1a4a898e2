import Geodesy
import HeritageRegistry
import Tables
import Words

/// Where a sheet has its coordinates, and what they are in.
struct CoordinateColumns: Hashable, Sendable {
  /// The columns that hold them.
  enum Layout: Hashable, Sendable {
    case both(ColumnMap.Column)
    case pair(longitude: ColumnMap.Column, latitude: ColumnMap.Column)
    case plane(x: ColumnMap.Column, y: ColumnMap.Column)
  }

  /// What says the datum.
  enum Declaration: Hashable, Sendable {
    /// The headers or the options, for every row.
    case table(Datum)
    /// The column of the coordinate system, row by row.
    case rows
    /// Nothing does.
    case none
  }

  let layout: Layout
  let declaration: Declaration

  /// The columns, from left to right.
  var columns: [ColumnMap.Column] {
    switch layout {
    case .both(let column): [column]
    case .pair(let first, let second), .plane(let first, let second):
      [first, second].sorted { $0.index < $1.index }
    }
  }

  /// What messages call them.
  var label: String { columns.map(\.header).joined(separator: ", ") }

  /// The text of a row; nil where every cell is empty or says that there is nothing.
  ///
  /// - Throws: ``ValueFault`` where one of two cells is empty.
  func texts(_ text: (ColumnMap.Column) -> String?) throws(ValueFault) -> WrittenTexts? {
    func pair(
      _ first: ColumnMap.Column, _ second: ColumnMap.Column
    ) throws(ValueFault) -> (String, String)? {
      switch (text(first), text(second)) {
      case (nil, nil): return nil
      case (let a?, let b?): return (a, b)
      case (nil, _): throw Self.half(missing: first)
      case (_, nil): throw Self.half(missing: second)
      }
    }
    switch layout {
    case .both(let column): return text(column).map(WrittenTexts.both)
    case .pair(let longitude, let latitude):
      return try pair(longitude, latitude).map { .pair($0.0, $0.1) }
    case .plane(let x, let y): return try pair(x, y).map { .plane(x: $0.0, y: $0.1) }
    }
  }

  private static func half(missing column: ColumnMap.Column) -> ValueFault {
    ValueFault(
      Sentence("survey.halfCoordinate", ["header": column.header]),
      suggestion: Sentence("survey.giveBothValues"))
  }
}

extension CoordinateColumns {
  /// What is wrong with the columns of a whole sheet.
  struct Fault: Error {
    let columns: [ColumnMap.Column]
    let fault: ValueFault
  }

  /// The columns of a map; nil where it has none.
  ///
  /// - Parameter declared: What the options declare; it goes before `lon` and `lat`, which mean WGS 84.
  /// - Throws: ``Fault`` for half a pair, for two sets of columns, and for an old datum.
  static func of(
    _ map: ColumnMap, old: [Int: OldDatum], declared: Datum?
  ) throws(Fault) -> CoordinateColumns? {
    let columns = map.columns.filter { $0.role?.isCoordinate == true }
    guard !columns.isEmpty else { return nil }
    for column in columns {
      guard let datum = old[column.index] else { continue }
      throw Fault(
        columns: [column],
        fault: ValueFault(
          DatumError.noPublicParameters(datum).sentence, remedy: .chooseOtherCoordinates))
    }
    let layout = try layout(map, columns)
    let used = CoordinateColumns(layout: layout, declaration: .none).columns
    let named = Set(used.compactMap(\.datum))
    guard named.count <= 1 else {
      throw Fault(
        columns: used,
        fault: ValueFault(Sentence("survey.twoDatums"), remedy: .declareOneDatum)
      )
    }
    if let own = named.first {
      let isRefined = declared.map { Self.refines($0, own) } ?? false
      guard declared == nil || declared == own || isRefined || Self.refines(own, declared) else {
        throw Fault(
          columns: used,
          fault: ValueFault(
            Sentence(
              "survey.otherDatumDeclared", ["code": own.code, "declared": declared?.code ?? ""]),
            remedy: .leaveDatumToHeader))
      }
      return CoordinateColumns(
        layout: layout, declaration: .table(isRefined ? declared ?? own : own))
    }
    if let declared { return CoordinateColumns(layout: layout, declaration: .table(declared)) }
    if used.allSatisfy({ ["lon", "lat"].contains(HeaderText.fold($0.header)) }) {
      return CoordinateColumns(layout: layout, declaration: .table(.wgs84))
    }
    // Beside a coordinate as printed, the system is that of the printed one.
    let hasSystem =
      map.column(.field(.declaredSystem)) != nil && map.column(.field(.verbatim)) == nil
    return CoordinateColumns(layout: layout, declaration: hasSystem ? .rows : .none)
  }

  /// Whether a datum says more of another: a zone is one of CGCS2000.
  private static func refines(_ finer: Datum, _ coarser: Datum?) -> Bool {
    if case .gaussKruger = finer { coarser == .cgcs2000 } else { false }
  }

  private static func layout(
    _ map: ColumnMap, _ columns: [ColumnMap.Column]
  ) throws(Fault) -> Layout {
    func pair(
      _ first: ColumnRole, _ second: ColumnRole
    ) throws(Fault) -> (ColumnMap.Column, ColumnMap.Column)? {
      switch (map.column(first), map.column(second)) {
      case (nil, nil): return nil
      case (let a?, let b?): return (a, b)
      case (let only?, nil), (nil, let only?):
        throw Fault(
          columns: [only],
          fault: ValueFault(
            Sentence("survey.columnWithoutHalf"),
            remedy: .nameBoth(first.key ?? "", second.key ?? "")))
      }
    }
    var layouts: [Layout] = []
    if let (longitude, latitude) = try pair(.longitude, .latitude) {
      layouts.append(.pair(longitude: longitude, latitude: latitude))
    }
    if let (x, y) = try pair(.northing, .easting) {
      layouts.append(.plane(x: x, y: y))
    }
    if let both = map.column(.coordinate) { layouts.append(.both(both)) }
    guard layouts.count == 1, let layout = layouts.first else {
      throw Fault(
        columns: columns,
        fault: ValueFault(
          Sentence("survey.positionTwice", ["value": columns.map(\.header)]),
          remedy: .choosePosition))
    }
    return layout
  }
}
