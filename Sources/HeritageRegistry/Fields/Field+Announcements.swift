/// The announcements of a relic as a protected unit.
extension Field {
  static let batch = Field(
    .batch, .text, Labels(zh: "批次", en: "Batch"),
    Labels(zh: "现级别的公布批次", en: "the batch of the designation that stands"), example: "第四批",
    headers: ["公布批次", "所属批次", "公布批号"], value: { FieldValue($0.present?.batch) })

  static let batchYear = Field(
    .batchYear, .whole(1949...3000), Labels(zh: "公布年", en: "Year of the batch"),
    Labels(zh: "现级别的公布年份", en: "the year of the designation that stands"), example: "1996",
    headers: [
      "公布年份", "公布时间", "公布日期", "公布年度", "核定公布时间", "year announced", "announced",
    ], value: { FieldValue($0.present?.year) })

  static let officialCode = Field(
    .officialCode, .text, Labels(zh: "公布编号", en: "Official code"),
    Labels(zh: "公布名录中的编号", en: "the code in the official list"), example: "4-0017",
    headers: ["官方编号", "国保编号", "文保单位编号", "文物保护单位编号"],
    value: { FieldValue($0.present?.officialCode) })

  static let designationSource = Field(
    .designationSource, .text, Labels(zh: "公布依据", en: "Source of the level"),
    Labels(zh: "现级别见于何处", en: "who says that it is designated"),
    headers: ["公布文件", "公布文号", "文号", "批准文号"], value: { FieldValue($0.present?.source) })

  static let formerDesignations = Field(
    .formerDesignations, .objects, Labels(zh: "曾公布级别", en: "Former designations"),
    Labels(zh: "此前公布的级别（JSON）", en: "designations that a higher one has replaced"), unit: "JSON",
    headers: ["曾公布", "历次公布"],
    value: { dossier in
      .some(
        dossier.designations.filter { $0.standing == .former }.map { designation in
          .object([
            .init("level", FieldValue(designation.level)),
            .init("batch", FieldValue(designation.batch)),
            .init("year", FieldValue(designation.year)),
            .init("official_code", FieldValue(designation.officialCode)),
            .init("source", .text(designation.source)),
          ])
        })
    })
}
