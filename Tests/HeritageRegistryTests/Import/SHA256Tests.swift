import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("SHA-256")
struct SHA256Tests {
  /// NIST, Cryptographic Standards and Guidelines, Examples with Intermediate Values, SHA256; NIST CAVP,
  /// SHA256ShortMsg.rsp and SHA256LongMsg.rsp; the million of FIPS 180-2, appendix B.3.
  @Test(
    "The published digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func published(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test("Lengths around the ends of blocks agree with the program sha256sum")
  func lengths() throws {
    let folder = try TemporaryFolder()
    let lengths = [1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000]
    for length in lengths {
      try folder.write(String(repeating: "x", count: length), to: "\(length)")
    }
    for length in lengths {
      let run = try Program.shell("sha256sum < \(length)", in: folder.url)
      let bytes = [UInt8](repeating: 0x78, count: length)
      #expect(run.output.hasPrefix(SHA256.hex(of: bytes)), "\(length)")
    }
  }
}
