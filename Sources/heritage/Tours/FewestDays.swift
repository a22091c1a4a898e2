import HeritageRegistry
import TourPlanner

/// Adds days until every must-see fits.
struct FewestDays {
  /// A plan of the fewest days that were found.
  struct Answer {
    let itinerary: Itinerary
    let count: Int
    /// Whether it was proved that one day less does not do.
    let isProved: Bool

    /// The number of days and what it is worth, as a sentence.
    func remark(in language: Language) -> String {
      if count == 1 { return language == .zh ? "1 天可以全部看完。" : "1 day visits all of them." }
      if language == .zh {
        return "\(count) 天可以全部看完" + (isProved ? "，已证明不能再少。" : "；更少是否可行，未能证明。")
      }
      return "\(count) days visit all of them"
        + (isProved ? "; fewer do not, as is proved." : "; that fewer do not is not proved.")
    }
  }

  let search: TourSearch

  /// The plan of the fewest days, each number of days being a problem.
  ///
  /// - Throws: ``Failure`` when the relics do not fit into the most days that are tried.
  func find(most: Int, _ problem: (Int) throws -> TourProblem) throws -> Answer {
    try refuseWhatNeverFits(try problem(most))
    var isProved = true
    for count in 1...most {
      let problem = try problem(count)
      do throws(MustSeeClash) {
        let itinerary = try search.itinerary(problem)
        return Answer(itinerary: itinerary, count: count, isProved: isProved || count == 1)
      } catch {
        isProved = error.isProved
        if count == most { throw TourSearch.failure(error) }
      }
    }
    throw Failure("no number of days was tried", hint: nil, status: .failed)
  }

  /// Names the first relic that does not fit into any day by itself.
  private func refuseWhatNeverFits(_ problem: TourProblem) throws {
    for (index, stop) in problem.stops.enumerated() {
      guard let reason = problem.reasonAgainst(stopAlone: index) else { continue }
      throw Failure(
        "\(stop.id) fits into none of the days \(problem.days.first?.name ?? "") to "
          + "\(problem.days.last?.name ?? ""): \(reason)",
        hint: "leave it out of --sites, or change --visit, --hours or the day", status: .badData)
    }
  }
}
