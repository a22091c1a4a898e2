import Foundation
import Testing

@testable import Tables

@Suite("Encodings without marks")
struct TextEncodingTests {
  private static let names = [
    "樣塔", "許氏宗祠", "大橋石刻", "龍興寺遺址", "觀音閣", "普濟橋", "文廟大成殿", "李家大屋",
  ]

  private static func bytes(_ lines: [String], _ encoding: TextEncoding) throws -> [UInt8] {
    let text = (["code,name,level"] + lines.map { "E-1,\($0),county" }).joined(separator: "\r\n")
    return try [UInt8](#require(text.data(using: encoding.foundation)))
  }

  @Test("Big5 is no Chinese in GB 18030, is told, and is read where it is named")
  func big5() throws {
    for count in [2, 5, 8] {
      let bytes = try Self.bytes(Array(Self.names.prefix(count)), .big5)
      #expect(throws: TextEncodingError.implausible(.big5)) { try TextEncoding.utf8(bytes) }
      let text = String(decoding: try TextEncoding.utf8(bytes, as: .big5), as: UTF8.self)
      #expect(text.contains("E-1,樣塔,county"))
    }
  }

  @Test(
    "Texts of Japan, Korea and Western Europe are told and not read as Chinese",
    arguments: [
      (TextEncoding.shiftJIS, ["ひたちなか市の古墳", "さくら塚", "カトリック教会", "みやこの石橋"]),
      (.eucKR, ["경복궁과 창덕궁", "불국사 석굴암", "수원 화성", "남한산성의 성벽"]),
      (.latin1, ["Musée des beaux-arts", "Café Élan", "Straße am Tor", "Señor de los Ríos"]),
    ])
  func others(encoding: TextEncoding, lines: [String]) throws {
    let bytes = try Self.bytes(lines, encoding)
    #expect(throws: TextEncodingError.implausible(encoding)) { try TextEncoding.utf8(bytes) }
    let text = String(decoding: try TextEncoding.utf8(bytes, as: encoding), as: UTF8.self)
    #expect(lines.allSatisfy(text.contains))
  }

  @Test(
    "Chinese text in GB 18030 is read as such, in either script, with rare characters and beside English",
    arguments: [
      ["余家牌坊", "城头山遗址"], ["垱"], ["澧县㙍垱龘靐"], ["Temple of 文庙", "文庙 Confucian temple"],
      ["編號,名稱,級別,樣塔"],
      ["許氏宗祠", "龍興寺遺址", "觀音閣"], ["（一）〔二〕、“三”《四》"],
      [
        "王氏宗祠の碑，湖南省澧县城头山镇车溪乡南岳村",
        "余家牌坊，湖南省澧县城头山镇，清代石牌坊一座，四柱三间，保存较好",
      ],
      ["第七批全国重点文物保护单位，α β 1°39′"],
    ])
  func chinese(lines: [String]) throws {
    let bytes = try Self.bytes(lines, .gb18030)
    #expect(try TextEncoding.detect(bytes) == .gb18030)
    let text = String(decoding: try TextEncoding.utf8(bytes), as: UTF8.self)
    #expect(lines.allSatisfy(text.contains))
  }

  @Test("A byte that the named encoding does not have is a fault with its line")
  func named() throws {
    let bytes = Array("a\n".utf8) + [0x80, 0x20, 0x0A]
    #expect(throws: TextEncodingError.malformed(.utf8, line: 2)) {
      try TextEncoding.utf8(bytes, as: .utf8)
    }
  }

  @Test("Encodings have the names that people give them")
  func names() {
    #expect(TextEncoding(name: "BIG5") == .big5 && TextEncoding(name: "Shift_JIS") == .shiftJIS)
    #expect(TextEncoding(name: "gbk") == .gb18030 && TextEncoding(name: "latin-1") == .latin1)
    #expect(TextEncoding(name: "utf8") == .utf8 && TextEncoding(name: "ebcdic") == nil)
    #expect(TextEncoding.allCases.allSatisfy { TextEncoding(name: $0.rawValue) == $0 })
  }

  @Test("An encoding that is named and in which the text is none is refused with the likely one")
  func contradicted() throws {
    let big5 = try Self.bytes(Self.names, .big5)
    #expect(throws: TextEncodingError.contradicted(.gb18030, likely: .big5)) {
      try TextEncoding.utf8(big5, as: .gb18030)
    }
    let chinese = try Self.bytes(["余家牌坊", "城头山遗址", "车溪乡南岳村", "清代石牌坊一座"], .gb18030)
    for named in [TextEncoding.latin1, .gb18030] {
      if named == .gb18030 {
        #expect(throws: Never.self) { try TextEncoding.utf8(chinese, as: named) }
      } else {
        #expect(throws: TextEncodingError.contradicted(named, likely: .gb18030)) {
          try TextEncoding.utf8(chinese, as: named)
        }
      }
    }
    // Nobody can tell of a few bytes.
    let short = try Self.bytes(["垱"], .gb18030)
    #expect(throws: Never.self) { try TextEncoding.utf8(short, as: .gb18030) }
    #expect(throws: Never.self) { try TextEncoding.utf8(Array("a,b".utf8), as: .big5) }
  }
}
