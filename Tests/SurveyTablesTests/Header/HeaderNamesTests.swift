import Geodesy
import HeritageRegistry
import Testing

@testable import SurveyTables

@Suite("Names of columns")
struct HeaderNamesTests {
  @Test(
    "A header is known in Chinese, in English and by the key of an export",
    arguments: [
      ("编号", "code"), ("代码", "code"), ("登记号", "code"), ("Code", "code"), ("id", "code"),
      ("名称", "name_zh"), ("单位名称", "name_zh"), ("不可移动文物名称", "name_zh"), ("文物名称*", "name_zh"),
      ("Name (Chinese)", "name_zh"), ("名称 Name", "name_zh"), ("名称\nName", "name_zh"),
      ("名　称", "name_zh"), ("Name", "name_en"), ("名称（英文）", "name_en"), ("★名称（必填）", "name_zh"),
      ("类别", "category"), ("文物类别", "category"), ("细分类别", "subcategory_zh"),
      ("Sub-class", "subcategory_zh"), ("文物级别", "protection_level"), ("保护级别", "protection_level"),
      ("文物\n级别", "protection_level"), ("批次", "batch"), ("公布年份", "batch_year"),
      ("公布时间", "batch_year"), ("年代", "period_zh"), ("乡镇", "township"), ("所在乡镇", "township"),
      ("乡（镇、街道）", "township"), ("村", "village"), ("村（社区）", "village"), ("地址", "address"),
      ("地址及位置", "address"), ("lon", "lon"), ("经度", "lon"), ("经度（°）", "lon"), ("Longitude", "lon"),
      ("经度 Longitude", "lon"), ("lat", "lat"), ("纬度", "lat"), ("坐标", "position"),
      ("地理坐标", "position"), ("中心点坐标", "position"), ("WGS84坐标", "position"), ("X", "x"),
      ("Ｘ坐标（m）", "x"), ("北坐标", "x"), ("Y", "y"), ("东坐标", "y"), ("面积（平方米）", "area_m2"),
      ("面积(m²)", "area_m2"), ("面积\n（㎡）", "area_m2"), ("Area (m²)", "area_m2"), ("简介", "summary_zh"),
      ("Summary", "summary_en"), ("备注", "notes"), ("曾用名", "former_names"), ("别名", "aliases"),
      ("位置精度(±m)", "coord_accuracy_m"), ("坐标系", "coord_system"), ("来源", "sources"),
    ])
  func known(header: String, key: String) {
    #expect(HeaderText(header).role?.key == key)
  }

  @Test("Every field has its key as a header, and no name belongs to two columns")
  func complete() {
    for field in SiteField.allCases {
      let role = HeaderText(field.rawValue).role
      #expect(role == (field == .position ? .coordinate : .field(field)), "\(field)")
    }
    var owners: [String: Set<ColumnRole>] = [:]
    for (role, names) in HeaderNames.names {
      for name in names { owners[HeaderText.fold(name), default: []].insert(role) }
    }
    #expect(owners.filter { $1.count > 1 }.isEmpty)
  }

  @Test("统计年代 is not 年代, and a number of the row is nothing to read")
  func others() {
    #expect(HeaderText("统计年代").role == .statisticalPeriod)
    #expect(HeaderText("序号").role == .computed)
    #expect(HeaderText("distance_m").role == .computed)
  }

  @Test("Other words are not known", arguments: ["所有权", "调查人", "名称2", "保护范围面积", "", "建筑面积"])
  func unknown(header: String) {
    #expect(HeaderText(header).role == nil)
  }

  @Test(
    "A header that names a datum declares it",
    arguments: [
      ("经度（CGCS2000）", "cgcs2000", "lon"), ("lon_gcj02", "gcj02", "lon"),
      ("gcj02_lat", "gcj02", "lat"),
      ("纬度(WGS-84)", "wgs84", "lat"), ("百度坐标", "bd09", "position"), ("gk3_37_x_m", "gk3:37", "x"),
      ("lon (bd09)", "bd09", "lon"), ("坐标（2000国家大地坐标系）", "cgcs2000", "position"),
    ])
  func datum(header: String, code: String, key: String) {
    let text = HeaderText(header)
    guard case .datum(let datum)? = text.datum else {
      Issue.record("no datum in \(header)")
      return
    }
    #expect(datum.code == code)
    #expect(text.role?.key == key)
  }
}
