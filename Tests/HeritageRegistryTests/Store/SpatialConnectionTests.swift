import CSpatiaLite
import Foundation
import GRDB
import SystemLibraries
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("SpatiaLite, opened when it is needed")
struct SpatialConnectionTests {
  @Test("Its functions work on the program's connections, by the program's own SQLite")
  func oneSQLite() throws {
    let queue = try DatabaseQueue(configuration: SpatialConnection.configuration(readonly: false))
    let area = try queue.inDatabase { db in
      try SpatialConnection.requireSpatiaLite(db)
      return try Double.fetchOne(db, sql: "SELECT ST_Area(BuildMBR(0, 0, 2, 3))")
    }
    #expect(area == 6)
    // Two copies of SQLite in one process would each drop the other's locks. The name of the version is a
    // constant of the library: one address, one copy.
    let spatialite = try #require(dlopen(SpatialConnection.library.files[0], RTLD_LAZY))
    let its = try #require(dlsym(spatialite, "sqlite3_sourceid"))
    typealias SourceID = @convention(c) () -> UnsafePointer<CChar>?
    #expect(unsafeBitCast(its, to: SourceID.self)() == sqlite3_sourceid())
  }
}
