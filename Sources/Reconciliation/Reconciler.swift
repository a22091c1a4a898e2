import Foundation
public import Geodesy
public import HeritageRegistry

/// Lays two surveys beside each other.
///
/// ```swift
/// let result = try Reconciler(county: "澧县").reconcile(third, fourth)
/// print(result.counts.resurveyed, result.counts.found, result.counts.gone)
/// ```
public struct Reconciler: Sendable {
  /// The county's name, which may stand before that of a relic.
  public var county: String?
  /// Townships that were merged, each with the one that it is part of now.
  public var successors: [String: String]

  /// From this score on, in bits, a pair is taken without a person: odds of 128 to 1.
  public static let sureScore = 7.0
  /// Where another choice is nearer than this, in bits, a person decides.
  public static let sureMargin = 4.0
  /// From this score on, in bits, a pair is laid before a person as the likeliest.
  static let chosenScore = -3.0
  /// Pairs below this score, in bits, are not kept as candidates.
  static let leastScore = -5.0

  /// The steps of a reconciliation.
  public enum Step: Sendable {
    /// Candidates are looked for and weighed.
    case weighing
    /// One is chosen for each.
    case choosing
  }

  /// Prepares a reconciliation.
  public init(county: String? = nil, successors: [String: String] = [:]) {
    self.county = county
    self.successors = successors
  }

  /// Reconciles two surveys.
  ///
  /// The order of the rows changes nothing, and with the surveys in each other's place the answer is the mirror
  /// image.
  ///
  /// - Parameters:
  ///   - first: The earlier survey.
  ///   - second: The later survey.
  ///   - progress: Called some times with what is done and what there is; what it throws stops
  ///     it.
  /// - Complexity: O(n log n + candidates) in time for n entries that lie scattered, O(n + candidates) in memory.
  public func reconcile(
    _ first: [SurveyedRelic], _ second: [SurveyedRelic],
    progress: (_ step: Step, _ done: Int, _ count: Int) throws -> Void
  ) rethrows -> Reconciliation {
    let firstOrder = first.indices.sorted { Self.isBefore($0, $1, in: first) }
    let secondOrder = second.indices.sorted { Self.isBefore($0, $1, in: second) }
    var (a, b) = (firstOrder.map { first[$0] }, secondOrder.map { second[$0] })
    let shift = SurveyShift.between(a, b)
    if let shift {
      for index in a.indices {
        a[index].coordinate = a[index].coordinate.map { shift.corrected($0, isFirst: true) }
      }
      for index in b.indices {
        b[index].coordinate = b[index].coordinate.map { shift.corrected($0, isFirst: false) }
      }
    }
    let surveys = PreparedSurveys(a, b, county: county, successors: successors)
    let weights = PairWeights(surveys)
    let graph = try CandidateGraph(weights) { try progress(.weighing, $0, a.count) }
    try progress(.choosing, 0, 1)
    let choice = ChosenPairs(graph, identity: a.map(Self.identity) + b.map(Self.identity))
    let divisions = Divisions(graph, choice)
    let result = ReconciliationBuilder(
      first: a, second: b, firstOrder: firstOrder, secondOrder: secondOrder, graph: graph,
      choice: choice, divisions: divisions, shift: shift
    ).reconciliation
    try progress(.choosing, 1, 1)
    return result
  }

  /// Reconciles two surveys without saying how far it is.
  public func reconcile(
    _ first: [SurveyedRelic], _ second: [SurveyedRelic]
  ) -> Reconciliation {
    reconcile(first, second) { _, _, _ in }
  }

  private static func isBefore(_ a: Int, _ b: Int, in relics: [SurveyedRelic]) -> Bool {
    if SurveyedRelic.isBefore(relics[a], relics[b]) { return true }
    return !SurveyedRelic.isBefore(relics[b], relics[a]) && a < b
  }

  /// A number that what an entry says gives it, to choose between pairs of one weight whatever their order.
  private static func identity(_ relic: SurveyedRelic) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    relic.codes.forEach(add)
    add(relic.name)
    if let place = relic.coordinate { add("\(place.longitude) \(place.latitude)") }
    add(relic.township ?? "")
    add(relic.period ?? "")
    return hash
  }
}
