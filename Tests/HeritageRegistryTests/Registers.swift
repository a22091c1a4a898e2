import Foundation
import Geodesy
import HeritageTestSupport
import LixianPack

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// Registers made for tests, each in a folder of its own.
struct TestRegister {
  let folder: TemporaryFolder
  let path: String
  /// The same register in arrays, as it was when the file was made.
  let memory: MemoryStore

  /// A register of the pack, whose relics may lie anywhere.
  init(_ pack: TestPack) throws {
    try self.init(CountyPack(PackFiles(pack.files), allowsOutside: true))
  }

  init(_ pack: CountyPack) throws {
    folder = try TemporaryFolder()
    path = folder.path("heritage.sqlite")
    memory = MemoryStore(pack)
    try RegisterFile.create(at: path, from: pack)
  }

  /// A register in a folder of its own, with the bytes of another.
  init(copying other: TestRegister) throws {
    folder = try TemporaryFolder()
    path = folder.path("heritage.sqlite")
    memory = other.memory
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  /// The register in the store of the test, see ``EveryStore``.
  func open(_ audience: Audience = .public) throws -> Registry {
    switch TestStore.current {
    case .file: try openFile(audience)
    case .memory: memory.registry(for: audience)
    case .hub: try TestHub.registry(of: path, audience)
    }
  }

  /// The register in its file, which may have changed since it was made.
  func openFile(_ audience: Audience = .public) throws -> Registry {
    try Registry(opening: path, audience: audience)
  }

  /// The register of Lixian, created once for all tests that only read it.
  static let lixian = Result { try TestRegister(CountyPack(PackFiles(LixianPack.files))) }

  /// 10,000 sites in clusters, with duplicates, on the antimeridian and at a pole, with and without
  /// accuracy, created once.
  static let scattered = Result { try TestRegister(Scattered.pack) }
}

/// Sites that make a spatial index work hard.
enum Scattered {
  static let pack: CountyPack = {
    var pack = CountyPack(emptyCounty: "散县")
    pack.sites = sites.map { Dossier($0) }
    return pack
  }()

  static let sites: [Site] = {
    var random = SplitMix64(seed: 20_261_123)
    func draw(_ low: Double, _ high: Double) -> Double { low + random.unit() * (high - low) }
    let centres =
      (0..<40).map { _ in (draw(-180, 180), draw(-85, 85)) }
      + [(180, 10), (-180, -40), (179.99, 60), (0, 90), (90, -90), (111.6, 29.7)]
    var points: [(Double, Double)] = []
    for _ in 0..<9_000 {
      let centre = centres[Int(draw(0, Double(centres.count)))]
      points.append((centre.0 + draw(-0.3, 0.3), centre.1 + draw(-0.3, 0.3)))
    }
    for index in 0..<1_000 { points.append(points[index * 7]) }
    return points.enumerated().map { index, point in
      let longitude = point.0 > 180 ? point.0 - 360 : point.0 < -180 ? point.0 + 360 : point.0
      let level = ProtectionLevel.allCases[min(4, index % 29)]
      return Site(
        code: "S" + String(100_000 + index), nameZH: "点\(index)",
        category: Category.allCases[index % 6], level: level, levelBasis: .listed,
        position: Position(
          coordinate: Coordinate(
            uncheckedLongitude: longitude, latitude: min(90, max(-90, point.1))),
          accuracy: index % 3 == 0 ? nil : .metres(Double(1 + index % 7) * 500), method: .survey,
          source: nil, verbatim: nil, declaredSystem: nil),
        disclosure: index % 10 == 4 ? .coarse : index % 10 == 7 ? .withheld : .open,
        provenance: .survey)
    }
  }()

  /// The code and position of every site that an audience may see somewhere, by code.
  static func visible(to audience: Audience) -> [(code: String, position: Position)] {
    audience == .staff ? exact : open
  }

  private static let exact = sites.compactMap { site in
    site.position.map { (code: site.code, position: $0) }
  }

  private static let open = sites.compactMap { site in
    DisclosedPlace(site).position.map { (code: site.code, position: $0) }
  }

  /// The places from which a look at every site is made: some, or all of them in a long check.
  static let lookouts =
    Cases.factor > 1 ? origins : stride(from: 0, to: 24, by: 6).map { origins[$0] } + origins[24...]

  /// Places to ask from: at the sites, between them, on the antimeridian and at the poles.
  static let origins: [Coordinate] = {
    var random = SplitMix64(seed: 5)
    let near = (0..<24).map { index in
      let site = sites[index * 397].position?.coordinate
      return Coordinate(
        uncheckedLongitude: min(180, (site?.longitude ?? 0) + random.unit() * 0.05),
        latitude: max(-90, min(90, (site?.latitude ?? 0) + random.unit() * 0.05)))
    }
    return near
      + [(180, 10), (-180, 10), (0, 90), (0, -90), (45, 89.9), (-179.99, -40.1), (0, 0)]
      .map { Coordinate(uncheckedLongitude: $0.0, latitude: $0.1) }
  }()
}
