@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// What a search or a question names.
extension MemoryState {
  func names() -> RegisterNames { store.names }

  func otherNames(of id: RowID) -> [OtherName] { store.rows[Int(id) - 1].otherNames }

  func relics(withCode text: String, of kind: CodeKind) -> [CodedRelic] {
    codes(of: kind, in: store.rows).filter { CodeOrder.key($0.code) == CodeOrder.key(text) }
  }

  func relics(withCodeBeginning text: String, of kind: CodeKind, limit: Int) -> [CodedRelic] {
    let key = CodeOrder.key(text)
    let found = codes(of: kind, in: store.ranked).filter {
      CodeOrder.key($0.code).hasPrefix(key) && $0.code.count > text.count
    }
    return Array(found.prefix(limit))
  }

  private func codes(of kind: CodeKind, in rows: [MemoryStore.Row]) -> [CodedRelic] {
    rows.flatMap { row in
      switch kind {
      case .own: [CodedRelic(id: row.id, code: row.site.code)]
      case .official:
        row.designations.compactMap { designation in
          designation.officialCode.map { CodedRelic(id: row.id, code: $0) }
        }
      }
    }
  }

  func relics(inTownships ids: [RowID], limit: Int) -> [(id: RowID, township: RowID)] {
    let found = store.ranked.compactMap { row in
      townshipID(row.site.township).flatMap { ids.contains($0) ? (row.id, $0) : nil }
    }
    return Array(found.prefix(limit))
  }

  private func townshipID(_ name: String?) -> RowID? {
    store.pack.townships.firstIndex { $0.nameZH == name }.map { RowID($0 + 1) }
  }

  func standing(of id: RowID) -> (level: ProtectionLevel, code: String)? {
    store.rows.first { $0.id == id }.map { ($0.site.level, $0.site.code) }
  }

  func townships(answeringTo name: String) -> [(id: RowID, township: Township)] {
    let folded = name.lowercased()
    return zip(RowID(1)..., store.pack.townships).filter { _, township in
      let english = township.nameEN?.lowercased() ?? ""
      return township.nameZH == name || township.code == name
        || !folded.isEmpty && (english == folded || english.hasPrefix(folded + " "))
    }
    .map { ($0, $1) }.sorted { $0.1.code < $1.1.code }
  }

  func successors(ofFormerTownship name: String) -> [RowID?] {
    store.pack.formerTownships.filter { $0.nameZH == name }.map { townshipID($0.successor) }
  }

  func groupID(withKey key: String) -> RowID? {
    store.pack.groups.firstIndex { $0.key == key }.map { RowID($0 + 1) }
  }

  func townshipNames() -> [(id: RowID, name: String)] {
    let present = zip(RowID(1)..., store.pack.townships)
    return present.map { ($0, $1.nameZH) }
      + present.compactMap { id, township in
        township.nameEN.map { (id, $0) }
      }
      + store.pack.formerTownships.compactMap { former in
        townshipID(former.successor).map { ($0, former.nameZH) }
      }
  }
}

extension RegisterNames {
  /// The names of rows that come by protection level and code.
  init(of ranked: [MemoryStore.Row]) {
    var index = NameIndex()
    var readings: [OwnReadings.Reading] = []
    for row in ranked {
      let names =
        [(row.site.nameZH, NameKind.name)]
        + row.otherNames.sorted { $0.name < $1.name }
        .map { ($0.name, $0.kind == .former ? .former : .alias) }
      for (name, kind) in names { index.append(name, kind: kind, site: row.id) }
      if let english = row.site.nameEN { index.append(english, kind: .english, site: row.id) }
      for (name, kind) in names {
        readings += row.readings.filter { $0.name == name }
          .map { .init(site: row.id, name: name, kind: kind, pinyin: $0.pinyin) }
      }
    }
    index.finish()
    self.init(index: index, own: OwnReadings(readings))
  }
}
