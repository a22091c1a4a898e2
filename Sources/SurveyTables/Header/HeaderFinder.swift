import HeritageRegistry
import Tables

/// Finds the header of a sheet: below title rows, of one line or of two.
///
/// Every row among the first ``reach`` is tried alone and together with the row below it; the one that
/// tells most columns wins, and the higher row before the lower. Two lines that tell no more than the
/// upper one alone win where the lower has nothing under the code and the name. A header tells a code
/// or a name, and one thing more.
struct HeaderFinder {
  /// How many rows of a sheet are looked at.
  static let reach = 30

  /// The headers that the user has named, by role.
  let named: [ColumnRole: String]
  private var texts: [String: HeaderText] = [:]

  init(named: [ColumnRole: String]) { self.named = named }

  /// The header of a sheet; nil where none is understood.
  mutating func header(in sheet: Sheet) -> Header? {
    var best: Header?
    for index in sheet.rows.indices.prefix(Self.reach) {
      let top = texts(of: sheet.rows[index])
      var candidates = [header(top, at: index)]
      if sheet.rows.indices.contains(index + 1) {
        let below = texts(of: sheet.rows[index + 1])
        if top.contains(where: { role(of: $0) != nil }),
          let header = header(top, over: below, at: index)
        {
          candidates.insert(header, at: isSecondLine(below, under: candidates[0]) ? 0 : 1)
        }
      }
      for candidate in candidates
      where candidate.isHeader && candidate.score > (best?.score ?? 0) {
        best = candidate
      }
    }
    guard let best else { return nil }
    let below = sheet.rows.dropFirst(best.rows.upperBound + 1).first
    return withChineseName(best.joiningParts(under: below.map { texts(of: $0).map(\.label) } ?? []))
  }

  /// Whether a row below the header is the header again, on a new page or in the other language.
  ///
  /// - Parameters:
  ///   - cell: A cell of the header below which no relic has the name of a column: the name or the code.
  mutating func isRepeated(_ row: Sheet.Row, under cell: Header.Cell) -> Bool {
    guard cell.index < row.cells.count, case .text(let text) = row.cells[cell.index],
      text.utf8.count <= 60
    else { return false }
    let folded = HeaderText.fold(text)
    guard HeaderNames[folded] != nil || folded == HeaderText.fold(cell.label) else { return false }
    let texts = texts(of: row).filter { !$0.isEmpty }
    let known = texts.count { role(of: $0) != nil }
    return known >= 2 && known * 5 >= texts.count * 3
  }

  /// Whether a line has nothing under the code and the name, and a name of a column somewhere.
  private func isSecondLine(_ line: [HeaderText], under header: Header) -> Bool {
    let telling = header.cells.filter { [.field(.code), .field(.nameZH)].contains($0.role) }
    return line.contains { role(of: $0) != nil }
      && telling.allSatisfy { $0.index >= line.count || line[$0.index].isEmpty }
  }

  // MARK: One line, or two

  private func header(_ top: [HeaderText], at row: Int) -> Header {
    Header(
      rows: row...row,
      cells: top.enumerated().filter { !$1.isEmpty }.map { index, text in
        cell(index, label: text.label, role: role(of: text), [text])
      })
  }

  /// A line with groups, over a line with what they hold; nil where the lower is no line of a header,
  /// since a cell of it under a name of its own is unknown.
  private func header(_ top: [HeaderText], over below: [HeaderText], at row: Int) -> Header? {
    let width = max(top.count, below.count)
    let empty = HeaderText("")
    func text(_ line: [HeaderText], _ column: Int) -> HeaderText {
      column < line.count ? line[column] : empty
    }
    var cells: [Header.Cell] = []
    var group = empty
    for column in 0..<width {
      let (above, own) = (text(top, column), text(below, column))
      if !above.isEmpty { group = above }
      if own.isEmpty { group = empty }
      if own.isEmpty || own == above {
        guard !above.isEmpty else { continue }
        cells.append(cell(column, label: above.label, role: role(of: above), [above]))
        continue
      }
      let next = (text(top, column + 1), text(below, column + 1))
      let isGroup =
        above.isEmpty || above == text(top, column - 1 < 0 ? width : column - 1)
        || (!next.1.isEmpty && (next.0.isEmpty || next.0 == above))
      guard isGroup || role(of: own) != nil else { return nil }
      cells.append(cell(column, group: isGroup ? group : above, own, isGroup: isGroup))
    }
    return Header(rows: row...row + 1, cells: cells)
  }

  private func cell(
    _ column: Int, group: HeaderText, _ own: HeaderText, isGroup: Bool
  ) -> Header.Cell {
    let both = HeaderText(group.label + " " + own.label)
    // The area of a zone is not the relic's.
    let isOther = ["保护范围", "控制地带", "建控"].contains { group.label.contains($0) }
    // 经度 under 坐标 is one of its columns, even where the other stands apart.
    let isPart = role(of: group) == .coordinate && role(of: own)?.isCoordinate == true
    let found =
      isOther
      ? nil
      : isGroup || isPart
        ? role(of: own) ?? role(of: both) : role(of: group) ?? role(of: own) ?? role(of: both)
    return cell(
      column, label: group.isEmpty ? own.label : both.label, role: found,
      isGroup ? [own, both] : [own, group, both])
  }

  private func cell(
    _ column: Int, label: String, role: ColumnRole?, _ texts: [HeaderText]
  ) -> Header.Cell {
    Header.Cell(
      index: column, label: label, role: texts.lazy.compactMap(namedRole).first ?? role,
      datum: texts.lazy.compactMap(\.datum).first,
      isPlainName: HeaderText.fold(label) == "name",
      isChinese: texts.contains(where: \.isChinese),
      isEnglish: texts.contains(where: \.isEnglish), texts: texts)
  }

  // MARK: Roles

  private func namedRole(_ text: HeaderText) -> ColumnRole? {
    // Two keys for one header are settled by the order of the keys.
    ColumnRole.keys.lazy.compactMap { ColumnRole(key: $0) }
      .first { role in named[role].map(text.matches) ?? false }
  }

  private func role(of text: HeaderText) -> ColumnRole? {
    guard !text.isEmpty else { return nil }
    return namedRole(text) ?? text.role
  }

  private mutating func texts(of row: Sheet.Row) -> [HeaderText] {
    row.cells.map { value in
      guard case .text(let text) = value, text.utf8.count <= 300 else { return HeaderText("") }
      if let known = texts[text] { return known }
      let read = HeaderText(text)
      texts[text] = read
      return read
    }
  }

  /// `Name` alone is the name where no column is the Chinese name.
  private func withChineseName(_ header: Header) -> Header {
    guard !header.cells.contains(where: { $0.role == .field(.nameZH) }),
      let plain = header.cells.firstIndex(where: { $0.isPlainName })
    else { return header }
    var header = header
    header.cells[plain].role = .field(.nameZH)
    return header
  }
}
