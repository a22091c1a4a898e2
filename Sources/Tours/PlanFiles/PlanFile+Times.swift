import Hours

/// The keys of a plan; each time has a second one, in whole seconds.
private enum TimeKey: String, CodingKey {
  case date, start, end, departure, arrival, lunch, visits, code
  case startSeconds = "start_s"
  case endSeconds = "end_s"
  case departureSeconds = "departure_s"
  case arrivalSeconds = "arrival_s"
}

extension KeyedDecodingContainer<TimeKey> {
  /// The time under a key: to the second where the second key is of the same minute, so that a time
  /// that was changed by hand is the one that counts.
  fileprivate func time(_ key: TimeKey, _ exact: TimeKey) throws -> PlanFile.Time {
    let time = try decode(PlanFile.Time.self, forKey: key)
    guard let seconds = try decodeIfPresent(Int.self, forKey: exact),
      time.seconds % 60 == 0, (time.seconds..<time.seconds + 60).contains(seconds)
    else { return time }
    return PlanFile.Time(seconds: seconds)
  }
}

extension PlanFile.Day {
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: TimeKey.self)
    let text = try values.decode(String.self, forKey: .date)
    guard let date = CivilDate(text) else {
      throw PlanFault.noDate(path: PlanFault.path(decoder.codingPath) + ".date", text)
    }
    self.date = date
    start = try values.decodeIfPresent(PlanFile.Place.self, forKey: .start)
    end = try values.decodeIfPresent(PlanFile.Place.self, forKey: .end)
    hasEnd = values.contains(.end)
    func optional(_ key: TimeKey, _ exact: TimeKey) throws -> PlanFile.Time? {
      guard values.contains(key), try !values.decodeNil(forKey: key) else { return nil }
      return try values.time(key, exact)
    }
    departure = try optional(.departure, .departureSeconds)
    arrival = try optional(.arrival, .arrivalSeconds)
    lunch = try values.decodeIfPresent(PlanFile.Pause.self, forKey: .lunch)
    visits = try values.decode([PlanFile.Visit].self, forKey: .visits)
  }
}

extension PlanFile.Visit {
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: TimeKey.self)
    code = try values.decode(String.self, forKey: .code)
    arrival = try values.time(.arrival, .arrivalSeconds)
    start = try values.time(.start, .startSeconds)
    departure = try values.time(.departure, .departureSeconds)
  }
}

extension PlanFile.Pause {
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: TimeKey.self)
    start = try values.time(.start, .startSeconds)
    end = try values.time(.end, .endSeconds)
  }
}
