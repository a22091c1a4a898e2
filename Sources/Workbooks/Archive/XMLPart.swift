import CXML
import Glibc
import Words

/// Where the bytes of a part come from.
package protocol XMLPartSource: AnyObject {
  /// Begins to read a part.
  func open(_ part: String) throws(WorkbookError)
  /// Reads the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(WorkbookError) -> Int
  /// Leaves the part as it is.
  func abandon()
}

extension ZIPArchive: XMLPartSource {}

/// A file of XML that is in no archive.
package final class PlainPart: XMLPartSource {
  private let bytes: [UInt8]
  private var offset = 0

  /// A file in memory.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func open(_ part: String) { offset = 0 }

  package func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
    let count = min(count, bytes.count - offset)
    bytes.withUnsafeBytes { all in
      guard count > 0, let start = all.baseAddress else { return }
      buffer.copyMemory(from: start + offset, byteCount: count)
    }
    offset += count
    return count
  }

  package func abandon() {}
}

/// What reads the elements of a part.
///
/// Elements of foreign namespaces, with all that is in them, are not told.
package protocol XMLPartReader: AnyObject {
  /// The name of the outermost element.
  var root: StaticString { get }
  /// The namespaces whose elements are told; nil where all are.
  var spaces: [String]? { get }
  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError)
  /// Text, in pieces; it is UTF-8.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError)
  /// An element ends.
  func end(_ name: XMLName) throws(WorkbookError)
}

extension XMLPartReader {
  /// The namespaces of spreadsheets and of relationships, transitional and strict (ECMA-376-1, A;
  /// ECMA-376-2, 6.5.2).
  package var spaces: [String]? {
    [
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
      "http://schemas.openxmlformats.org/package/2006/relationships",
    ]
  }
}

/// A part of a workbook while libxml2 reads it, piece by piece as it is unpacked.
///
/// No document type is accepted, so that there are no entities but XML's own five, and nothing is ever
/// fetched; libxml2's own caps on depth and on the length of names and attributes stay in force.
package final class XMLPart {
  private let name: String
  private let archive: any XMLPartSource
  private let reader: any XMLPartReader
  private let xml: xml_functions
  private let spaces: [[CChar]]?
  private var context: xmlParserCtxtPtr?
  private var failure: WorkbookError?
  private var depth = 0
  private var foreignFrom: Int?
  private var hasRoot = false

  private init(
    _ name: String, in archive: any XMLPartSource, to reader: any XMLPartReader
  ) throws(WorkbookError) {
    (self.name, self.archive, self.reader) = (name, archive, reader)
    xml = try Libraries.xml()
    spaces = reader.spaces?.map(\.utf8CString).map(Array.init)
  }

  /// Reads a part from its beginning to its end.
  ///
  /// - Throws: ``WorkbookError`` of the archive, of the XML or of the reader, whichever comes first.
  package static func read(
    _ name: String, in archive: any XMLPartSource, to reader: any XMLPartReader
  ) throws(WorkbookError) {
    try XMLPart(name, in: archive, to: reader).run()
  }

  private func run() throws(WorkbookError) {
    try archive.open(name)
    xml.xmlInitParser()
    let this = Unmanaged.passUnretained(self).toOpaque()
    var handler = Self.handler
    let context = xml.xmlCreateIOParserCtxt(
      &handler, this, Self.unpack, nil, this, XML_CHAR_ENCODING_NONE)
    guard let context else {
      archive.abandon()
      throw failure ?? damaged(Sentence("workbook.noXML"))
    }
    self.context = context
    // NOENT: without a document type there are only the five entities of XML, in attributes as well.
    let options = [XML_PARSE_NONET, XML_PARSE_NOENT, XML_PARSE_NOERROR, XML_PARSE_NOWARNING]
    _ = xml.xmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
    withExtendedLifetime(self) { _ = xml.xmlParseDocument(context) }
    let isWellFormed = context.pointee.wellFormed == 1
    xml.xmlFreeParserCtxt(context)
    self.context = nil
    if failure == nil, isWellFormed, hasRoot {
      // What follows the last element is unpacked too, for the checksum.
      try drain()
      return
    }
    archive.abandon()
    throw failure
      ?? damaged(
        isWellFormed
          ? Sentence("workbook.otherRoot", ["root": "\(reader.root)"]) : Sentence("workbook.noXML"))
  }

  private func drain() throws(WorkbookError) {
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 1)
    defer { buffer.deallocate() }
    while try archive.read(into: buffer, count: 4096) > 0 {}
  }

  private func damaged(_ reason: Sentence) -> WorkbookError {
    .damagedPart(name, line: context.map { Int(xml.xmlSAX2GetLineNumber($0)) }, reason: reason)
  }

  /// Runs what may fail; the first failure ends the reading.
  private func attempt(_ body: () throws(WorkbookError) -> Void) {
    guard failure == nil else { return }
    do throws(WorkbookError) { try body() } catch {
      failure = error
      xml.xmlStopParser(context)
    }
  }
}

