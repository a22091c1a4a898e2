import HeritageRegistry
import Tables

/// Groups of sites and their members.
extension CountyPackReader {
  mutating func readGroups() {
    var seen: Set<[String]> = []
    table(
      "groups.csv", required: ["group", "name_zh"],
      optional: ["name_en", "summary_en", "sources"]
    ) { row, reader in
      let key = row.required("group")
      Self.checkKey(key, row.cell("group"), &row.problems)
      if !seen.insert([key]).inserted {
        row.problems.add(Sentence("pack.repeatedKey"), at: row.cell("group"))
      }
      reader.pack.groups.append(
        SiteGroup(
          key: key, nameZH: row.required("name_zh"), nameEN: row.text("name_en"),
          summaryEN: row.text("summary_en"), source: row.text("sources"), memberCount: 0))
    }
    table("group_members.csv", required: ["group", "code"], optional: ["basis"]) { row, reader in
      let (key, code) = (row.required("group"), reader.siteCode(&row))
      if !seen.contains([key]) {
        row.problems.add(Sentence("pack.noSuchGroup"), at: row.cell("group"))
      }
      if !seen.insert([key, code]).inserted {
        row.problems.add(Sentence("pack.repeatedMember"), at: row.cell("code"))
      }
      reader.pack.members.append((key, code, row.text("basis")))
    }
  }

  /// Keys are typed on a command line: small letters, digits and hyphens.
  static func checkKey(_ key: String, _ cell: Cell, _ problems: inout ProblemList) {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    if key.isEmpty || !key.allSatisfy(allowed.contains) || !("a"..."z").contains(key.prefix(1)) {
      problems.add(Sentence("pack.badKey"), at: cell)
    }
  }
}
