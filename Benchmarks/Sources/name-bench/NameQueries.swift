import Foundation

/// The texts that are looked for, by class, drawn from the names of a table.
struct NameQueries {
  /// A class of texts.
  struct Class {
    let name: String
    let texts: [String]
    /// Whether `LIKE` finds the same.
    let isPlain: Bool
  }

  private static let perClass = 300

  private struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A linear congruential generator (Knuth, *The Art of Computer Programming*, volume 2, 3.3.4).
    mutating func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  let classes: [Class]

  init(names: [String], seed: UInt64) {
    var numbers = Numbers(seed: seed)
    var frequencies: [Character: Int] = [:]
    for name in names { for character in name { frequencies[character, default: 0] += 1 } }
    let common = frequencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    func pick(_ least: Int) -> [Character] {
      while true {
        let name = Array(names[numbers.next(below: names.count)])
        if name.count >= least { return name }
      }
    }
    func parts(_ count: Int) -> [String] {
      (0..<Self.perClass).map { _ in
        let name = pick(count)
        let start = numbers.next(below: name.count - count + 1)
        return String(name[start..<start + count])
      }
    }
    func reading(_ characters: [Character]) -> [String] {
      String(characters).applyingTransform(.mandarinToLatin, reverse: false)?
        .applyingTransform(.stripDiacritics, reverse: false)?
        .split(separator: " ").map(String.init) ?? []
    }
    let ones = common.prefix(50).map { String($0) } + parts(1).dropLast(50)
    classes = [
      Class(name: "1 character", texts: ones, isPlain: true),
      Class(name: "2 characters", texts: parts(2), isPlain: true),
      Class(name: "3 characters", texts: parts(3), isPlain: true),
      Class(name: "6 characters", texts: parts(6), isPlain: true),
      Class(
        name: "pinyin", texts: (0..<Self.perClass).map { _ in reading(pick(3)).joined() },
        isPlain: false),
      Class(
        name: "initials",
        texts: (0..<Self.perClass).map { _ in
          reading(pick(3)).map { String($0.prefix(1)) }.joined()
        }, isPlain: false),
      Class(
        name: "near miss",
        texts: (0..<Self.perClass).map { _ in
          var name = pick(4)
          let place = numbers.next(below: name.count)
          name[place] = common[numbers.next(below: common.count)]
          return String(name)
        }, isPlain: false),
    ]
  }
}
