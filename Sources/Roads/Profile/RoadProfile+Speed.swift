import TourPlanner

extension RoadProfile {
  /// The speed on a way, before what a sign limits; nil where the mode does not use it.
  func speed(of tags: [String: String], isAllowed: Bool) -> Double? {
    guard let highway = tags["highway"] else { return nil }
    var speed = speeds[highway]
    switch mode {
    case .drive:
      // A way that cars are expressly let onto is a road, whatever its class.
      if speed == nil, isAllowed, ["track", "path", "road", "pedestrian"].contains(highway) {
        speed = Self.trackSpeed
      }
    case .cycle:
      if isAllowed, ["footway", "pedestrian"].contains(highway) {
        speed = speeds["cycleway"]
      } else if speed == nil, isAllowed, highway != "construction", highway != "proposed" {
        speed = speeds["road"]
      }
      if tags["bicycle"] == "dismount" { speed = speed.map { min($0, Self.pushingSpeed) } }
    case .walk:
      // A way for bicycles is one for people on foot where a tag says so.
      if speed == nil, isAllowed, ["motorway", "trunk", "trunk_link", "cycleway"].contains(highway)
      {
        speed = speeds["road"]
      }
    }
    guard var speed else { return nil }
    if mode == .walk { return speed * Self.footing(on: tags["surface"]) }
    let caps = [
      tags["surface"].flatMap { Self.surfaces[$0] },
      tags["tracktype"].flatMap { Self.trackTypes[$0] },
      tags["smoothness"].flatMap { Self.smoothness[$0] },
    ].compactMap { $0 }
    speed = caps.reduce(speed, min)
    return speed > 0 ? speed : nil
  }

  /// The speed of a car under the limit that a sign sets: four fifths of it; others keep theirs.
  func speed(_ speed: Double, limitedBy tags: [String: String], suffix: String) -> Double {
    guard mode == .drive,
      let limit = (tags["maxspeed:\(suffix)"] ?? tags["maxspeed"]).flatMap(Self.limit)
    else { return speed }
    let highway = tags["highway"] ?? ""
    let reached = limit * 0.8
    // A limit is no reason to drive faster over a track or a yard.
    let isSlow = ["track", "road", "service", "living_street", "path"].contains(highway)
    let caps = [
      tags["surface"].flatMap { Self.surfaces[$0] },
      tags["tracktype"].flatMap { Self.trackTypes[$0] },
      tags["smoothness"].flatMap { Self.smoothness[$0] },
    ].compactMap { $0 }
    return caps.reduce(isSlow ? min(reached, speed) : reached, min)
  }

  /// Kilometres per hour of `50`, `30 mph`, `none`, `walk`, `CN:urban`; nil for what says nothing.
  static func limit(_ text: String) -> Double? {
    let text = text.lowercased()
    switch text {
    case "none": return 140
    case "walk": return 5
    default: break
    }
    if let known = limitsByLaw[text] { return known }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number > 0, number < 1000 else { return nil }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }
    switch unit {
    case "", "km/h", "kmh", "kph": return number
    case "mph": return number * 1.609_344
    case "knots": return number * 1.852
    default: return unit.hasPrefix(";") ? number : nil
    }
  }

  /// What the law of a country says of a kind of road.
  private static let limitsByLaw: [String: Double] = [
    "cn:urban": 50, "cn:rural": 70, "cn:trunk": 80, "cn:motorway": 120, "cn:living_street": 20,
    "urban": 50, "rural": 70,
  ]

  /// Kilometres per hour at most, on a surface.
  private static let surfaces: [String: Double] = [
    "cement": 80, "compacted": 80, "fine_gravel": 80, "paving_stones": 60, "metal": 60,
    "bricks": 60, "grass": 40, "wood": 40, "sett": 40, "grass_paver": 40, "gravel": 40,
    "unpaved": 40, "ground": 40, "dirt": 40, "pebblestone": 40, "cobblestone": 30, "clay": 30,
    "earth": 20, "stone": 20, "rocky": 20, "sand": 20, "mud": 10,
  ]
  private static let trackTypes: [String: Double] = [
    "grade1": 60, "grade2": 40, "grade3": 30, "grade4": 25, "grade5": 20,
  ]
  private static let smoothness: [String: Double] = [
    "intermediate": 80, "bad": 40, "very_bad": 20, "horrible": 10, "very_horrible": 5,
    "impassable": 0,
  ]

  /// The share of the usual speed that one walks on a surface.
  private static func footing(on surface: String?) -> Double {
    switch surface {
    case "fine_gravel", "gravel", "pebblestone": 0.75
    case "mud", "sand": 0.5
    default: 1
    }
  }

  /// The seconds of `00:12`, `1:30:00`, `12` (minutes) or `PT12M`; nil for anything else.
  static func seconds(of text: String) -> Double? {
    if text.hasPrefix("PT") {
      var (total, digits) = (0.0, "")
      for letter in text.dropFirst(2) {
        if letter.isNumber || letter == "." {
          digits.append(letter)
          continue
        }
        guard let number = Double(digits) else { return nil }
        switch letter {
        case "H": total += number * 3600
        case "M": total += number * 60
        case "S": total += number
        default: return nil
        }
        digits = ""
      }
      return total > 0 ? total : nil
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.allSatisfy({ $0.map { $0 >= 0 && $0.isFinite } ?? false }) else { return nil }
    let numbers = parts.compactMap { $0 }
    let seconds: Double
    switch numbers.count {
    case 1: seconds = numbers[0] * 60
    case 2: seconds = numbers[0] * 3600 + numbers[1] * 60
    case 3: seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    default: return nil
    }
    return seconds > 0 && seconds < 1e6 ? seconds : nil
  }
}
