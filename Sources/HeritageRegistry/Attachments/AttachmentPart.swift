/// The part of a relic's record file (四有 记录档案) to which an attachment belongs.
///
/// The main file has ten parts, beside it stand the secondary and the reference file. Source: 国家文物局,
/// 《全国重点文物保护单位记录档案工作规范（试行）》, 2003-11-24.
public enum AttachmentPart: String, Vocabulary {
  /// 文字: text.
  case text
  /// 图纸: drawings and maps.
  case drawing
  /// 照片: photographs.
  case photo
  /// 拓片及摹本: rubbings and tracings.
  case rubbing
  /// 保护规划及保护工程方案: plans for protection and for works.
  case plan
  /// 文物调查及考古发掘资料: surveys and excavations.
  case survey
  /// 文物保护工程及防治监测: works, prevention and monitoring.
  case works
  /// 文物展示: display.
  case display
  /// 电子文件: electronic files.
  case electronic
  /// 续补: supplements.
  case supplement
  /// 副卷: the secondary file, administrative papers.
  case secondary
  /// 备考卷: the reference file.
  case reference

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "档案部分", en: "part of the record file") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .text: Labels(zh: "文字", en: "Text")
    case .drawing: Labels(zh: "图纸", en: "Drawings")
    case .photo: Labels(zh: "照片", en: "Photographs")
    case .rubbing: Labels(zh: "拓片及摹本", en: "Rubbings and tracings")
    case .plan: Labels(zh: "保护规划及保护工程方案", en: "Plans for protection and works")
    case .survey: Labels(zh: "文物调查及考古发掘资料", en: "Surveys and excavations")
    case .works: Labels(zh: "文物保护工程及防治监测", en: "Works and monitoring")
    case .display: Labels(zh: "文物展示", en: "Display")
    case .electronic: Labels(zh: "电子文件", en: "Electronic files")
    case .supplement: Labels(zh: "续补", en: "Supplements")
    case .secondary: Labels(zh: "副卷", en: "Secondary file")
    case .reference: Labels(zh: "备考卷", en: "Reference file")
    }
  }

  /// What people say for short.
  public var spellings: [String] {
    switch self {
    case .drawing: ["图", "测绘图"]
    case .photo: ["相片", "photograph", "photos"]
    case .rubbing: ["拓片", "摹本"]
    case .plan: ["保护规划", "保护工程方案"]
    case .survey: ["调查资料", "考古资料"]
    case .works: ["保护工程", "监测"]
    default: []
    }
  }

  /// Where it stands in the file, from 0.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
