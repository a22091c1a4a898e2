import Geodesy
import HeritageRegistry
import SurveyTables
import Testing

@Suite("Tables in the layouts of bureaus")
struct LayoutTests {
  @Test(arguments: [("county-list.xlsx",[:]),("survey-list.xlsx",[:]),("bilingual.xlsx",[:]),("one-column.xlsx",[:]),("gauss-kruger.xlsx",[:]),("survey-form.xlsx",[:]),("three-columns.xlsx",[:]),("national-units.csv",["code":"登记编号","official_code":"编号"]),("saved-list.tsv",[:])])
  func dump(file: String, map: [String: String]) throws {
    let layouts = try Layouts.lixian.get()
    let options = SurveyOptions(headers: map)
    let reading = try layouts.read(file, options)
    print("=====", file, reading.sheets.map { "\($0.name ?? "-") \($0.omission?.rawValue ?? "") \(String(describing: $0.headerRows)) \($0.rowCount) passed \($0.passedOver.map { "\($0.row)\($0.reason) \($0.text)" })" })
    print(reading.roles)
    for l in reading.lines { print("  ", l) }
    for r in reading.records { let s = r.site; print("   ", s.code, s.nameZH, s.level, s.category as Any, s.subcategory ?? "-", s.period, s.township ?? "-", s.village ?? "-", s.position?.coordinate as Any, s.areaSquareMetres as Any, r.designations.map { "\($0.batch ?? "-") \($0.year ?? 0) \($0.officialCode ?? "")" }) }
    let d = try Registry.difference(of: reading.records, to: layouts.path)
    print("  new", d.new.map(\.site.code), "refused", d.refused.map { "\($0.code) \($0.rule)" }, "unchanged", d.unchanged)
    for c in d.changed { print("   changed", c.code, c.fields.map { "\($0.field.rawValue): \($0.old ?? "nil") -> \($0.new ?? "nil")" }) }
  }
}