// MARK: - What libxml2 calls

extension XMLPart {
  private static func of(_ opaque: UnsafeMutableRawPointer?) -> XMLPart? {
    opaque.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let unpack: xmlInputReadCallback = { opaque, buffer, count in
    guard let part = XMLPart.of(opaque), let buffer, part.failure == nil else { return -1 }
    do throws(WorkbookError) {
      return Int32(try part.archive.read(into: buffer, count: Int(count)))
    } catch {
      part.failure = error
      return -1
    }
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { opaque, name, _, space, _, _, count, _, attributes in
      guard let part = XMLPart.of(opaque), let name else { return }
      part.attempt { () throws(WorkbookError) in
        try part.start(
          XMLName(bytes: name), in: space, XMLAttributes(first: attributes, count: Int(count)))
      }
    }
    handler.endElementNs = { opaque, name, _, _ in
      guard let part = XMLPart.of(opaque), let name else { return }
      part.attempt { () throws(WorkbookError) in try part.end(XMLName(bytes: name)) }
    }
    handler.characters = { opaque, bytes, count in
      guard let part = XMLPart.of(opaque), part.foreignFrom == nil else { return }
      part.attempt { () throws(WorkbookError) in
        try part.reader.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { opaque, _, _, _ in
      guard let part = XMLPart.of(opaque) else { return }
      part.attempt { () throws(WorkbookError) in
        throw part.damaged(Sentence("workbook.documentType"))
      }
    }
    handler.serror = { opaque, error in
      guard let part = XMLPart.of(opaque), part.failure == nil, let error,
        error.pointee.level == XML_ERR_FATAL
      else { return }
      let message = (error.pointee.message.map { String(cString: $0) } ?? "damaged").onOneLine
      part.failure = .damagedPart(
        part.name, line: Int(error.pointee.line),
        reason: Sentence("workbook.damagedXML", ["message": message])
      )
    }
    return handler
  }

  private func start(
    _ name: XMLName, in space: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes
  ) throws(WorkbookError) {
    depth += 1
    guard foreignFrom == nil else { return }
    if let spaces {
      guard let space, spaces.contains(where: { strcmp($0, space) == 0 }) else {
        foreignFrom = depth
        return
      }
    }
    if depth == 1 {
      guard reader.root ~= name else {
        throw damaged(Sentence("workbook.otherRoot", ["root": "\(reader.root)"]))
      }
      hasRoot = true
    }
    try reader.start(name, attributes)
  }

  private func end(_ name: XMLName) throws(WorkbookError) {
    depth -= 1
    guard let foreign = foreignFrom else { return try reader.end(name) }
    if depth < foreign { foreignFrom = nil }
  }
}

extension String {
  /// The text with its line breaks as spaces.
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
