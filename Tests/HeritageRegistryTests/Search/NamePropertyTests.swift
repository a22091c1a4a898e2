import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Names and everything that finds them", .everyStore)
struct NamePropertyTests {
  /// The names of the county's pack and 500 made of its characters, ten times as many in a long check, and a register of them.
  private static let made = Result {
    var random = SplitMix64(seed: 4)
    let county = try TestRegister.lixian.get().open().sites(matching: SiteQuery()).items.map(
      \.nameZH)
    let characters = Array(county.joined()) + Array("峯臺嶽乐长重石车單AＢ·（）x9")
    let names =
      county
      + (0..<Cases.count(500)).map { _ in
        String(
          (0..<(2 + Int(random.unit() * 7))).map { _ in
            characters[Int(random.unit() * Double(characters.count))]
          })
      }
    var pack = CountyPack(emptyCounty: "名县")
    pack.sites = names.enumerated().map { number, name in
      Dossier(
        Site(
          code: "N-\(10_000 + number)", nameZH: name,
          category: Category.allCases[number % 6], level: ProtectionLevel.allCases[number % 5],
          levelBasis: .stated, position: nil, disclosure: .open, provenance: .survey))
    }
    return (names: names, register: try TestRegister(pack))
  }

  @Test("Every part of a name of 1 to 8 characters finds it, and nothing that does not contain it")
  func substrings() throws {
    let (names, register) = try Self.made.get()
    let registry = try register.open()
    // Every part of every folded name and of every plain spelling, and the names that hold it.
    func parts(of names: [[UInt16]]) -> [[UInt16]: Set<Int>] {
      var holders: [[UInt16]: Set<Int>] = [:]
      for (number, name) in names.enumerated() {
        for start in name.indices {
          for end in start..<min(name.count, start + 20) {
            holders[Array(name[start...end]), default: []].insert(number)
          }
        }
      }
      return holders
    }
    let folded = names.map(NameFolding.fold)
    let (holders, plainHolders) = (parts(of: folded), parts(of: folded.map(PlainSpelling.of)))
    let parts = Set(
      names.map(Array.init).flatMap { name in
        name.indices.flatMap { start in
          (start..<min(name.count, start + 8)).map { String(name[start...$0]) }
        }
      })
    try registry.read { state in
      let ids = try Self.ids(in: state)
      for part in parts {
        let found = Set(try NameSearch(part, in: state).containing())
        let text = NameFolding.fold(part)
        let expected = (holders[text] ?? []).union(plainHolders[PlainSpelling.of(text)] ?? [])
        #expect(found == Set(expected.compactMap { ids["N-\(10_000 + $0)"] }))
      }
    }
  }

  /// The rows of all relics by code.
  private static func ids(in state: any RegisterState) throws -> [String: RowID] {
    var ids: [String: RowID] = [:]
    try state.forEachCandidate(ResolvedQuery(SiteQuery()), in: .every) { row in
      ids[row.code] = row.id
      return true
    }
    return ids
  }

  @Test("Every beginning of how a name is read finds it")
  func pinyinPrefixes() throws {
    let (names, register) = try Self.made.get()
    let registry = try register.open()
    var random = SplitMix64(seed: 6)
    try registry.read { state in
      let ids = try Self.ids(in: state)
      // All names of the county, and of the others one in four, or all of them.
      for (number, name) in names.enumerated()
      where number < 37 || number % 4 < Cases.count(1) {
        // One of the readings of each character; what is no Han character stands for itself.
        var letters: [UInt16] = []
        for unit in NameFolding.fold(name) {
          let readings = Array(HanTable.shared.readings(of: unit))
          guard !readings.isEmpty else {
            letters.append(unit)
            continue
          }
          let syllable = readings[Int(random.unit() * Double(readings.count))]
          letters += HanTable.shared.syllables[Int(syllable)].map(UInt16.init)
        }
        guard letters.allSatisfy(ReadingPattern.isLetter) else { continue }
        let id = try #require(ids["N-\(10_000 + number)"])
        let lengths =
          number < 37 ? Array(1...letters.count) : [1 + Int(random.unit() * Double(letters.count))]
        for length in lengths {
          let text = String(decoding: letters.prefix(length), as: UTF16.self)
          let search = try NameSearch(text, in: state)
          let found = try search.candidates(.syllables, limit: .max).found
          #expect(found.contains { $0.site == id }, "\(text) should find \(name)")
        }
      }
    }
  }

