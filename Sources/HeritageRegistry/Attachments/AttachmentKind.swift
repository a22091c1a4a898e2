/// What the bytes of an attachment are, whatever the name of its file says.
public enum AttachmentKind: String, CaseIterable, Hashable, Sendable {
  /// A photograph as cameras write it (JPEG).
  case jpeg = "image/jpeg"
  /// A picture without loss (PNG).
  case png = "image/png"
  /// A scan (TIFF, BigTIFF).
  case tiff = "image/tiff"
  /// A document (PDF).
  case pdf = "application/pdf"
  /// A drawing of AutoCAD (DWG, release 13 and later).
  case dwg = "image/vnd.dwg"

  /// The kind that the first bytes of a file tell; nil for any other.
  public init?(of bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(1024))
    func begins(_ start: [UInt8]) -> Bool { head.starts(with: start) }
    if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if [
      [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0], [0x4D, 0x4D, 0, 0x2B],
    ]
    .contains(where: { begins($0) }) {
      self = .tiff
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins(Array("AC10".utf8)),
      head.dropFirst(4).prefix(2).allSatisfy({ 0x30...0x39 ~= $0 }),
      head.count >= 6
    {
      self = .dwg
    } else {
      return nil
    }
  }

  /// What its file is called by: `JPEG`.
  public var name: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .tiff: "TIFF"
    case .pdf: "PDF"
    case .dwg: "DWG"
    }
  }

  /// The ending of a file of this kind, without its dot.
  public var ending: String {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .tiff: "tif"
    case .pdf: "pdf"
    case .dwg: "dwg"
    }
  }

  /// Other endings that files of this kind have.
  var otherEndings: [String] {
    switch self {
    case .jpeg: ["jpeg", "jpe", "jfif"]
    case .tiff: ["tiff"]
    case .png, .pdf, .dwg: []
    }
  }

  /// Whether the public may see it, once what it says of itself has been taken out.
  var isPicture: Bool { self == .jpeg || self == .png }

  /// The part of a record file in which most files of this kind stand.
  public var usualPart: AttachmentPart {
    switch self {
    case .jpeg, .png, .tiff: .photo
    case .pdf: .text
    case .dwg: .drawing
    }
  }
}
