import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// Builds one of the register's R*Trees at once, see `RTreeNodes`.
struct RTreePacking {
  typealias Entry = RTreeNodes.Entry

  private let db: Database
  private let table: String
  private let nodes: RTreeNodes

  /// Prepares to fill an R*Tree that is there and empty.
  init(_ index: SpatialIndex, in db: Database) throws {
    self.db = db
    table = index.table
    // The root of the empty tree has the size that SQLite chose for all nodes.
    let size = try Int.fetchOne(
      db, sql: "SELECT length(data) FROM \(index.table)_node WHERE nodeno = 1")
    guard let nodes = RTreeNodes(nodeSize: size ?? 0) else {
      throw RegistryError.damaged(path: nil, reason: Sentence("register.noRoot", ["table": table]))
    }
    self.nodes = nodes
  }

  /// Writes the tree of the entries.
  func write(_ entries: [Entry]) throws {
    try nodes.forEachNode(of: entries) { node in
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO \(table)_node (nodeno, data) VALUES (?, ?)"
      )
      .execute(arguments: [node.number, node.bytes.databaseBytes])
      let place = try db.cachedStatement(
        sql: node.isLeaf
          ? "INSERT INTO \(table)_rowid (rowid, nodeno) VALUES (?, ?)"
          : "INSERT INTO \(table)_parent (nodeno, parentnode) VALUES (?, ?)")
      for child in node.children { try place.execute(arguments: [child, node.number]) }
    }
  }
}