  @Test(
    "A page at a time gives what one answer gives, in the order of a look at every name",
    arguments: ["山", "城", "家岗", "遗", "shan", "s", "jia", "x", "遗址"])
  func pages(text: String) throws {
    let (names, register) = try Self.made.get()
    let registry = try register.open()
    let looked = NameFolding.fold(text)
    for category in [nil, Category.ancientTomb] {
      var query = SiteQuery()
      query.categories = category.map { [.category($0)] } ?? []
      let all = try registry.search(text, limit: .max, matching: query).items
      // What a look at every name says of the first three kinds.
      let literal = names.indices.compactMap { number -> (Int, Int, String)? in
        guard category == nil || Category.allCases[number % 6] == category else { return nil }
        let name = NameFolding.fold(names[number])
        let kind =
          name == looked
          ? 0
          : name.starts(with: looked)
            ? 1 : name.indices.contains { name[$0...].starts(with: looked) } ? 2 : nil
        return kind.map { ($0, ProtectionLevel.allCases[number % 5].rank, "N-\(10_000 + number)") }
      }.sorted { $0 < $1 }.map(\.2)
      #expect(all.filter { $0.match.kind <= .substring }.map(\.site.code) == literal)
      for limit in [1, 7, 40] {
        var (found, rounds) = ([String](), 0)
        query.cursor = nil
        repeat {
          let page = try registry.search(text, limit: limit, matching: query)
          found += page.items.map(\.site.code)
          query.cursor = page.next
          rounds += 1
        } while query.cursor != nil && rounds < Cases.count(5)
        #expect(found == Array(all.map(\.site.code).prefix(found.count)))
        #expect(query.cursor != nil || found.count == all.count)
      }
    }
  }

  @Test("The edits that bits count are those that a table counts")
  func edits() {
    var random = SplitMix64(seed: 7)
    func word(_ longest: Int) -> String {
      String(
        (0..<(2 + Int(random.unit() * Double(longest)))).map { _ in
          Array("abcd")[Int(random.unit() * 4)]
        })
    }
    for _ in 0..<Cases.count(3000) {
      let (text, name) = (word(6), word(9))
      let units = Array(name.utf16)
      let pattern = EditPattern(Array(text.utf16), edits: 2)
      let whole = EditDistance.between(text, name)
      #expect(
        pattern.distance(to: units[...], isWhole: true) == ((1...2).contains(whole) ? whole : nil))
      let characters = Array(name)
      var least = text.count
      for start in 0...characters.count {
        for end in start...characters.count {
          least = min(least, EditDistance.between(text, String(characters[start..<end])))
        }
      }
      #expect(
        pattern.distance(to: units[...], isWhole: false) == ((1...2).contains(least) ? least : nil))
    }
  }

  @Test("Near misses are what a look at every name gives")
  func nearMisses() throws {
    let (names, _) = try Self.made.get()
    var pack = NamePack()
    for (number, name) in names.enumerated() {
      pack.append(NameFolding.fold(name), kind: .name, site: Int64(number))
    }
    pack.notePlaces()
    var random = SplitMix64(seed: 8)
    for _ in 0..<Cases.count(60) {
      var text = NameFolding.fold(names[Int(random.unit() * Double(names.count))])
      text[Int(random.unit() * Double(text.count))] = 0x4E00
      guard (3...12).contains(text.count) else { continue }
      var collector = FindCollector(limit: .max)
      NearMissScan(text)?.scanEdits(pack, into: &collector)
      let pattern = EditPattern(text, edits: text.count <= 4 ? 1 : 2)
      let expected = (0..<pack.count).filter {
        pattern.distance(to: pack.name($0), isWhole: false) != nil
      }
      #expect(collector.finds.joined().map(\.number).sorted() == expected)
    }
  }

  @Test("Packed names are read as they were written, and damaged ones are not read")
  func bytes() throws {
    var pack = NamePack()
    pack.append(NameFolding.fold("城头山遗址"), kind: .name, site: 1)
    pack.append(NameFolding.fold("Chengtoushan site"), kind: .english, site: 1)
    pack.append([], kind: .alias, site: 2)
    let bytes = pack.bytes
    let read = try #require(bytes.withUnsafeBytes { NamePack(bytes: $0) })
    #expect(read.units == pack.units)
    #expect(read.starts == pack.starts)
    #expect(read.sites == [1, 1])
    #expect(read.kinds == [.name, .english])
    // Lengths that do not fit, numbers beyond any file, names that run into each other.
    for (place, value) in [(7, UInt8(0xFF)), (24, 9), (40, 1)] {
      var broken = bytes
      broken[place] = value
      #expect(broken.withUnsafeBytes { NamePack(bytes: $0) }?.units != pack.units || place == 40)
    }
    for length in 0..<bytes.count {
      #expect(bytes[..<length].withUnsafeBytes { NamePack(bytes: $0) } == nil)
    }
  }

  @Test(
    "Folding makes one of what people take for one",
    arguments: [
      ("城頭山遺址", "城头山遗址"), ("ＬＸ－０００１", "lx-0001"), ("峯", "峰"), ("澧 縣", "澧县"), ("Ａb C", "abc"),
      ("Élan", "elan"), ("①", "1"), ("㎡", "m2"), ("臺灣", "台湾"), ("（南）", "(南)"),
    ])
  func folding(text: String, folded: String) {
    #expect(NameFolding.fold(text) == Array(folded.utf16))
  }
}
