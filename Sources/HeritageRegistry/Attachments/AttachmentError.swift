public import Geodesy
import Tables

/// Why a file could not be attached, found or handed out.
public enum AttachmentError: Error, Hashable, Sendable {
  /// The file has no bytes.
  case empty(name: String)
  /// The bytes are of no kind that a record keeps.
  case unknownKind(name: String)
  /// The bytes begin as a picture and are none: cut off, or without a size.
  case broken(name: String, kind: AttachmentKind)
  /// The picture does not say where it was taken.
  case saysNoPlace(name: String)
  /// Nobody says how accurate the place of a picture is.
  case noAccuracy(name: String)
  /// The picture was taken far from where the relic is known to be.
  case farAway(site: String, distance: Length)
  /// A text is empty, too long or holds control characters.
  case badText(noun: Labels, text: String)
  /// There is no such day, month or year.
  case badDate(String)
  /// The relic has the same file already, under a number.
  case attachedAlready(site: String, number: Int)
  /// The relic has no attachment of that number that the reader may see.
  case notFound(site: String, number: Int)
  /// The relic is a stand-in, which has no record.
  case standIn(site: String)
  /// The bytes are not where they should be.
  case missing(Attachment, file: String)
  /// The bytes are not those that were attached.
  case changed(Attachment, file: String)
  /// What the file tells of itself cannot be taken out, so the public does not get it.
  case notForPublic(site: String, number: Int)
  /// The folder of files is a link or no folder, or a file in it is a link or no plain file.
  case notPlain(path: String)
}

extension AttachmentError: Cause {
  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .empty(let name): Sentence("attachment.empty", ["name": name])
    case .unknownKind(let name):
      Sentence(
        "attachment.unknownKind", ["name": name, "kinds": AttachmentKind.allCases.map(\.name)])
    case .broken(let name, let kind):
      Sentence("attachment.broken", ["name": name, "kind": kind.name])
    case .saysNoPlace(let name): Sentence("attachment.saysNoPlace", ["name": name])
    case .noAccuracy(let name): Sentence("attachment.noAccuracy", ["name": name])
    case .farAway(let site, let distance):
      Sentence(
        "attachment.farAway",
        ["code": site, "kilometres": DecimalText.string(distance.metres / 1000, places: 1)])
    case .badText(let noun, let text):
      Sentence("attachment.badText", ["noun": noun, "text": text.debugDescription.prefix(80)])
    case .badDate(let text): Sentence("attachment.badDate", ["text": text])
    case .attachedAlready(let site, let number):
      Sentence("attachment.attachedAlready", ["code": site, "number": number])
    case .notFound(let site, let number):
      Sentence("attachment.notFound", ["code": site, "number": number])
    case .standIn(let site): Sentence("attachment.standIn", ["code": site])
    case .missing(let attachment, let file):
      Sentence(
        "attachment.missing",
        ["code": attachment.site, "number": attachment.number, "path": file])
    case .changed(let attachment, let file):
      Sentence(
        "attachment.changed",
        ["code": attachment.site, "number": attachment.number, "path": file])
    case .notForPublic(let site, let number):
      Sentence("attachment.notForPublic", ["code": site, "number": number])
    case .notPlain(let path): Sentence("attachment.notPlain", ["path": path])
    }
  }
}
