public import Geodesy

/// What became of a file that was attached.
public struct AttachedFile: Sendable {
  /// The file, as the register keeps it now.
  public let attachment: Attachment
  /// The other relics that have the same file, by code.
  public let others: [String]
  /// Whether the picture says where it was taken: that is not taken for the relic's position.
  public let saysWhere: Bool
  /// How far that is from where the relic is known to be; nil where either is not known.
  public let distance: Length?
  /// Whether the day is the one of the camera's clock.
  public let isCameraDate: Bool
  /// What became of the relic where the place of the picture was taken for its position; nil where it was not.
  public let taken: RegisterDifference?
}

/// That the place where a picture was taken is to be the relic's position, by whoever attaches it.
public struct TakenPlace: Hashable, Sendable {
  /// How far the relic may be from there; nil for what the camera says.
  public var accuracy: Length?
  /// Whether it may be more than ``farthest`` from where the relic is known to be.
  public var mayBeFar: Bool

  /// From here on somebody has to confirm the place: 1 km.
  public static let farthest = Length.metres(1000)

  /// Says how the place is taken.
  public init(accuracy: Length? = nil, mayBeFar: Bool = false) {
    self.accuracy = accuracy
    self.mayBeFar = mayBeFar
  }
}

extension Registrar {
  /// Attaches a file to a relic.
  ///
  /// The bytes are kept as they are. A file larger than ``Attachment/inlineLimit`` is written into the folder
  /// beside the register under the name of its digest, whole and on the disk, before the register names it:
  /// whatever ends the program, the register knows the file and has it, or does not know it. Where and when a
  /// picture was taken stays in its file. The day is taken over where nobody gives one; the place becomes the
  /// relic's only where `place` says so.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - code: The relic.
  ///   - facts: What is said of it.
  ///   - place: How the place where a picture was taken becomes the relic's position, in the same edit; nil for
  ///     not at all.
  ///   - note: Who attaches it, and why.
  /// - Throws: ``AttachmentError`` for a file or facts that are refused, ``RegistryError/publicCopy(path:)``,
  ///   ``RegistryError/siteNotFound(code:nearest:)``, ``RegistryError/inputOutput(path:reason:)``.
  /// - Complexity: O(size of the file).
  @discardableResult
  public func attach(
    _ bytes: [UInt8], to code: String, _ facts: AttachmentFacts, taking place: TakenPlace? = nil,
    note: EditNote = EditNote(who: nil)
  ) throws -> AttachedFile {
    try facts.check()
    guard !bytes.isEmpty else { throw AttachmentError.empty(name: facts.fileName) }
    guard let kind = AttachmentKind(of: bytes) else {
      throw AttachmentError.unknownKind(name: facts.fileName)
    }
    let picture = PictureFacts(bytes, kind)
    if kind == .jpeg, picture == nil {
      throw AttachmentError.broken(name: facts.fileName, kind: kind)
    }
    if place != nil, picture?.position == nil {
      throw AttachmentError.saysNoPlace(name: facts.fileName)
    }
    if let place, place.accuracy ?? picture?.accuracy == nil {
      throw AttachmentError.noAccuracy(name: facts.fileName)
    }
    var facts = facts
    let isCameraDate = facts.takenOn == nil && picture?.takenOn != nil
    facts.takenOn = facts.takenOn ?? picture?.takenOn
    let digest = SHA256.hex(of: bytes)
    return try change(note) { [facts] draft in
      let (id, site) = try draft.relic(code)
      guard site.provenance != .standIn else { throw AttachmentError.standIn(site: site.code) }
      if let same = try draft.attachments(of: id).first(where: { $0.sha256 == digest }) {
        throw AttachmentError.attachedAlready(site: site.code, number: same.number)
      }
      func attachment(_ number: Int) -> Attachment {
        Attachment(
          number: number, site: site.code, facts: facts, kind: kind, sha256: digest,
          byteCount: bytes.count)
      }
      let others = try draft.codes(withAttachment: digest)
      let number = try draft.attach(bytes, as: attachment(0), to: id)
      let distance = picture?.position.flatMap { place in
        (site.position?.coordinate).map { Geodesic.distance($0, place) }
      }
      let taken: RegisterDifference? = try place.flatMap { place in
        if let distance, distance > TakenPlace.farthest, !place.mayBeFar {
          throw AttachmentError.farAway(site: site.code, distance: distance)
        }
        return try take(place, of: picture, facts, for: site, into: draft)
      }
      return AttachedFile(
        attachment: attachment(number), others: others, saysWhere: picture?.position != nil,
        distance: distance, isCameraDate: isCameraDate, taken: taken)
    }
  }

  /// Takes a file from a relic.
  ///
  /// Its bytes stay until the files that no relic has are removed, so that what was done can be undone.
  ///
  /// - Returns: What the register said of it.
  /// - Throws: ``AttachmentError/notFound(site:number:)``, ``RegistryError/publicCopy(path:)``,
  ///   ``RegistryError/siteNotFound(code:nearest:)``.
  @discardableResult
  public func detach(
    _ number: Int, from code: String, note: EditNote = EditNote(who: nil)
  ) throws -> Attachment {
    try change(note) { draft in
      let (id, site) = try draft.relic(code)
      guard let attachment = try draft.attachments(of: id).first(where: { $0.number == number })
      else { throw AttachmentError.notFound(site: site.code, number: number) }
      try draft.detach(number)
      return attachment
    }
  }

  /// Writes the place of a picture as the position of a relic: by a receiver in the hand, as accurate as
  /// somebody says.
  private func take(
    _ place: TakenPlace, of picture: PictureFacts?, _ facts: AttachmentFacts, for site: Site,
    into draft: any RegisterDraft
  ) throws -> RegisterDifference? {
    guard let coordinate = picture?.position, let accuracy = place.accuracy ?? picture?.accuracy
    else { return nil }
    var site = site
    site.position = Position(
      coordinate: coordinate, accuracy: accuracy, method: .handheld,
      source: ["EXIF", facts.fileName, facts.takenOn].compactMap { $0 }.joined(separator: ", "),
      verbatim: nil, declaredSystem: nil)
    return try write(
      SiteRecord(
        place: .init(file: facts.fileName, sheet: nil, row: 1), dossier: Dossier(site),
        given: [.code, .position, .accuracy, .method, .positionSource]),
      into: draft)
  }

  private func change<Value>(
    _ note: EditNote, _ body: (any RegisterDraft) throws -> Value
  ) throws -> Value {
    try note.check()
    return try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      return .kept(try body(draft))
    }
  }
}
