import CXML
import SystemLibraries
import Testing
import Words

@Suite("Libraries that are opened when they are needed")
struct SystemLibraryTests {
  private static func opened(_ files: String...) -> Result<xml_functions, MissingLibrary> {
    SystemLibrary("libxml2", files: files, package: "libxml2").functions(xml_functions(), xml_find)
  }

  @Test("The first file that can be opened serves, and its functions can be called")
  func opens() throws {
    let xml = try Self.opened("libno-such-file.so.1", "libxml2.so.2").get()
    xml.xmlInitParser()
    #expect(xml.xmlCtxtUseOptions(nil, 0) == -1)
  }

  @Test("A library that is nowhere is named, with its file and what to install")
  func missing() throws {
    let missing = try #require(throws: MissingLibrary.self) {
      try Self.opened("libno-such-file.so.1", "libno-such-file.so").get()
    }
    #expect(
      "\(missing)"
        == "libxml2 cannot be opened: libno-such-file.so.1: cannot open shared object file: No such file or directory"
    )
    #expect(missing.hint.text(in: .en) == "install it with: apt-get install libxml2")
  }

  @Test("A library without a function that is called is not taken for the one that was meant")
  func other() throws {
    let missing = try #require(throws: MissingLibrary.self) { try Self.opened("libm.so.6").get() }
    #expect(
      "\(missing)" == "libxml2 cannot be opened: libm.so.6: it has no xmlCreateIOParserCtxt")
  }
}
