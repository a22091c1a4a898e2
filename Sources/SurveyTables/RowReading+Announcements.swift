import HeritageRegistry
import Tables
import Words

/// When, by which number and in which document the level of a row was announced.
extension RowReading {
  /// The announcement that stands, and the former ones.
  mutating func designations(
    _ level: ProtectionLevel, beside own: AnnouncementText, _ given: inout Set<SiteField>
  ) -> [Designation] {
    var batch = stated(.batch).map(BatchText.read) ?? own.batch
    if batch == nil, level != .registered, let common = options.batch {
      batch = BatchText.read(common)
      given.insert(.batch)
    }
    let ownYear: Int? = read(.batchYear) { text throws(ValueFault) in
      try YearText.read(text, in: 1949...3000)
    }
    let year = ownYear ?? own.year
    let code = stated(.officialCode) ?? own.officialCode
    examineCode(code, .officialCode)
    let source = text(.designationSource, limit: CellText.longestText)
    var designations: [Designation] = []
    // Nobody knows which announcement is meant where no level is given: what is not read is not emptied.
    if level == .registered, !given.contains(.level) {
      given.subtract([.batch, .batchYear, .officialCode, .designationSource])
    }
    if batch != nil || year != nil || code != nil || source != nil {
      if level == .registered {
        remark(
          ValueFault(
            Sentence("survey.noAnnouncement"),
            suggestion: Sentence("survey.writeAnnouncedLevel")),
          batch != nil ? .field(.batch) : year != nil ? .field(.batchYear) : .field(.officialCode),
          value: batch ?? year.map(String.init) ?? code)
      } else {
        designations.append(
          Designation(
            level: level, batch: batch, year: year, officialCode: code, standing: .present,
            source: source ?? plan.sheet.file))
      }
    }
    if let text = text(.formerDesignations, limit: CellText.longestText) {
      do throws(ValueFault) {
        designations += try ListText.designations(text)
      } catch {
        report(error, .field(.formerDesignations), value: text)
      }
    }
    return designations
  }
}
