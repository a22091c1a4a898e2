/// Which relics of a register have a name.
struct NameOwners {
  /// The relics by their folded Chinese names, those alone that were asked for.
  private let owners: [[UInt16]: Set<RowID>]

  /// Looks for names.
  ///
  /// Cost: O(units of all names), once.
  init(of names: [String], in state: any RegisterState) throws {
    let wanted = Set(names.map(NameFolding.fold))
    var owners: [[UInt16]: Set<RowID>] = [:]
    let all = try state.names()
    func look(in index: NameIndex, except outdated: Set<RowID>) {
      for pack in [index.han, index.latin] {
        for number in 0..<pack.count where pack.kinds[number] != .english {
          let name = Array(pack.name(number))
          guard wanted.contains(name), !outdated.contains(pack.sites[number]) else { continue }
          owners[name, default: []].insert(pack.sites[number])
        }
      }
    }
    look(in: all.index, except: all.changed)
    look(in: all.changes, except: [])
    self.owners = owners
  }

  /// The relics that have a name, but for one.
  func rows(with name: String, except id: RowID) -> [RowID] {
    (owners[NameFolding.fold(name)] ?? []).subtracting([id]).sorted()
  }
}
