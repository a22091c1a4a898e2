import GRDB

extension Registry {
  /// Opens a register for writing, of the newest schema.
  ///
  /// What an interrupted writer left behind is rolled back first, and a register of an older program gets
  /// the tables that are new, in a transaction of its own that changes nothing else.
  ///
  /// - Throws: ``RegistryError`` when there is no such file, it is no register, or it was written by a
  ///   newer program; `DatabaseError` otherwise.
  static func openForWriting(_ path: String) throws -> DatabaseQueue {
    try checkIsFile(path)
    let queue = try DatabaseQueue(
      path: path, configuration: SpatialConnection.configuration(readonly: false))
    try queue.read { db in try checkIsRegister(db, path: path) }
    try Migrations.update(queue)
    return queue
  }
}
