import Geodesy
import HeritageRegistry
import HeritageSQLite

/// Runs the manual's example and gives what it prints.
///
/// The code between the marks is README.md's, below its imports; a test compares them.
func manualSnippet(register: String, language: Language) throws -> String {
  var printed = ""
  func print(_ items: Any..., separator: String = " ") {
    printed += items.map { "\($0)" }.joined(separator: separator) + "\n"
  }
  // mark: begin
  let registry = try Registry(opening: register)

  var query = SiteQuery()
  query.levels = [.national]
  query.townships = ["城头山镇"]
  for site in try registry.sites(matching: query).items {
    print(site.code, site.name(in: language))
  }

  for hit in try registry.within(.kilometres(5), of: .site(code: "LX-0001")).items {
    print(hit.site.code, hit.certainty?.label(in: language) ?? "")
  }

  let countyTown = try Coordinate(longitude: 111.75024, latitude: 29.64484)
  for hit in try registry.nearest(to: .position(countyTown), count: 2) {
    let method = hit.site.position?.method.label(in: language) ?? ""
    print(hit.site.code, hit.site.nameZH, method, separator: ": ")
  }
  // mark: end
  return printed
}
