/// The files that belong to relics.
extension Registry {
  /// Whether the register is a copy for the public: no exact positions, no history, no files.
  public var isPublicCopy: Bool {
    get throws { try read { try !$0.holdsExactPositions } }
  }

  /// The files of a relic that the reader may see, by part of the record and number.
  ///
  /// Staff see all. The public sees photographs of relics that are open, and of those JPEG and PNG alone: what
  /// they tell of themselves can be taken out.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  /// - Complexity: O(log N + n) for n files.
  public func attachments(of code: String) throws -> [Attachment] {
    try read { state in try state.attachments(of: try state.relic(code).id).inOrder }
  }

  /// The bytes of one file of a relic: for staff as they came, for the public without what the picture says of
  /// itself.
  ///
  /// - Throws: ``AttachmentError/notFound(site:number:)`` where the reader may see no such file,
  ///   ``AttachmentError/missing(_:file:)`` and ``AttachmentError/changed(_:file:)`` where its bytes are not what
  ///   was attached, ``AttachmentError/notForPublic(site:number:)`` for a picture that is broken.
  public func content(
    ofAttachment number: Int, from code: String
  ) throws -> (attachment: Attachment, bytes: [UInt8]) {
    try read { state in
      let (id, site) = try state.relic(code)
      guard let attachment = try state.attachments(of: id).first(where: { $0.number == number })
      else { throw AttachmentError.notFound(site: site.code, number: number) }
      let bytes = try state.content(of: attachment)
      guard audience == .public else { return (attachment, bytes) }
      guard let picture = PublicPicture.stripped(bytes, attachment.kind) else {
        throw AttachmentError.notForPublic(site: site.code, number: number)
      }
      return (attachment, picture)
    }
  }
}

extension [Attachment] {
  /// As a record file has them.
  var inOrder: [Attachment] {
    sorted { ($0.facts.part.order, $0.number) < ($1.facts.part.order, $1.number) }
  }
}
