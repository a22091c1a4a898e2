/// The stand-ins of a register, in the order in which they make room for relics.
///
/// For a relic leaves the first by code of its township and level; where there is none, of its township, of
/// its level, of all. What leaves for a relic depends on the relics before it alone, so that two imports
/// take what one would.
package struct StandInQueue {
  package struct StandIn {
    let id: Int64
    let code: String
    let township: String?
    let level: ProtectionLevel

    package init(id: Int64, code: String, township: String?, level: ProtectionLevel) {
      (self.id, self.code, self.township, self.level) = (id, code, township, level)
    }
  }

  /// What relics and stand-ins can share; nil where it does not matter.
  private struct Likeness: Hashable {
    let township: String?
    let level: ProtectionLevel?

    /// The likenesses of a township and a level, the closest first.
    static func all(_ township: String?, _ level: ProtectionLevel) -> [Likeness] {
      let near =
        township.map { [Likeness(township: $0, level: level), Likeness(township: $0, level: nil)] }
      return (near ?? []) + [
        Likeness(township: nil, level: level), Likeness(township: nil, level: nil),
      ]
    }
  }

  private let standIns: [StandIn]
  private var hasLeft: [Bool]
  /// The numbers of the stand-ins of a likeness, in order, and how many of them have been looked at.
  private var lines: [Likeness: (numbers: [Int], next: Int)] = [:]

  /// Lines up stand-ins that are in the order of their codes.
  init(_ standIns: [StandIn]) {
    self.standIns = standIns
    hasLeft = [Bool](repeating: false, count: standIns.count)
    for (number, standIn) in standIns.enumerated() {
      for likeness in Likeness.all(standIn.township, standIn.level) {
        lines[likeness, default: ([], 0)].numbers.append(number)
      }
    }
  }

  /// The stand-in that leaves for a relic; nil when all have left.
  ///
  /// Cost: O(1) on average.
  mutating func next(for site: Site) -> StandIn? {
    for likeness in Likeness.all(site.township, site.level) {
      while let line = lines[likeness], line.next < line.numbers.count {
        lines[likeness]?.next += 1
        let number = line.numbers[line.next]
        guard !hasLeft[number] else { continue }
        hasLeft[number] = true
        return standIns[number]
      }
    }
    return nil
  }
}
