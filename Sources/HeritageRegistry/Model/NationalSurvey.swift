/// A national survey of immovable cultural relics whose numbers a register keeps.
public enum NationalSurvey: Int, Sendable, CaseIterable {
  /// 第二次全国文物普查, 1981 to 1985.
  case second = 2
  /// 第三次全国文物普查, 2007 to 2011.
  case third
  /// 第四次全国文物普查, 2023 to 2026.
  case fourth

  /// The field with its numbers.
  public var field: SiteField {
    switch self {
    case .second: .codeSurvey2
    case .third: .codeSurvey3
    case .fourth: .codeSurvey4
    }
  }

  /// The survey that somebody calls so: 四普, 第四次全国文物普查, survey4; nil for any other.
  public init?(named name: String) {
    let text = name.lowercased().filter { !$0.isWhitespace }
    let found = Self.allCases.first { survey in
      survey.words.contains { word in text.contains(word) }
    }
    guard let found else { return nil }
    self = found
  }

  private var words: [String] {
    switch self {
    case .second: ["二普", "第二次全国文物普查", "第二次文物普查", "survey2", "secondsurvey", "2ndsurvey"]
    case .third: ["三普", "第三次全国文物普查", "第三次文物普查", "survey3", "thirdsurvey", "3rdsurvey"]
    case .fourth: ["四普", "第四次全国文物普查", "第四次文物普查", "survey4", "fourthsurvey", "4thsurvey"]
    }
  }
}

extension Site {
  /// The number that a survey gave it; nil where nobody says.
  public package(set) subscript(survey: NationalSurvey) -> String? {
    get { plain[survey.field] }
    set { plain[survey.field] = newValue }
  }
}
