public import HeritageRegistry

extension TourSheet {
  /// The plan in a format, its labels and sentences in a language.
  ///
  /// The same sheet gives the same bytes: no format holds the time at which it was written. A stop whose
  /// position is only approximate says so in each of them.
  public func text(in format: TourFormat, language: Language) -> String {
    let words = TourWords(language: language)
    return switch format {
    case .table: TourTable(sheet: self, words: words).text
    case .json: JSONText.pretty(TourJSON(sheet: self, words: words).value)
    case .geojson: TourGeoJSON(sheet: self, words: words).text
    case .gpx: TourGPX(sheet: self, words: words).text
    case .kml: TourKML(sheet: self, words: words).text
    case .csv: TourRows(sheet: self, words: words).answer.csv
    case .ics: TourCalendar(sheet: self, words: words).text
    case .html: TourPage(sheet: self, words: words).text
    }
  }
}
