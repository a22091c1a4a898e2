import HeritageTestSupport

/// A county whose sensitive sites have positions with digits of their own.
enum SensitivePack {
  static let pack = TestPack().sites([
    "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.587654,20,rtk,,-221,-206,东镇秘村三组,29.587654 N,",
    "T-2,秘址,ancient_site,provincial,东镇,111.523456,29.576543,20,rtk,,-3000,-2000,东镇秘村四组,,",
    "T-3,明楼,ancient_building,county,西镇,111.534567,29.565432,20,rtk,,1400,1500,西镇街上,,",
  ])
  .with("groups.csv", "group,name_zh\nsecret-group,秘群\n")
  .with("group_members.csv", "group,code\nsecret-group,T-1\nsecret-group,T-2\n")

  /// What no public answer may print: the digits of the exact positions, however they are rounded, and
  /// the addresses.
  static let secrets = [
    "111.5123", "29.5876", "29.58765", "111.5234", "111.5235", "29.5765", "秘村",
  ]
}
