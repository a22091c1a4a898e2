import Foundation
import Geodesy

/// What stands against writing a record: the rules that a row by itself cannot know.
struct RecordChecks {
  /// Whether the register has a township of a Chinese name.
  let isTownship: (String) throws -> Bool

  init(isTownship: @escaping (String) throws -> Bool) { self.isTownship = isTownship }

  /// Why a record is refused: the field at fault, what it says, and the rule.
  struct Fault {
    let field: SiteField?
    let value: String?
    let rule: Sentence
    let remedy: Remedy?

    init(_ field: SiteField?, _ value: String?, _ rule: Sentence, remedy: Remedy? = nil) {
      (self.field, self.value, self.rule, self.remedy) = (field, value, rule, remedy)
    }

    init(_ field: SiteField, _ rule: Sentence, remedy: Remedy? = nil) {
      self.init(field, nil, rule, remedy: remedy)
    }
  }

  /// What is wrong with a record by itself; what it does not give does not matter to a relic that the
  /// register has.
  func faults(of record: SiteRecord, isNew: Bool) -> [Fault] {
    let site = record.site
    var faults: [Fault] = []
    if site.code.isEmpty { faults.append(Fault(.code, Sentence("pack.empty"))) }
    if site.levelBasis == .standIn {
      faults.append(
        Fault(.levelBasis, LevelBasis.standIn.rawValue, Sentence("record.standInBasis")))
    }
    if let method = site.position?.method, method == .generalised || method == .generated,
      isNew || record.given.contains(.position) || record.given.contains(.method)
    {
      faults.append(
        Fault(
          .method, method.rawValue,
          method == .generalised
            ? Sentence("record.generalisedPosition")
            : Sentence("record.drawnPosition"),
          remedy: method == .generalised ? .exportPositionForStaff : nil))
    }
    if let place = site.position?.coordinate,
      !(abs(place.longitude) <= 180 && abs(place.latitude) <= 90)
    {
      faults.append(
        Fault(
          .position, "\(place.longitude), \(place.latitude)",
          Sentence("record.noPosition")))
    }
    let names = record.dossier.otherNames
    let aliases = Set(names.filter { $0.kind == .alias }.map(\.name))
    for name in names where name.kind == .former && aliases.contains(name.name) {
      faults.append(Fault(.formerNames, name.name, Sentence("record.repeatedName")))
    }
    if record.dossier.designations.count(where: { $0.standing == .present }) > 1 {
      faults.append(Fault(.batch, Sentence("record.repeatedDesignation")))
    }
    return faults
  }

  /// What is wrong with what the register would have.
  func faults(of dossier: Dossier, instead old: Dossier?) throws -> [Fault] {
    let site = dossier.site
    var faults: [Fault] = []
    if site.nameZH.isEmpty { faults.append(Fault(.nameZH, Sentence("pack.empty"))) }
    if let township = site.township, try !isTownship(township) {
      faults.append(Fault(.township, township, Sentence("record.noSuchTownship")))
    }
    if let start = site.period.start, let end = site.period.end, start > end {
      faults.append(
        Fault(.periodEnd, String(end), Sentence("record.periodBackwards", ["start": start])))
    }
    // What the register has already is not the file's fault.
    if dossier.designations != old?.designations,
      dossier.designations.contains(where: { $0.level == .registered })
    {
      faults.append(
        Fault(.level, site.level.rawValue, Sentence("record.notAnnounced")))
    }
    return faults + disclosureFaults(of: dossier)
  }

  /// No text that the public reads may print the place that a disclosure hides.
  private func disclosureFaults(of dossier: Dossier) -> [Fault] {
    let site = dossier.site
    guard site.disclosure != .open else { return [] }
    let secrets = [site.position?.verbatim, site.address].compactMap { $0 }
    return Field.all.compactMap { field in
      guard field.key != .code, field.isFreeText, !field.isConcealed(by: site.disclosure) else {
        return nil
      }
      let prints = field.value(of: dossier).writtenTexts.contains { text in
        site.position.map { PrintedDegrees.tell(text, of: $0.coordinate) } == true
          || secrets.contains { text.holds($0) }
      }
      guard prints else { return nil }
      return Fault(
        field.key, field.text(of: dossier),
        Sentence("record.printsPlace", ["code": site.code, "disclosure": site.disclosure]))
    }
  }

  /// Why a row says no more of a sensitive relic's place than the public sees, where the register knows
  /// more: such a row comes from a public export, and would wipe out what that left out.
  func publicView(_ record: SiteRecord, of old: Site) -> Fault? {
    guard old.disclosure != .open else { return nil }
    let (said, seen, given) = (record.site, DisclosedPlace(old), record.given)
    func told(_ field: Field) -> String? { field.text(of: Dossier(said)) }
    if given.contains(.position), let exact = old.position {
      let (exactText, saidText) = (Field.text(exact.coordinate), told(.position))
      guard saidText != exactText,
        saidText == seen.position.map({ Field.text($0.coordinate) })
      else { return nil }
      return Fault(
        .position, saidText,
        Sentence("record.publicPosition", ["code": old.code, "disclosure": old.disclosure]),
        remedy: .exportPositionForStaff)
    }
    let texts: [(Field, String?, String?)] = [
      (.village, old.village, seen.village), (.address, old.address, seen.address),
    ]
    for (field, exact, visible) in texts
    where given.contains(field.key) && exact != nil && visible == nil && told(field) == nil {
      return Fault(
        field.key,
        Sentence("record.publicText", ["code": old.code, "disclosure": old.disclosure]),
        remedy: .exportColumnForStaff)
    }
    return nil
  }
}

extension String {
  /// Whether the bytes of a text are among these; `contains` compares characters, in a hundred times the
  /// time.
  fileprivate func holds(_ text: String) -> Bool {
    var (whole, part) = (self, text)
    return whole.withUTF8 { whole in
      part.withUTF8 { part in
        guard let bytes = whole.baseAddress, let wanted = part.baseAddress else { return false }
        return (0..<max(0, whole.count - part.count + 1)).contains {
          memcmp(bytes + $0, wanted, part.count) == 0
        }
      }
    }
  }
}
