public import Geodesy
public import HeritageRegistry
public import Hours
public import TourPlanner

/// A plan of visits with everything that is printed with it.
public struct TourSheet: Sendable {
  /// A place where a day starts or ends.
  public struct Place: Hashable, Sendable {
    /// What people call it.
    public var name: Labels
    /// Where it is.
    public var position: Coordinate
    /// The radius of the circle in which it lies; nil where nobody knows.
    public var accuracy: Length?

    /// Makes a place.
    public init(name: Labels, position: Coordinate, accuracy: Length?) {
      (self.name, self.position, self.accuracy) = (name, position, accuracy)
    }
  }

  /// The date of a day, and where it starts and ends; nil where that is free.
  public struct Day: Hashable, Sendable {
    /// The date.
    public var date: CivilDate
    /// Where the day starts.
    public var start: Place?
    /// Where the day ends.
    public var end: Place?

    /// Makes a day.
    public init(date: CivilDate, start: Place?, end: Place?) {
      (self.date, self.start, self.end) = (date, start, end)
    }
  }

  /// The county.
  public var county: Labels
  /// What is visited when, and what is left out.
  public var itinerary: Itinerary
  /// The days of the itinerary, in its order.
  public var days: [Day]
  /// The relics of the itinerary, those left out too, by code.
  public var sites: [String: Site]
  /// The relics whose opening hours nobody states: daylight is assumed.
  public var assumedHours: Set<String>
  /// What was assumed: a sentence each, in the language of the sheet.
  public var assumptions: [String]
  /// Who is to be named where the data are shown.
  public var credits: String?
  /// Who is to be named where the roads are drawn; nil for a tour on none.
  public var roadCredits: String?
  /// What the map of a page shows below the plan.
  public var ground = MapGround()
  /// What a ticket costs in yuan, by code; 0 where there is none to pay.
  public var tickets: [String: Double] = [:]

  /// Makes a sheet.
  public init(
    county: Labels, itinerary: Itinerary, days: [Day], sites: [String: Site],
    assumedHours: Set<String>, assumptions: [String], credits: String?
  ) {
    self.county = county
    self.itinerary = itinerary
    self.days = days
    self.sites = sites
    self.assumedHours = assumedHours
    self.assumptions = assumptions
    self.credits = credits
  }
}

/// How a plan can be written.
public enum TourFormat: String, CaseIterable, Sendable {
  case table, json, geojson, gpx, kml, csv, ics, html
}
