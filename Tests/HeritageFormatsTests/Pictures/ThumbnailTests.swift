import HeritageTestSupport
import Testing

@testable import HeritageFormats
@testable import HeritageRegistry

@Suite("Thumbnails")
struct ThumbnailTests {
  @Test(
    "A picture is made as small as it is asked for, upright, and never larger than it is",
    arguments: [(320, 32, 48), (48, 32, 48), (24, 16, 24), (1, 1, 1)])
  func sizes(side: Int, width: Int, height: Int) throws {
    let small = try #require(try Thumbnail().make(Pictures.located, .jpeg, maxPixels: side))
    let facts = try #require(PictureFacts(small, .jpeg))
    #expect([facts.width, facts.height, facts.orientation] == [width, height, 1])
    #expect(facts.position == nil && facts.takenOn == nil)
    #expect(try Thumbnail().make(Pictures.located, .jpeg, maxPixels: side) == small)
  }

  @Test("A PNG becomes a JPEG, and a document nothing")
  func kinds() throws {
    let small = try #require(try Thumbnail().make(Pictures.locatedPNG, .png))
    #expect(AttachmentKind(of: small) == .jpeg)
    #expect(try Thumbnail().make(Pictures.document(of: 100), .pdf) == nil)
  }

  @Test("A picture that is cut off, or has more pixels than are read, is refused")
  func refused() throws {
    #expect(throws: ThumbnailError.unreadable(Sentence("thumbnail.broken"))) {
      try Thumbnail().make(Array(Pictures.plain.prefix(300)), .jpeg)
    }
    // The frame that the picture shows is the last one: its height and width stand behind its length and depth.
    var huge = Pictures.plain
    let frame = try #require(
      huge.indices.dropLast(8).last { huge[$0] == 0xFF && huge[$0 + 1] == 0xC0 })
    for place in 5...8 { huge[frame + place] = 0xFF }
    #expect(throws: ThumbnailError.tooLarge(width: 65535, height: 65535)) {
      try Thumbnail().make(huge, .jpeg)
    }
  }
}
