import TourPlanner

extension RoadProfile {
  /// Whether a mode may use a way.
  enum Access: Hashable {
    /// A tag says so.
    case allowed
    /// No tag says anything.
    case usual
    /// By those alone who have to do with a place on it.
    case atEnds
    case shut
  }

  /// The directions in which a mode may use a way.
  enum Direction: Hashable {
    case both, forward, backward, none
  }

  /// The keys that say it of the mode, the most specific first.
  private var accessKeys: [String] {
    switch mode {
    case .drive: ["motorcar", "motor_vehicle", "vehicle", "access"]
    case .cycle: ["bicycle", "vehicle", "access"]
    case .walk: ["foot", "access"]
    }
  }

  /// Whether the mode may use a way; the most specific tag wins.
  func access(of tags: [String: String]) -> Access {
    for key in accessKeys {
      guard let value = tags[key] else { continue }
      switch value {
      case "yes", "permissive", "designated", "official", "public": return .allowed
      case "destination", "private", "residents": return .atEnds
      case "no", "agricultural", "forestry", "agricultural;forestry", "military", "delivery",
        "customers", "emergency", "psv", "bus", "use_sidepath":
        return .shut
      case "dismount" where mode == .cycle: return .usual
      default: continue
      }
    }
    if tags["service"] == "emergency_access" { return .shut }
    return .usual
  }

  /// The directions in which the mode may use a way.
  func direction(of tags: [String: String]) -> Direction {
    switch mode {
    case .walk: return tags["oneway:foot"].map(Self.direction) ?? .both
    case .cycle:
      if let own = tags["oneway:bicycle"] { return Self.direction(own) }
      let lanes = ["cycleway", "cycleway:left", "cycleway:right", "cycleway:both"]
      if lanes.contains(where: { tags[$0]?.hasPrefix("opposite") == true }) { return .both }
    case .drive:
      for key in ["oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle"] {
        if let own = tags[key] { return Self.direction(own) }
      }
    }
    if let said = tags["oneway"] { return Self.direction(said) }
    let isImplied =
      tags["highway"] == "motorway" || tags["junction"] == "roundabout"
      || tags["junction"] == "circular"
    return isImplied ? .forward : .both
  }

  private static func direction(_ value: String) -> Direction {
    switch value {
    case "yes", "1", "true": .forward
    case "-1", "reverse": .backward
    case "reversible": .none
    default: .both
    }
  }

  /// What stands at a point of a road.
  public struct Barrier: Hashable, Sendable {
    /// Whether the mode passes it.
    public var isOpen: Bool
    /// Whether only they may pass who have to do with a place behind it.
    public var isPrivate: Bool
    /// The seconds that it takes.
    public var seconds: Double

    /// Nothing is in the way.
    public static let none = Barrier(isOpen: true, isPrivate: false, seconds: 0)
    /// Nobody passes.
    static let shut = Barrier(isOpen: false, isPrivate: false, seconds: 0)
  }

  /// What barriers let cars pass; every other one is shut.
  private static let forCars: Set<String> = [
    "cattle_grid", "border_control", "toll_booth", "entrance", "sally_port",
    "height_restrictor", "arch", "no", "gate", "lift_gate", "swing_gate", "kerb",
  ]
  /// What barriers nobody passes.
  private static let forNobody: Set<String> = ["yes", "wall", "fence"]
  private static let gates: Set<String> = ["gate", "lift_gate", "swing_gate"]

  /// What a node with tags is to the mode.
  public func barrier(of tags: [String: String]) -> Barrier {
    guard let kind = tags["barrier"] else {
      // A node that says of itself that it is shut, as a closed bridge does.
      return access(of: tags) == .shut && tags["highway"] == nil ? .shut : .none
    }
    let seconds = mode == .drive && Self.gates.contains(kind) ? Self.gateSeconds : 0
    switch access(of: tags) {
    case .allowed: return Barrier(isOpen: true, isPrivate: false, seconds: seconds)
    case .shut: return .shut
    case .atEnds: return Barrier(isOpen: true, isPrivate: true, seconds: seconds)
    case .usual: break
    }
    let isOpen =
      mode == .drive ? Self.forCars.contains(kind) : !Self.forNobody.contains(kind)
    return isOpen ? Barrier(isOpen: true, isPrivate: false, seconds: seconds) : .shut
  }
}
