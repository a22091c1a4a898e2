/// What travel takes for granted, as every plan has to say.
public enum TravelAssumption: Hashable, Sendable {
  /// Ways are geodesics made longer by a factor, travelled at one speed, in kilometres per hour; there is
  /// no road, no traffic and no parking.
  case geodesics(mode: TravelMode, kilometresPerHour: Double, detour: Double)
  /// Ways are those of a table, called by its file.
  case table(name: String)
  /// Ways are those that a routing server at an address has for a profile, without traffic.
  case server(address: String, profile: String)
  /// Ways are the fastest ones on the roads of a file, without traffic; whose data they are, of which day, where
  /// that is known, and how people travel.
  case roads(source: String, date: String?, mode: TravelMode)
}
