public import TourPlanner

/// Which roads a mode uses, in which direction, and how fast.
///
/// Sources: the profiles `car`, `bicycle` and `foot` of OSRM, and the tags of OpenStreetMap. What differs:
/// tracks, and roads of no known class, are passable by car at a low speed, since many village roads are
/// mapped as such; roads that are closed to through traffic are used at the ends of a way alone.
public struct RoadProfile: Hashable, Sendable {
  /// The mode.
  public let mode: TravelMode
  /// Kilometres per hour by the class of a road, a value of `highway`; a class that is missing is not used.
  public var speeds: [String: Double]

  /// The kilometres per hour of a car on tracks, where they are passable.
  public static let trackSpeed = 15.0
  /// The kilometres per hour of a ferry whose duration is not known.
  static let ferrySpeed = 5.0
  /// Against a one-way road a bicycle is pushed.
  static let pushingSpeed = 4.0
  /// The seconds that a gate takes a car.
  static let gateSeconds = 60.0
  /// Changes whenever the rules do, so that a file tells by which rules it was made.
  private static let edition = 1

  /// The profile of a mode.
  ///
  /// - Parameters:
  ///   - mode: How one travels.
  ///   - tracks: Whether cars use tracks and roads of no known class.
  public init(_ mode: TravelMode, tracks: Bool = true) {
    self.mode = mode
    switch mode {
    case .drive:
      speeds = Self.car
      if tracks {
        speeds["track"] = Self.trackSpeed
        speeds["road"] = Self.trackSpeed
      }
    case .cycle: speeds = Self.bicycle
    case .walk: speeds = Self.foot
    }
  }

  private static let car: [String: Double] = [
    "motorway": 90, "motorway_link": 45, "trunk": 85, "trunk_link": 40, "primary": 65,
    "primary_link": 30, "secondary": 55, "secondary_link": 25, "tertiary": 40,
    "tertiary_link": 20, "unclassified": 25, "residential": 25, "living_street": 10,
    "service": 15,
  ]

  private static let bicycle: [String: Double] = [
    "cycleway": 15, "primary": 15, "primary_link": 15, "secondary": 15, "secondary_link": 15,
    "tertiary": 15, "tertiary_link": 15, "unclassified": 15, "residential": 15, "road": 15,
    "living_street": 15, "service": 15, "track": 12, "path": 13, "bridleway": 12,
    "footway": pushingSpeed, "pedestrian": pushingSpeed, "steps": 2, "platform": pushingSpeed,
  ]

  private static let foot: [String: Double] = Dictionary(
    uniqueKeysWithValues: [
      "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link",
      "unclassified", "residential", "road", "living_street", "service", "track", "path", "steps",
      "pedestrian", "platform", "footway", "pier", "bridleway",
    ].map { ($0, 5.0) })

  /// The profile in one line: the mode, then the classes with their speeds in alphabetical order.
  public var text: String {
    let list = speeds.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return "\(mode.rawValue) rules=\(Self.edition) \(list.joined(separator: " "))"
  }

  /// A sum of the profiles of a file: a file made by others has another one.
  public static func sum(of profiles: [RoadProfile]) -> UInt64 {
    let text = profiles.map(\.text).sorted().joined(separator: "\n")
    return Array(text.utf8).withUnsafeBytes { Checksum.of($0) }
  }

  /// How a mode uses a way.
  public struct Use: Hashable, Sendable {
    /// Kilometres per hour along the way; nil where that is shut.
    public var forward: Double?
    /// Kilometres per hour against it.
    public var backward: Double?
    /// Whether only they may use it who have to do with a place on it.
    public var isPrivate = false
    /// The seconds that the whole way takes, as a ferry says them.
    public var seconds: Double?

    /// Whether it is used at all.
    public var isOpen: Bool { forward != nil || backward != nil }
    /// Shut in both directions.
    public static let closed = Use()
  }

  /// How the mode uses a way with tags.
  public func use(of tags: [String: String]) -> Use {
    let isFerry = tags["route"] == "ferry"
    guard isFerry || tags["highway"] != nil, tags["area"] != "yes" else { return .closed }
    if tags["impassable"] == "yes" || tags["status"] == "impassable" { return .closed }
    let access = access(of: tags)
    guard access != .shut else { return .closed }
    var use = Use()
    use.isPrivate = access == .atEnds
    if isFerry {
      use.seconds = tags["duration"].flatMap(Self.seconds(of:))
      (use.forward, use.backward) = (Self.ferrySpeed, Self.ferrySpeed)
    } else {
      guard let speed = speed(of: tags, isAllowed: access == .allowed) else { return .closed }
      use.forward = self.speed(speed, limitedBy: tags, suffix: "forward")
      use.backward = self.speed(speed, limitedBy: tags, suffix: "backward")
    }
    switch direction(of: tags) {
    case .both: break
    case .forward: use.backward = against(tags)
    case .backward: use.forward = against(tags)
    case .none: return .closed
    }
    return use
  }

  /// How fast one goes against a one-way road: on foot, and so with a bicycle.
  private func against(_ tags: [String: String]) -> Double? {
    guard mode == .cycle, let highway = tags["highway"], Self.foot[highway] != nil,
      !["no", "private"].contains(tags["foot"]), tags["junction"] == nil
    else { return nil }
    return Self.pushingSpeed
  }
}
