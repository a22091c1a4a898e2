import Foundation
import Tables
import Testing

@Suite("Text that a program has damaged")
struct TextDamageTests {
  @Test(
    "Each kind of damage is told",
    arguments: [
      ("样\u{FFFD}塔", TextDamage.lostCharacter), ("&nbsp;样祠&nbsp;", .entity("&nbsp;")),
      ("样&#183;桥", .entity("&#183;")), ("样村<br>二组", .tag("<br>")), ("<P>样村</p>", .tag("<P>")),
      ("样???遗址", .questionMarks), ("????", .questionMarks), ("样_x000D_井", .escape("_x000D_")),
      ("鏍峰", .otherEncoding("样…")), ("æ¾§åŽ¿æ–‡åº™", .otherEncoding("澧县文庙")),
      ("³ÇÍ·É½ÒÅÖ·", .otherEncoding("城头山遗址")), ("锟斤拷锟斤拷", .otherEncoding("…")),
    ])
  func damage(text: String, expected: TextDamage) {
    #expect(TextDamage(in: text) == expected)
  }

  @Test("Text of UTF-8 that was read as GBK is told, and what it was")
  func mojibake() throws {
    let gbk = String.Encoding(rawValue: 0x8000_0632)
    for name in ["城头山遗址", "余家牌坊", "澧州文庙", "彭头山遗址（新石器时代）", "三元宫"] {
      // Half a character is lost of an odd number of bytes.
      guard name.utf8.count % 2 == 0, let text = String(data: Data(name.utf8), encoding: gbk)
      else { continue }
      #expect(TextDamage(in: text) == .otherEncoding(name))
    }
  }

  @Test(
    "What people write is no damage",
    arguments: [
      "城头山遗址", "澧峰书院", "鏍", "样□桥", "<塔>&“庙”]]>", "A & B; C", "何时？？", "What? 何时?", "三·一八",
      "Musée d’Orsay",
      "Čeněk Ždár", "=1+1", "a_x_b", "R&D;", "浅草寺（せんそうじ）", "",
    ])
  func sound(text: String) {
    #expect(TextDamage(in: text) == nil)
  }
}
