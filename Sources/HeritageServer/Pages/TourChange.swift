import HeritageRegistry
import Hours
import TourPlanner
import Tours
import Words

/// The one change of an address that lets a relic in, where its reason names one.
struct TourChange {
  let address: TourAddress
  let label: Sentence

  /// Finds the change.
  ///
  /// - Parameters:
  ///   - reason: Why the relic is left out.
  ///   - visit: When the relic is open; nil where nobody says.
  init?(for reason: WhyNot, of address: TourAddress, visit: HeritageRegistry.Visit? = nil) {
    switch reason {
    case .accessUnknown:
      self.address = address.with { $0.texts["unknown"] = "true" }
      label = Sentence("page.tourAskUnknown")
    case .needsPlaceOf(let stops, _, _):
      self.address = address.with { $0.stops.removeAll { stops.contains($0) } }
      label = Sentence("page.tourWithout", ["codes": stops])
    case .needsMoreTime(let seconds, _, let limit):
      // Begun five minutes are given whole: a form of minutes holds them.
      let more = (seconds + 299) / 300 * 300
      guard let hours = try? address.asked.hours() else { return nil }
      let (name, time) =
        limit == .earliestDeparture
        ? ("day-start", hours.lowerBound - more) : ("day-end", hours.upperBound + more)
      guard limit != .travelLimit, (0...86_400).contains(time) else { return nil }
      let text = ClockTime(time).description
      self.address = address.with { $0.texts[name] = text }
      label =
        limit == .earliestDeparture
        ? Sentence("page.tourEarlier", ["time": text]) : Sentence("page.tourLater", ["time": text])
    case .closedOnEveryDay:
      guard let text = address.texts["date"], let date = CivilDate(text), let visit,
        let open = (1...7).map(date.adding(days:)).first(where: {
          !visit.hours.intervals(on: $0).isEmpty
        })
      else { return nil }
      self.address = address.with { $0.texts["date"] = "\(open)" }
      label = Sentence("page.tourOnDate", ["date": "\(open)"])
    case .noRoomBesideBreak:
      self.address = address.with { $0.texts["lunch"] = nil }
      label = Sentence("page.tourNoLunch")
    case .noRoom:
      guard let days = address.days, days < TourAddress.mostDays else { return nil }
      self.address = address.with { $0.texts["days"] = "\(days + 1)" }
      label = Sentence("page.tourDayMore", ["count": days + 1])
    default: return nil
    }
  }
}
