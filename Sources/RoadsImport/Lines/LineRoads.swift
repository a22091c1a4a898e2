import Boundaries
import Roads
import TourPlanner

/// What the fields of a bureau's layer say of a road.
///
/// The classes are those of JTG B01; their design speeds, in the middle of what the class allows, are taken
/// times 0.7.
struct LineRoads {
  let fields: LayerFields
  let profiles: [RoadProfile]

  /// A road as its fields describe it.
  struct Road {
    var uses: [RoadProfile.Use]
    /// Whether it runs on a bridge, in a tunnel or on another level.
    var isRaised: Bool
    /// Whether it is a motorway, which crosses nothing at grade.
    var isMotorway: Bool
    /// Whether it is a track.
    var isTrack: Bool
    /// Whether a class or a speed is known.
    var isClassed: Bool
  }

  /// Words of a class, its speed, and the class of OpenStreetMap beside which it stands.
  private static let classes: [(words: [String], speed: Double, highway: String)] = [
    (["高速"], 70, "motorway"), (["一级"], 56, "trunk"), (["二级"], 49, "secondary"),
    (["三级"], 24.5, "tertiary"), (["四级"], 17.5, "unclassified"),
    (["等外", "机耕", "小路"], 15, "track"),
  ]

  func road(_ properties: [Plot.Property]) -> Road {
    let name = fields.value("class", of: properties)
    let level = fields.value("level", of: properties)
    let found = name.flatMap { text in
      Self.classes.first { $0.words.contains { text.contains($0) } }
    }
    var tags = ["highway": found?.highway ?? "unclassified"]
    var isKnown = found != nil
    if found == nil, let name, profiles.contains(where: { $0.speeds[name.lowercased()] != nil }) {
      tags["highway"] = name.lowercased()
      isKnown = true
    }
    let speed = fields.value("speed", of: properties).flatMap {
      Double($0.prefix { $0.isNumber || $0 == "." })
    }
    .flatMap { $0 >= 1 && $0 <= 200 ? $0 : nil }
    switch fields.value("oneway", of: properties)?.lowercased() {
    case "1", "yes", "true", "f", "ft", "是": tags["oneway"] = "yes"
    case "-1", "t", "tf": tags["oneway"] = "-1"
    default: break
    }
    let uses = profiles.map { profile in
      // A first-class road is no expressway: bicycles and people on foot may use it.
      var own = tags
      if profile.mode != .drive, tags["highway"] == "trunk" { own["highway"] = "primary" }
      var use = profile.use(of: own)
      if profile.mode == .drive, let kilometres = speed.map({ $0 * 0.8 }) ?? found?.speed {
        use.forward = use.forward.map { _ in kilometres }
        use.backward = use.backward.map { _ in kilometres }
      }
      return use
    }
    let flat = ["", "0", "no", "f", "false", "否", "无"]
    return Road(
      uses: uses, isRaised: level.map { !flat.contains($0.lowercased()) } ?? false,
      isMotorway: tags["highway"] == "motorway", isTrack: tags["highway"] == "track",
      isClassed: isKnown || speed != nil)
  }
}
