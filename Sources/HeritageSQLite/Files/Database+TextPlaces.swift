import GRDB

extension Database {
  /// The tables and columns in which a text stands, but for what open relics say of themselves.
  func places(of text: String) throws -> [String] {
    var places: [String] = []
    for table in try storedTables() {
      let columns = try columns(in: table)
      let owner =
        table == "site" ? "id" : columns.contains { $0.name == "site_id" } ? "site_id" : nil
      let isHidden =
        owner.map {
          " AND \($0.quotedDatabaseIdentifier) IN (SELECT id FROM site WHERE disclosure <> 'open')"
        } ?? ""
      for column in columns {
        let name = column.name.quotedDatabaseIdentifier
        let isThere = try Bool.fetchOne(
          self,
          sql: """
            SELECT EXISTS (SELECT 1 FROM \(table.quotedDatabaseIdentifier)
              WHERE instr(CAST(\(name) AS BLOB), CAST(? AS BLOB)) > 0\(isHidden))
            """, arguments: [text])
        if isThere == true { places.append("\(table).\(column.name)") }
      }
    }
    return places
  }
}
