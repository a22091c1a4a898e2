import Geodesy
public import HeritageRegistry
import Words

/// The answer of a check as one page for a screen and a printer, with a map.
///
/// It needs nothing from outside, and is well-formed XML too.
public struct CheckPage: Sendable {
  private let sheet: CheckSheet
  private let scene: MapScene?

  /// The page of a sheet.
  ///
  /// - Parameters:
  ///   - sheet: The answer that the page shows.
  ///   - registry: Whose ground the map shows.
  public init(_ sheet: CheckSheet, in registry: Registry) throws {
    self.sheet = sheet
    scene = try Self.scene(of: sheet, in: registry)
  }

  /// What a map of the answer shows: the outline, the zones and relics beside it, and some ground.
  static func scene(of sheet: CheckSheet, in registry: Registry) throws -> MapScene? {
    guard let shape = sheet.shape else { return nil }
    let language = sheet.language
    let sites = try sheet.answer.relics.map { try registry.site($0.code) }
    var scene = MapScene(
      title: sheet.answer.request.project ?? sheet.answer.request.file,
      county: registry.info.name(in: language), date: nil, coverage: nil,
      credits: registry.info.credits, audience: registry.audience,
      ground: try MapGround(of: registry), sites: sites)
    scene.shapes = [.area(shape)]
    let near = sheet.answer.zones.filter { $0.finding != .apart }.compactMap(\.zone.zone.shape)
    let all = BoundingBox.around([shape.boundingBox] + near.map(\.boundingBox)).first
    let box = all ?? shape.boundingBox
    // Some surroundings, for a map of the outline alone says not where it is.
    scene.extent = box.expanded(
      by: .metres(max(100, max(box.width.metres, box.height.metres) * 0.25)))
    return scene
  }

  /// The map of the page as a picture of its own; nil where nothing can be drawn.
  public func map(width: Int) -> String? {
    scene.flatMap { MapWriter(width: width, language: sheet.language).map($0) }
  }

  private static let style = """
    @page { size: A4; margin: 14mm 12mm }
    body { font: 10.5pt/1.5 \(MapStyle.fonts); color: #2E2B26; background: #fff; max-width: 186mm;
      margin: 0 auto; padding: 4mm }
    h1 { font-size: 19pt; margin: 0 0 1mm } h2 { font-size: 13pt; margin: 6mm 0 2mm }
    p { margin: 1mm 0 } .muted { color: #6B665C }
    .answer { font-size: 15pt; font-weight: bold; border-left: 2mm solid; padding: 2mm 4mm;
      margin: 3mm 0; print-color-adjust: exact; -webkit-print-color-adjust: exact }
    .touches { color: #A3331F; background: #FAECE8 } .clear { color: #2F6B3C; background: #EAF4EC }
    .cannot_say { color: #8A5A00; background: #FBF3E2 }
    table { border-collapse: collapse; width: 100%; font-size: 9pt }
    th, td { text-align: left; padding: 1mm 1.6mm; border-bottom: 0.2mm solid #D8D3C7;
      vertical-align: top }
    th { font-weight: normal; color: #6B665C } td.number, th.number { text-align: right }
    td:first-child { white-space: nowrap } tr.touched td { font-weight: bold } tr.apart td { color: #6B665C }
    table, tr, figure { break-inside: avoid } figure { margin: 4mm 0 }
    svg { width: 100%; height: auto } li { margin: 1mm 0 }
    @media screen and (max-width: 640px) { body { font-size: 16px } .scroll { overflow-x: auto } }
    """

  /// The page.
  public var text: String {
    let language = sheet.language
    func said(_ sentence: Sentence) -> String { XMLText.escaped(sentence.text(in: language)) }
    func title(_ key: Labels) -> String { XMLText.escaped(key[language]) }
    let name = sheet.answer.request.project ?? sheet.answer.request.file
    var page = """
      <h1>\(XMLText.escaped(name))</h1>
      <p class="muted">\(said(sheet.project))</p>
      <p class="answer \(sheet.answer.verdict.rawValue)">\(said(sheet.headline))</p>

      """
    if let scene, let map = MapWriter(width: 1000, language: language).map(scene) {
      // Inside a page a drawing is no document of its own.
      let drawing = map.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("<?xml") }.joined(separator: "\n")
      page += "<figure>\n\(drawing)</figure>\n"
    }
    page += table
    let lines = sheet.remarks
    page += "<h2>\(title(Labels(zh: "说明", en: "What it means")))</h2>\n<ul>\n"
    page += lines.map { "<li>\(said($0))</li>\n" }.joined()
    return HTMLPage.text(
      title: name, language: language, style: Self.style, content: page + "</ul>\n")
  }

  private var table: String {
    let answer = sheet.table
    guard !answer.rows.isEmpty else { return "" }
    func cell(_ tag: String, _ text: String, _ isNumber: Bool) -> String {
      "<\(tag)\(isNumber ? " class=\"number\"" : "")>\(XMLText.escaped(text))</\(tag)>"
    }
    let head = answer.columns.map { cell("th", $0.label(in: sheet.language), $0.isNumber) }.joined()
    let findings = sheet.answer.zones.map(\.finding) + sheet.answer.relics.map(\.finding)
    let rows = zip(answer.rows, findings).map { row, finding in
      "<tr class=\"\(finding.rawValue)\">"
        + zip(answer.columns, row).map {
          cell("td", $1.displayText(in: sheet.language), $0.isNumber)
        }.joined() + "</tr>\n"
    }
    return
      "<div class=\"scroll\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table></div>\n"
  }
}
