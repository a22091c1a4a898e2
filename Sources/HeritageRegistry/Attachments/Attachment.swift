import Hours

/// A file that belongs to the record of a relic: a photograph, a drawing, a document.
///
/// The file is kept as it came, under the digest of its bytes: inside the register up to
/// ``Attachment/inlineLimit``, beside it above.
public struct Attachment: Hashable, Sendable {
  /// How many bytes of a file a register keeps inside itself, 1 MiB; larger ones stand in the folder beside it.
  public static let inlineLimit = 1 << 20

  /// Its number in the register, by which people name it.
  public let number: Int
  /// The code of the relic.
  public let site: String
  /// What is said of it.
  public let facts: AttachmentFacts
  /// What its bytes are.
  public let kind: AttachmentKind
  /// The SHA-256 digest of its bytes, in hexadecimal.
  public let sha256: String
  /// How many bytes it has.
  public let byteCount: Int

  package init(
    number: Int, site: String, facts: AttachmentFacts, kind: AttachmentKind, sha256: String,
    byteCount: Int
  ) {
    self.number = number
    self.site = site
    self.facts = facts
    self.kind = kind
    self.sha256 = sha256
    self.byteCount = byteCount
  }

  /// Whether its bytes are kept inside the register.
  public var isInside: Bool { byteCount <= Self.inlineLimit }

  /// The name of its file in the folder beside the register, and of a copy for which nobody has another.
  package var storedName: String { "\(sha256).\(kind.ending)" }
}

/// What is said of an attachment: where in the record it belongs, and what its label would say.
public struct AttachmentFacts: Hashable, Sendable {
  /// The part of the record file.
  public var part: AttachmentPart
  /// What it shows or is.
  public var title: String?
  /// Its own number: 照片号, 图号.
  public var label: String?
  /// The name of the file when it came, without its folder.
  public var fileName: String
  /// Who took, drew or wrote it.
  public var author: String?
  /// When: `2026-11-20`, or the month or year alone.
  public var takenOn: String?
  /// Where the camera looked, in words: 由东南向西北.
  public var direction: String?
  /// The scale of a drawing: `1:500`.
  public var scale: String?

  /// Makes what is said of an attachment.
  public init(
    part: AttachmentPart, title: String? = nil, label: String? = nil, fileName: String,
    author: String? = nil, takenOn: String? = nil, direction: String? = nil, scale: String? = nil
  ) {
    self.part = part
    self.title = title
    self.label = label
    self.fileName = fileName
    self.author = author
    self.takenOn = takenOn
    self.direction = direction
    self.scale = scale
  }

  /// The texts with what messages call them.
  private var texts: [(noun: Labels, text: String?)] {
    [
      (Labels(zh: "名称", en: "title"), title), (Labels(zh: "编号", en: "number"), label),
      (Labels(zh: "文件名", en: "file name"), fileName), (Labels(zh: "作者", en: "author"), author),
      (Labels(zh: "日期", en: "date"), takenOn), (Labels(zh: "方位", en: "direction"), direction),
      (Labels(zh: "比例", en: "scale"), scale),
    ]
  }

  /// Refuses texts that are empty, too long or hold control characters, and dates that there are not.
  func check() throws(AttachmentError) {
    for (noun, text) in texts {
      guard let text else { continue }
      guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= 2000,
        !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw .badText(noun: noun, text: text) }
    }
    if let takenOn, !Self.isDate(takenOn) { throw .badDate(takenOn) }
  }

  /// Whether a text is a year, a month or a day that there is, as ISO 8601 writes it.
  private static func isDate(_ text: String) -> Bool {
    switch text.utf8.count {
    case 4: CivilDate(text + "-01-01") != nil
    case 7: CivilDate(text + "-01") != nil
    default: CivilDate(text) != nil
    }
  }
}

extension Attachment {
  /// The ending of the file's name where it is that of another kind; nil where it fits or says nothing.
  public var contradictedEnding: String? {
    let parts = facts.fileName.split(separator: ".")
    guard parts.count > 1, let ending = parts.last?.lowercased() else { return nil }
    guard ending != kind.ending, !kind.otherEndings.contains(ending) else { return nil }
    return AttachmentKind.allCases.contains {
      $0.ending == ending || $0.otherEndings.contains(ending)
    }
      ? ending : nil
  }
}
