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
    // Two copies of SQLite in one process would each close the other's locks.
    let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
    let files = maps.split(separator: "\n").compactMap { line in
      line.split(separator: " ").last.flatMap { $0.contains("libsqlite3") ? String($0) : nil }
    }
    #expect(Set(files).count == 1)
    // The name of the version is a constant of the library: one address, one copy.
    let spatialite = try #require(dlopen(SpatialConnection.library.files[0], RTLD_LAZY))
    let its = try #require(dlsym(spatialite, "sqlite3_sourceid"))
    typealias SourceID = @convention(c) () -> UnsafePointer<CChar>?
    #expect(unsafeBitCast(its, to: SourceID.self)() == sqlite3_sourceid())
  }
}
