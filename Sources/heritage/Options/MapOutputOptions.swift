import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// How a map is written.
struct MapOutputOptions: ParsableArguments {
  @Option(help: .help("map.format", value: "format"))
  var format: MapFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: .help("map.output", value: "file"),
    completion: .file(extensions: MapFormat.allCases.map(\.rawValue)))
  var output: String?

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(help: .help("output.failEmpty"))
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  /// The format asked for, or told by the ending of the file.
  var chosenFormat: MapFormat { (try? MapFormat.chosen(format, for: output)) ?? .svg }

  func validate() throws {
    let format = try MapFormat.chosen(format, for: output) ?? .svg
    if format != .svg, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(Sentence("option.pictureFile"))
    }
  }

  /// The writer of text and remarks.
  var writer: Output {
    Output(output: output, lang: lang, quiet: quiet, failEmpty: failEmpty)
  }
}

extension Output {
  /// Writes a map, which may show no relic.
  func write(_ picture: MapPicture, as format: MapFormat, isEmpty: Bool) throws {
    switch format {
    case .svg: try write(picture.svg)
    case .png: try write(picture, as: .png)
    case .pdf: try write(picture, as: .pdf)
    }
    if isEmpty { try endEmpty() }
  }

  private func write(_ picture: MapPicture, as format: MapImage.Format) throws {
    let image = try MapImage()
    func make(_ file: String) throws { try image.write(picture, to: file, as: format) }
    if let path = options.output {
      try OutputFile(path).writeFile(make)
      note(Sentence("answer.wrote", ["path": path]))
    } else {
      try OutputFile.writeToStandardOutput(make)
    }
    if !image.hasChineseFont, picture.svg.unicodeScalars.contains(where: \.properties.isIdeographic)
    {
      note(Sentence("map.noFont"))
    }
  }
}
