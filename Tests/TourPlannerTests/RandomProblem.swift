import Hours

@testable import TourPlanner

/// Small problems from a seed.
struct RandomProblem {
  var random: SeededGenerator
  var stops = 6
  var days = 1
  var hasBreaks = false
  var hasTwoOpenings = false
  var hasFreeEnds = false
  var hasTravelLimits = false
  /// Whether the way there may be longer than the way back.
  var hasOneWays = false
  var mustSees = 0

  init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  mutating func make() throws -> TourProblem {
    let places = stops + 2
    let points = (0..<places).map { _ in (x: number(0...40), y: number(0...40)) }
    var seconds: [Int32] = []
    for a in points {
      for b in points {
        let square = Double((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))
        let detour = hasOneWays && square > 0 ? number(0...15) : 0
        seconds.append(Int32(square.squareRoot().rounded(.up)) + Int32(detour))
      }
    }
    let travel = try TravelMatrix(count: places, seconds: seconds, metres: seconds.map { $0 * 10 })
    var allDays: [TourDay] = []
    for day in 0..<days {
      let (start, end) = (number(0...20), number(120...220))
      let isFree = (
        start: hasFreeEnds && number(0...1) == 0, end: hasFreeEnds && number(0...1) == 0
      )
      var lunch: LunchBreak?
      if hasBreaks {
        let (from, length) = (number(40...90), number(10...25))
        lunch = LunchBreak(
          earliestStart: from, latestEnd: from + length + number(0...30), duration: length)
      }
      allDays.append(
        TourDay(
          name: "\(day + 1)", start: isFree.start ? nil : stops,
          end: isFree.end ? nil : stops + number(0...1), earliestDeparture: start,
          latestReturn: end, lunch: lunch,
          travelLimit: hasTravelLimits ? number(60...130) : nil))
    }
    var allStops: [TourStop] = []
    for index in 0..<stops {
      var openings: [[OpeningInterval]] = []
      for _ in 0..<days {
        let opens = number(0...120)
        var day = [
          OpeningInterval(
            opens: opens, lastAdmission: number(0...2) == 0 ? opens + number(0...60) : nil,
            closes: opens + number(10...90))
        ]
        if hasTwoOpenings, number(0...1) == 0 {
          let again = opens + number(30...100)
          day.append(OpeningInterval(opens: again, closes: again + number(10...60)))
        }
        openings.append(number(0...9) == 0 ? [] : day)
      }
      allStops.append(
        TourStop(
          id: "S\(index)", place: index, score: number(1...20), visitSeconds: number(0...25),
          openings: openings, isMustSee: index < mustSees,
          pinnedDay: number(0...9) == 0 ? number(0...(days - 1)) : nil))
    }
    return try TourProblem(stops: allStops, days: allDays, travel: travel)
  }
}
