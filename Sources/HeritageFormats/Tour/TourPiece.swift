import Geodesy
import HeritageRegistry
import TourPlanner

/// A piece of the line of a day: on roads, straight where no way is known, or a walk.
struct TourPiece: Hashable, Sendable {
  /// A walk between a place and its road, or between two places.
  struct Walk: Hashable, Sendable {
    /// The place where it begins; nil for a road.
    var from: Labels?
    /// The place where it ends; nil for a road.
    var to: Labels?
    /// How long it is, straight.
    let length: Length
  }

  /// Where it leads along; two positions or more.
  var line: [Coordinate]
  /// What walk it is; nil for none.
  let walk: Walk?

  /// Shorter walks are not told apart from the road.
  static let leastWalk = Length.metres(20)
}

extension TourDayView {
  /// The line in pieces, in order; roads that meet at a place are one piece.
  var pieces: [TourPiece] {
    var pieces: [TourPiece] = []
    func add(_ line: [Coordinate], _ walk: TourPiece.Walk? = nil) {
      guard line.count > 1 else { return }
      if walk == nil, let last = pieces.last, last.walk == nil, last.line.last == line[0] {
        pieces[pieces.count - 1].line += line.dropFirst()
      } else {
        pieces.append(TourPiece(line: line, walk: walk))
      }
    }
    var here = (name: day.start?.name, position: day.start?.position)
    let ends = steps.map { ($0.labels, $0.coordinate) } + [(day.end?.name, day.end?.position)]
    for (number, end) in ends.enumerated() {
      let there = (name: end.0, position: end.1)
      var line = leg(number)?.path?.positions ?? []
      var walks = leg(number)?.walks ?? .none
      // A line that does not begin and end at the places is joined to them, and nobody knows how one goes there.
      if let start = here.position, line.first != start {
        line.insert(start, at: 0)
        walks.from = .metres(0)
      }
      if let end = there.position, line.last != end {
        line.append(end)
        walks.to = .metres(0)
      }
      let isFirst = walks.from >= TourPiece.leastWalk && line.count > 1
      let isLast = walks.to >= TourPiece.leastWalk && line.count > (isFirst ? 2 : 1)
      if isFirst {
        let isWhole = line.count == 2
        add(
          Array(line.prefix(2)),
          TourPiece.Walk(from: here.name, to: isWhole ? there.name : nil, length: walks.from))
      }
      add(Array(line.dropFirst(isFirst ? 1 : 0).dropLast(isLast ? 1 : 0)))
      if isLast {
        add(Array(line.suffix(2)), TourPiece.Walk(from: nil, to: there.name, length: walks.to))
      }
      if there.position != nil { here = there }
    }
    return pieces
  }

  /// The walks of the day.
  var walks: [TourPiece] { pieces.filter { $0.walk != nil } }
}

extension TourStep {
  /// The number and the name.
  fileprivate var labels: Labels? {
    Labels(zh: label + " " + name(in: .zh), en: label + " " + name(in: .en))
  }
}

extension TourWords {
  /// From where to where one walks, and how far.
  func walk(_ walk: TourPiece.Walk) -> String {
    let metres = "\(Int(walk.length.metres.rounded()))"
    let (from, to) = (walk.from?[language], walk.to?[language])
    switch (from, to) {
    case (let from?, let to?):
      return word(
        "步行：\(from) → \(to)，直线 \(metres) 米", "on foot from \(from) to \(to), \(metres) m straight")
    case (let from?, nil):
      return word(
        "步行：\(from) → 道路，直线 \(metres) 米", "on foot from \(from) to the road, \(metres) m straight")
    case (nil, let to?):
      return word(
        "步行：道路 → \(to)，直线 \(metres) 米", "on foot from the road to \(to), \(metres) m straight")
    case (nil, nil): return word("步行，直线 \(metres) 米", "on foot, \(metres) m straight")
    }
  }

  /// What the lines of a map are.
  func lineNotes(of views: [TourDayView]) -> [String] {
    let walks =
      views.allSatisfy(\.walks.isEmpty)
      ? nil : word("点线：地点与道路之间步行。", "Dotted line: on foot between a place and its road.")
    return [walks, lines(of: views)].compactMap { $0 }
  }

  /// Whose roads a plan goes on.
  func roadCredits(_ names: String) -> String { word("道路：\(names)", "Roads: \(names)") }

  /// How far a stop lies from its road; nil where that is no walk.
  func walk(to step: TourStep) -> String? {
    guard let walks = step.leg?.walks, walks.to >= TourPiece.leastWalk else { return nil }
    let metres = "\(Int(walks.to.metres.rounded()))"
    return word("从道路步行，直线 \(metres) 米", "on foot from the road, \(metres) m straight")
  }
}
