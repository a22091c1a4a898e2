import Geodesy
import HeritageRegistry
import Hours
import Tables
import TourPlanner

/// A plan as iCalendar (RFC 5545): an event for each visit and break, in the time of Asia/Shanghai.
///
/// UID and DTSTAMP come from the plan: the same plan gives the same events.
struct TourCalendar: Sendable {
  let sheet: TourSheet
  let words: TourWords

  var text: String {
    let plan = JSONText.compact(TourJSON(sheet: sheet, words: TourWords(language: .zh)).value)
    let hash = String(Self.hash(plan), radix: 16)
    let identity = String(repeating: "0", count: 16 - hash.count) + hash
    let stamp = (sheet.days.first?.date).map { Self.date($0) + "T000000Z" } ?? "19700101T000000Z"
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//heritage//tour//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:" + Self.escaped(words.title(sheet)),
      ] + (sheet.credits.map { ["X-WR-CALDESC:" + Self.escaped($0)] } ?? []) + [
        "X-WR-TIMEZONE:Asia/Shanghai",
        "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
      ] + sheet.views.flatMap { events($0, identity: identity, stamp: stamp) } + ["END:VCALENDAR"]
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func events(_ view: TourDayView, identity: String, stamp: String) -> [String] {
    view.events.flatMap { event -> [String] in
      let (id, start, end, lines): (String, Int, Int, [String])
      switch event {
      case .start, .end: return []
      case .visit(let step):
        (id, start, end) = ("\(step.number)", step.visit.start, step.visit.departure)
        lines = visit(step)
      case .lunch(let lunch):
        (id, start, end) = ("lunch", lunch.start, lunch.end)
        lines = self.lunch(lunch, view)
      }
      return [
        "BEGIN:VEVENT", "UID:\(identity)-\(view.number)-\(id)@heritage", "DTSTAMP:\(stamp)",
        "DTSTART;TZID=Asia/Shanghai:" + Self.time(start, on: view.day.date),
        "DTEND;TZID=Asia/Shanghai:" + Self.time(end, on: view.day.date),
      ] + lines + ["END:VEVENT"]
    }
  }

  private func lunch(_ lunch: LunchPlan, _ view: TourDayView) -> [String] {
    let place =
      switch lunch.place {
      case .atStart: view.day.start?.name[words.language]
      case .atEnd: view.day.end?.name[words.language]
      case .beforeVisit(let index), .afterVisit(let index):
        index < view.steps.count ? view.steps[index].name(in: words.language) : nil
      }
    return ["SUMMARY:" + Self.escaped(words.lunch)]
      + (place.map { ["LOCATION:" + Self.escaped($0)] } ?? [])
      + ["DESCRIPTION:" + Self.escaped(words.place(of: lunch, in: view))]
  }

  private func visit(_ step: TourStep) -> [String] {
    let site = step.site
    let place =
      site?.address
      ?? [site?.township, site?.village].compactMap { $0 }.joined(separator: " ")
    let remarks = words.remarks(step)
    var lines = [
      "SUMMARY:"
        + Self.escaped(
          step.label + " " + step.name(in: words.language) + (step.isApproximate ? " ≈" : "")),
      // A place alone, which a map can look up; how sure it is stands in the description.
      "LOCATION:" + Self.escaped(place.isEmpty ? step.name(in: words.language) : place),
    ]
    if let position = step.coordinate {
      // Latitude first, six decimals (section 3.8.1.6).
      lines.append(
        "GEO:" + DecimalText.string(position.latitude, places: 6) + ";"
          + DecimalText.string(position.longitude, places: 6))
    }
    lines.append(
      "DESCRIPTION:"
        + Self.escaped(
          // A visit may leave its calendar: whose roads its times rest on stays with it.
          ([step.visit.stop, words.times(step)] + remarks
            + (sheet.roadCredits.map { [words.roadCredits($0)] } ?? []))
            .joined(separator: "\n")))
    return lines
  }

  /// FNV-1a, 64 bits (RFC 9923).
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func date(_ date: CivilDate) -> String {
    date.description.filter { $0 != "-" }
  }

  private static func time(_ seconds: Int, on date: CivilDate) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    // Begun minutes are not counted, as in every other format.
    let digits = [rest / 3600, rest / 60 % 60, 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return self.date(date.adding(days: days)) + "T" + digits.joined()
  }

  /// Text of a property (section 3.3.11): marks escaped, line breaks as `\n`, no other controls.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    let text = text.replacing("\r\n", with: "\n")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n", "\r": escaped += "\\n"
      case "\t": escaped += " "
      case _ where scalar.properties.generalCategory == .control: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A line in pieces of at most 75 octets, each but the first after a space (section 3.1).
  static func folded(_ line: String) -> String {
    var (folded, used) = ("", 0)
    for scalar in line.unicodeScalars {
      let octets = UTF8.width(scalar)
      if used + octets > 75 {
        folded += "\r\n "
        used = 1
      }
      folded.unicodeScalars.append(scalar)
      used += octets
    }
    return folded
  }
}
