import Geodesy
import HeritageRegistry
import MadeSurveys
import Testing

@testable import Reconciliation

@Suite("Two surveys laid beside each other")
struct ReconcilerTests {
  @Test("on made surveys, what is sure is right and little is missed", arguments: 101...104)
  func madeSurveys(seed: UInt64) {
    let made = MadeSurveys(count: 300, found: 30, seed: seed)
    let result = Reconciler().reconcile(made.first, made.second)
    let sure = result.pairs.filter(\.isSure)
    let right = sure.count {
      made.links.contains(.init(first: $0.first, second: $0.second))
    }
    #expect(right == sure.count)
    #expect(Double(right) >= 0.8 * Double(made.links.count))
    #expect(made.gone.subtracting(result.gone).count <= 2)
    #expect(made.new.subtracting(result.new).count <= 2)
    let counts = result.counts
    #expect(counts.total == made.second.count)
    #expect(counts.resurveyed + counts.found == counts.total)
  }

  @Test("the evidence of every pair sums up to its score", arguments: 201...202)
  func evidenceSums(seed: UInt64) {
    let made = MadeSurveys(count: 200, found: 20, seed: seed)
    let result = Reconciler().reconcile(made.first, made.second)
    for pair in result.pairs {
      let sum = result.evidence(first: pair.first, second: pair.second)
        .reduce(0) { $0 + $1.bits }
      #expect(abs(sum - pair.score) < 0.02, "\(pair)")
    }
  }

  @Test("a survey beside itself is all kept", arguments: 301...302)
  func itself(seed: UInt64) {
    let made = MadeSurveys(count: 300, found: 0, seed: seed)
    let result = Reconciler().reconcile(made.first, made.first)
    #expect(result.pairs.map(\.first) == Array(made.first.indices))
    #expect(result.pairs.allSatisfy { $0.first == $0.second && $0.verdicts == [.kept] })
    #expect(result.gone.isEmpty && result.new.isEmpty && result.divisions.isEmpty)
  }

  @Test(
    "with the surveys in each other's place the answer is the mirror image", arguments: 401...403)
  func mirror(seed: UInt64) {
    let made = MadeSurveys(count: 300, found: 30, seed: seed)
    let there = Reconciler().reconcile(made.first, made.second)
    let back = Reconciler().reconcile(made.second, made.first)
    #expect(Summary(there) == Summary(back).mirrored)
  }

  @Test("the order of the rows changes nothing", arguments: 501...503)
  func order(seed: UInt64) {
    let made = MadeSurveys(count: 300, found: 30, seed: seed)
    let (first, second) = (Array(made.first.reversed()), Array(made.second.reversed()))
    let other = Reconciler().reconcile(first, second)
    func turned(_ result: Reconciliation) -> Summary {
      Summary(result, first: { first.count - 1 - $0 }, second: { second.count - 1 - $0 })
    }
    #expect(Summary(Reconciler().reconcile(made.first, made.second)) == turned(other))
  }
}

/// What an answer says, without the order of its rows.
struct Summary: Equatable {
  var pairs: Set<[String]> = []
  var divisions: Set<[String]> = []
  var gone: Set<Int>
  var new: Set<Int>

  init(
    _ result: Reconciliation, first: (Int) -> Int = { $0 }, second: (Int) -> Int = { $0 }
  ) {
    pairs = Set(
      result.pairs.map {
        [
          "\(first($0.first))", "\(second($0.second))", "\($0.score)", "\($0.margin)",
          "\($0.isSure)",
        ]
          + $0.verdicts.map(\.rawValue)
      })
    divisions = Set(
      result.divisions.map { division in
        let isSplit = division.verdict == .split
        return [
          division.verdict.rawValue, "\(isSplit ? first(division.whole) : second(division.whole))",
        ]
          + division.parts.map { isSplit ? second($0) : first($0) }.sorted().map(String.init)
      })
    gone = Set(result.gone.map(first))
    new = Set(result.new.map(second))
  }

  /// The same with the surveys in each other's place.
  var mirrored: Summary {
    var summary = self
    summary.pairs = Set(pairs.map { [$0[1], $0[0]] + $0.dropFirst(2) })
    summary.divisions = Set(
      divisions.map { [$0[0] == "split" ? "merged" : "split"] + $0.dropFirst() })
    (summary.gone, summary.new) = (new, gone)
    return summary
  }
}
