import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// A conformance class is listed where every abstract test of it is a test here, named by its id.
@Suite struct ConformanceTests {
  /// The ids in the names of the tests of this room: `core/fc-op, fc-links: words`.
  private static let named: Set<String> = {
    let folder = Program.package.appendingPathComponent("Tests/HeritageServerTests")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var ids: Set<String> = []
    for name in names where name.hasSuffix("Tests.swift") {
      let text =
        (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
      // A name stands on one line, or on several that end in a backslash.
      for match in text.matches(of: #/@Test\(\s*"+([^"]+)"/#) {
        let name = match.1.filter { $0 != "\\" && !$0.isNewline }
        var group: Substring?
        // What follows a colon is words.
        for part in name.split(separator: ":")[0].split(separator: ",") {
          let id = part.drop { $0 == " " }
          if let slash = id.firstIndex(of: "/") { group = id[..<slash] }
          guard let group else { continue }
          ids.insert(id.contains("/") ? String(id) : "\(group)/\(id)")
        }
      }
    }
    return ids
  }()

  @Test("Every abstract test of every listed class is a test of this room")
  func rows() {
    var count = 0
    for uri in Conformance.classes {
      let group = String(uri.split(separator: "/").last ?? "")
      // The draft's name of a class that has its tests under its own.
      guard group != "basic-spatial-operators" else { continue }
      guard let names = AbstractTests.byClass[group] else {
        Issue.record("\(group) is listed and has no tests")
        continue
      }
      for name in names.split(whereSeparator: \.isWhitespace) {
        #expect(Self.named.contains("\(group)/\(name)"), "\(group)/\(name)")
        count += 1
      }
    }
    #expect(count == 123)
  }

  @Test("Every method of the executable suite asserts what one of them asserts")
  func suite() {
    var count = 0
    for (id, methods) in AbstractTests.suite {
      #expect(Self.named.contains(id), "\(id)")
      count += methods.split(whereSeparator: \.isWhitespace).count
    }
    #expect(count == 80)
  }
}
