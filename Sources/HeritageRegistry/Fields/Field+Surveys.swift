/// The numbers that the national surveys gave a relic, each with its survey.
///
/// 三普编号 and 四普编号 are headers of the code where a table has no other, see ``Field/code``, and of the survey's
/// number where it has.
extension Field {
  static let codeSurvey2 = number(
    .codeSurvey2, Labels(zh: "二普代码", en: "Code (2nd survey)"),
    Labels(zh: "第二次全国文物普查的编号", en: "the number of the second national survey"),
    headers: ["二普编号", "二普登记号", "第二次全国文物普查编号"])

  static let codeSurvey3 = number(
    .codeSurvey3, Labels(zh: "三普代码", en: "Code (3rd survey)"),
    Labels(zh: "第三次全国文物普查的编号", en: "the number of the third national survey"),
    headers: ["三普登记代码", "原三普编号", "三普原编号", "第三次全国文物普查编号"])

  static let codeSurvey4 = number(
    .codeSurvey4, Labels(zh: "四普代码", en: "Code (4th survey)"),
    Labels(zh: "第四次全国文物普查的编号", en: "the number of the fourth national survey"),
    headers: ["四普登记代码", "第四次全国文物普查编号"])

  private static func number(
    _ key: SiteField, _ labels: Labels, _ meaning: Labels, headers: [String]
  ) -> Field {
    plainText(key, labels, meaning, example: "430723-0001", headers: headers)
  }
}
