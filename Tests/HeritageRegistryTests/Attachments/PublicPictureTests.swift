import Geodesy
import HeritageTestSupport
import Testing

@testable import HeritageRegistry

@Suite("Pictures for the public")
struct PublicPictureTests {
  private static let pictures: [(kind: AttachmentKind, bytes: [UInt8])] = [
    (.jpeg, Pictures.located), (.png, Pictures.locatedPNG), (.jpeg, Pictures.plain),
  ]

  /// What tells the place in EXIF: the seconds of latitude and longitude as rationals of ten thousandths.
  private static let rationals: [[UInt8]] = [155_544, 444_420].flatMap { number -> [[UInt8]] in
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    return [bytes, bytes.reversed()]
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }

  @Test("What they say of themselves is read: size, turn, place and day")
  func facts() throws {
    let facts = try #require(PictureFacts(Pictures.located, .jpeg))
    #expect([facts.width, facts.height, facts.orientation] == [48, 32, 6])
    #expect(facts.takenOn == "2026-11-20")
    let place = try #require(facts.position)
    #expect(abs(place.latitude - 29.587654) < 1e-9 && abs(place.longitude - 111.512345) < 1e-9)
    let png = try #require(PictureFacts(Pictures.locatedPNG, .png))
    #expect([png.width, png.height] == [24, 16])
    #expect(png.position == place)
    let plain = try #require(PictureFacts(Pictures.plain, .jpeg))
    #expect(plain.position == nil && plain.takenOn == nil && plain.orientation == 1)
  }

  @Test("None of it is left, and the picture is as it was")
  func stripped() throws {
    for (kind, bytes) in Self.pictures {
      let stripped = try #require(PublicPicture.stripped(bytes, kind))
      #expect(AttachmentKind(of: stripped) == kind)
      for secret in Pictures.secrets {
        #expect(!Self.holds(stripped, Array(secret.utf8)), "\(secret)")
      }
      for rational in Self.rationals { #expect(!Self.holds(stripped, rational)) }
      let facts = try #require(PictureFacts(stripped, kind))
      #expect(facts.position == nil && facts.takenOn == nil)
      let before = try #require(PictureFacts(bytes, kind))
      #expect([facts.width, facts.height] == [before.width, before.height])
      // It goes on standing upright.
      #expect(facts.orientation == before.orientation)
      #expect(PublicPicture.stripped(stripped, kind) == stripped)
      let bare = try #require(PublicPicture.stripped(bytes, kind, keepsTurn: false))
      #expect(PictureFacts(bare, kind)?.orientation == 1)
      #expect(!Self.holds(bare, Array("Exif".utf8)))
    }
    // A picture that says nothing stays byte by byte.
    #expect(PublicPicture.stripped(Pictures.plain, .jpeg) == Pictures.plain)
  }

  @Test("The secrets are there to be found")
  func told() {
    for secret in Pictures.secrets {
      #expect(Self.holds(Pictures.located, Array(secret.utf8)), "\(secret)")
    }
    #expect(Self.rationals.contains { Self.holds(Pictures.located, $0) })
  }

  @Test("What is cut off or another kind is none")
  func broken() {
    for (kind, bytes) in Self.pictures {
      #expect(PublicPicture.stripped(Array(bytes.dropLast(bytes.count / 2)), kind) == nil)
    }
    #expect(PublicPicture.stripped(Pictures.document(of: 100), .pdf) == nil)
    #expect(PublicPicture.stripped([0xFF, 0xD8, 0xFF], .jpeg) == nil)
    #expect(PublicPicture.stripped([], .png) == nil)
  }

  @Test(
    "Bytes that flip never crash the readers", arguments: Cases.seeds(1...8) as Range<UInt64>)
  func flips(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for (kind, bytes) in Self.pictures {
      for _ in 0..<40 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          damaged[Int.random(in: 2..<damaged.count, using: &random)] =
            UInt8.random(in: 0...255, using: &random)
        }
        damaged.removeLast(Int.random(in: 0...3, using: &random))
        _ = PictureFacts(damaged, kind)
        if let stripped = PublicPicture.stripped(damaged, kind) {
          #expect(stripped.count <= damaged.count + 38)
        }
      }
    }
  }

  @Test(
    "The kind of a file is told by its bytes",
    arguments: [
      (Pictures.plain, AttachmentKind.jpeg), (Pictures.locatedPNG, .png),
      (Array("II*\0".utf8), .tiff), (Array("MM\0*".utf8), .tiff), (Array("%PDF-1.7".utf8), .pdf),
      (Array("AC1032\0".utf8), .dwg), (Array("AC10".utf8), nil), (Array("AC10xy".utf8), nil),
      (Array("GIF89a".utf8), nil), (Array("PK\u{3}\u{4}".utf8), nil), ([], nil),
      (Array("plain text".utf8), nil),
    ] as [([UInt8], AttachmentKind?)])
  func kinds(bytes: [UInt8], kind: AttachmentKind?) { #expect(AttachmentKind(of: bytes) == kind) }
}
