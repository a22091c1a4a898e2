import CountyPacks
import HeritageRegistry
import HeritageSQLite
import HeritageTestSupport

/// A small county: a museum with hours, a tower that is always open, a tomb that nobody may see, a bridge
/// without a place, and two relics on one approximate point.
enum TestCounty {
  static let register = Result {
    let folder = try TemporaryFolder()
    let path = folder.path("heritage.sqlite")
    let pack = TestPack()
      .sites([
        "T-1,馆,modern_site,national,东镇,111.50,29.50,50,map,open,,,,,",
        "T-2,塔,ancient_building,county,东镇,111.51,29.50,50,map,open,,,,,",
        "T-3,墓,ancient_tomb,county,东镇,111.53,29.50,50,map,withheld,,,,,",
        "T-4,桥,ancient_building,county,东镇,,,,,open,,,,,",
        "T-5,甲,ancient_site,county,东镇,111.60,29.50,3000,township_seat,open,,,,,",
        "T-6,乙,ancient_site,county,东镇,111.60,29.50,3000,township_seat,open,,,,,",
      ])
      .with(
        "visits.csv",
        """
        code,access,opens,closes,last_admission,closed_weekdays,duration_min,ticket_cny
        T-1,open,09:00,17:00,16:00,1,60,0
        T-2,open,,,,,30,0
        T-3,open,,,,,,
        T-4,open,,,,,,
        T-5,open,,,,,,
        T-6,restricted,,,,,,

        """)
    try RegisterFile.create(at: path, from: CountyPack(PackFiles(pack.files), allowsOutside: true))
    return (folder: folder, path: path)
  }

  static func open(_ audience: Audience = .public) throws -> Registry {
    try Registry(opening: try register.get().path, audience: audience)
  }
}
