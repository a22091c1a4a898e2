import HeritageRegistry

extension Card {
  /// The card as a document that an office can go on writing in.
  ///
  /// - Parameter image: Draws the map, the code and a photograph that has to be turned.
  /// - Throws: ``ExportError`` where they cannot be drawn.
  func document(drawnBy image: MapImage) throws(ExportError) -> Document {
    let accent: UInt32 = 0xA3331F
    var document = Document(
      title: "\(site.code) \(title)", language: language, footer: footer, accent: accent)
    let over =
      [Document.Run(heading, colour: 0x6B665C, size: 8.5)]
      + (audience == .staff
        ? [Document.Run("    " + words.staffOnly, isBold: true, colour: accent, size: 8.5)] : [])
    var head: [Document.Block] = [
      .paragraph(.init(over)), .heading(title, level: 1),
    ]
    if let subtitle {
      head.append(.paragraph(.init([.init(subtitle, colour: 0x6B665C, size: 12)])))
    }
    head.append(
      .paragraph(
        .init([
          .init(
            site.code + "   " + site.level.label(in: language), isBold: true, colour: accent,
            size: 11)
        ])))
    let code = try qrImage(image)
    document.blocks = [
      .table(
        Document.Table(
          widths: [140, 30],
          rows: [[Document.Cell(head), Document.Cell(code.map { [.image($0, .end)] } ?? [])]],
          rules: .none))
    ]
    // A row is never longer than a page: not every word processor can break one that holds tables.
    let (map, photo) = (try mapBlocks(image), try photoBlocks(image))
    let beside = photo.isEmpty ? sections.filter { $0.column == .right } : []
    if !map.isEmpty || !photo.isEmpty {
      let right = photo.isEmpty ? beside.flatMap { blocks($0, width: 88) } : photo
      document.blocks.append(
        .table(
          Document.Table(
            widths: map.isEmpty ? [170] : [80, 90],
            rows: [
              map.isEmpty ? [Document.Cell(right)] : [Document.Cell(map), Document.Cell(right)]
            ],
            rules: .none)))
    }
    let isSaid = !map.isEmpty && photo.isEmpty
    for section in sections where !isSaid || section.column != .right {
      document.blocks += blocks(section, width: 170)
    }
    return document
  }

  private func blocks(_ section: CardSection, width: Double) -> [Document.Block] {
    func run(_ line: CardSection.Line) -> Document.Run {
      Document.Run(line.text, colour: line.isUnknown ? 0xA39D90 : nil)
    }
    let heading = Document.Block.heading(section.title, level: 2)
    guard section.lines.allSatisfy({ $0.label != nil }) else {
      let isList = section.lines.count > 1
      return [heading]
        + section.lines.enumerated().map { index, line in
          .paragraph(.init((isList ? [Document.Run("\(index + 1). ")] : []) + [run(line)]))
        }
    }
    let rows = section.lines.map { line in
      [
        Document.Cell([.paragraph(.init([.init(line.label ?? "", colour: 0x6B665C, size: 9)]))]),
        Document.Cell([.paragraph(.init([run(line)]))]),
      ]
    }
    return [
      heading, .table(Document.Table(widths: [24, width - 26], rows: rows, rules: .rows)),
    ]
  }

  private func mapBlocks(_ image: MapImage) throws(ExportError) -> [Document.Block] {
    let drawing = CardMap(card: self)
    guard !drawing.isEmpty else { return [] }
    let side = CardStyle.map
    let picture = try draw(image, side, side, scale: 3) {
      drawing.draw(&$0, in: MapRectangle(x: 0.5, y: 0.5, width: side - 1, height: side - 1))
    }
    return [
      .image(.init(picture, .png, width: 74, height: 74, description: title), .start),
      caption(drawing.caption),
    ]
  }

  private func photoBlocks(_ image: MapImage) throws(ExportError) -> [Document.Block] {
    guard var photo else { return [] }
    // A word processor does not turn a picture, and a large one makes a large document.
    if photo.facts.orientation != 1 || photo.bytes.count > 2 << 20 {
      photo = try reduced(photo, by: image)
    }
    let size = CardPicture.size(photo, width: 84, height: 74)
    let picture = Document.Image(
      photo.bytes, photo.kind == .png ? .png : .jpeg, width: size.width, height: size.height,
      description: photo.caption ?? title)
    return [.image(picture, .start)] + (photo.caption.map { [caption($0)] } ?? [])
  }

  /// A photograph upright, with no more pixels than a sheet can show: in a PDF each of them takes its bytes.
  func reduced(_ photo: Photo, by image: MapImage) throws(ExportError) -> Photo {
    let upright = CardPicture.upright(photo)
    let scale = min(1, 900 / max(upright.width, upright.height))
    guard scale < 1 || photo.facts.orientation != 1 else { return photo }
    let size = (
      width: (upright.width * scale).rounded(), height: (upright.height * scale).rounded()
    )
    let bytes = try draw(image, size.width, size.height, scale: 1) {
      CardPicture.draw(
        photo, &$0, in: MapRectangle(x: 0, y: 0, width: size.width, height: size.height))
    }
    return Photo(photo, png: bytes, width: size.width, height: size.height)
  }

  private func caption(_ text: String) -> Document.Block {
    .paragraph(.init([.init(text, colour: 0x6B665C, size: 8)]))
  }

  private func qrImage(_ image: MapImage) throws(ExportError) -> Document.Image? {
    guard let qr else { return nil }
    let side = Double(qr.side)
    let picture = try draw(image, side, side, scale: 12) {
      $0.path(
        qr.path(at: MapPoint(x: 0, y: 0), size: side),
        ["fill": "#000000", "shape-rendering": "crispEdges"])
    }
    return .init(picture, .png, width: 22, height: 22, description: site.code)
  }

  private func draw(
    _ image: MapImage, _ width: Double, _ height: Double, scale: Double,
    _ body: (inout SVGWriter) -> Void
  ) throws(ExportError) -> [UInt8] {
    var svg = SVGWriter()
    let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": w, "height": h,
        "viewBox": "0 0 \(w) \(h)", "font-family": MapStyle.fonts,
      ])
    svg.element("rect", ["width": w, "height": h, "fill": "#FFFFFF"])
    body(&svg)
    svg.end()
    return try image.png(
      MapPicture(title: title, date: date, width: width, height: height, svg: svg.text),
      scale: scale)
  }
}
