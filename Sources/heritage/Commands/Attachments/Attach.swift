import ArgumentParser
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// Attaches a file to a relic.
struct Attach: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attach", abstract: .help("attach"), discussion: .help("attach.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Argument(help: .help("attach.file", value: "file"), completion: .file())
  var file: String

  @Option(help: .help("attach.part", value: "part"))
  var part: PartArgument?

  @Option(help: .help("attach.title", value: "text"))
  var title: String?

  @Option(help: .help("attach.number", value: "text"))
  var number: String?

  @Option(help: .help("attach.taken", value: "date"))
  var taken: String?

  @Option(help: .help("attach.direction", value: "text"))
  var direction: String?

  @Option(help: .help("attach.author", value: "text"))
  var author: String?

  @Option(help: .help("attach.scale", value: "text"))
  var scale: String?

  @Flag(help: .help("attach.takePosition"))
  var takePosition = false

  @Option(help: .help("attach.accuracy", value: "length"))
  var accuracy: String?

  @Flag(help: .help("attach.allowFar"))
  var allowFar = false

  @OptionGroup var edit: EditOptions

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let accuracy, LengthArgument.length(accuracy) == nil {
      throw ValidationError(
        Sentence("option.photoAccuracy", ["text": accuracy, "hint": LengthArgument.hint]))
    }
    if !takePosition, accuracy != nil || allowFar {
      throw ValidationError(Sentence("option.withoutTakePosition"))
    }
  }

  func run() throws {
    let note = try edit.note()
    // What is wrong with the register is said before a large file is read.
    let registrar = try Registrar(opening: register.path)
    Interruption.remove()
    let bytes = try AttachedBytes.read(file)
    let facts = AttachmentFacts(
      part: part?.part ?? AttachmentKind(of: bytes)?.usualPart ?? .electronic, title: title,
      label: number, fileName: AttachedBytes.name(of: file), author: author, takenOn: taken,
      direction: direction, scale: scale)
    let place =
      takePosition
      ? TakenPlace(accuracy: accuracy.flatMap(LengthArgument.length), mayBeFar: allowFar) : nil
    let attached = try TypedRecord.refusing {
      try registrar.attach(bytes, to: code, facts, taking: place, note: note)
    }
    if !quiet { for remark in remarks(attached) { Terminal.say(remark) } }
  }

  private func remarks(_ attached: AttachedFile) -> [Sentence] {
    let attachment = attached.attachment
    var remarks = [
      Sentence(
        "attach.attached",
        [
          "path": file, "code": attachment.site, "number": attachment.number,
          "part": attachment.facts.part.labels, "kind": attachment.kind.name,
          "count": attachment.byteCount,
        ])
    ]
    if part == nil {
      remarks.append(Sentence("attach.partByKind", ["part": attachment.facts.part.labels]))
    }
    if let ending = attachment.contradictedEnding {
      remarks.append(
        Sentence("attach.otherEnding", ["ending": ending, "kind": attachment.kind.name]))
    }
    if attached.isCameraDate, let date = attachment.facts.takenOn {
      remarks.append(Sentence("attach.cameraDate", ["date": date]))
    }
    if let taken = attached.taken {
      remarks += taken.remarks.map { TypedRecord.withoutRow($0.problem).sentence }
      remarks += taken.changed.flatMap { change in
        change.fields.map { ChangeReport.sentence($0, of: change.code) }
      }
      if taken.isEmpty { remarks.append(Sentence("attach.samePosition")) }
    } else if attached.saysWhere {
      remarks.append(
        attached.distance.map {
          Sentence("attach.saysWhereAt", ["metres": Int($0.metres.rounded())])
        } ?? Sentence("attach.saysWhere"))
    }
    if !attached.others.isEmpty {
      remarks.append(Sentence("attach.sharedWith", ["codes": attached.others]))
    }
    return remarks
  }
}

/// A part of a record file on the command line: `photo`, `照片`.
struct PartArgument: ExpressibleByArgument {
  let part: AttachmentPart

  init?(argument: String) {
    guard let part = try? AttachmentPart(named: argument) else { return nil }
    self.part = part
  }

  static var allValueStrings: [String] { AttachmentPart.allCases.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// The bytes of a file that is to be attached.
enum AttachedBytes {
  /// Reads a plain file whole; one that changes meanwhile is refused.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" {
      throw Failure(
        Sentence("attach.standardInput"), hint: Sentence("attach.nameFile"), status: .usage)
    }
    var before = stat()
    if stat(path, &before) == 0, before.st_mode & S_IFMT != S_IFREG {
      let isFolder = before.st_mode & S_IFMT == S_IFDIR
      throw Failure(
        isFolder
          ? Sentence("attach.folder", ["path": path]) : Sentence("attach.noFile", ["path": path]),
        hint: Sentence("attach.nameFile"), status: .inputOutput)
    }
    let bytes = try InputFile.bytes(path)
    var after = stat()
    guard stat(path, &after) == 0, after.st_size == bytes.count, after.st_size == before.st_size,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else {
      throw Failure(
        Sentence("attach.changing", ["path": path]), hint: Sentence("attach.again"),
        status: .inputOutput)
    }
    return bytes
  }

  /// The name without its folder; control characters, which no label can hold, become spaces.
  static func name(of path: String) -> String {
    let name = URL(fileURLWithPath: path).lastPathComponent
    return String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
