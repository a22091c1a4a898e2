import Foundation
import MadeSurveys
import Reconciliation

/// How much of the truth an answer found, and how much of the answer is true.
struct Score {
  private struct Share {
    var right = 0
    var said = 0
    var true_ = 0

    mutating func add(_ other: Share) {
      right += other.right
      said += other.said
      true_ += other.true_
    }

    init() {}

    init<Value: Hashable>(_ said: Set<Value>, of truth: Set<Value>) {
      right = said.intersection(truth).count
      self.said = said.count
      true_ = truth.count
    }

    var precision: Double { said == 0 ? 1 : Double(right) / Double(said) }
    var recall: Double { true_ == 0 ? 1 : Double(right) / Double(true_) }
    var f1: Double { said + true_ == 0 ? 1 : 2 * Double(right) / Double(said + true_) }
  }

  private var sure = Share()
  private var all = Share()
  private var gone = Share()
  private var new = Share()
  private var divided = Share()

  init() {}

  init(_ result: Reconciliation, _ made: MadeSurveys) {
    let links = Self.links(result)
    sure = Share(
      Set(
        result.pairs.filter(\.isSure).map {
          MadeSurveys.Link(first: $0.first, second: $0.second)
        }), of: made.links)
    all = Share(links.all, of: made.links)
    gone = Share(Set(result.gone), of: made.gone)
    new = Share(Set(result.new), of: made.new)
    divided = Share(links.divided, of: made.divided)
  }

  private static func links(
    _ result: Reconciliation
  ) -> (all: Set<MadeSurveys.Link>, divided: Set<MadeSurveys.Link>) {
    let divided = result.divisions.flatMap { division in
      division.parts.map { part in
        division.verdict == .split
          ? MadeSurveys.Link(first: division.whole, second: part)
          : MadeSurveys.Link(first: part, second: division.whole)
      }
    }
    let pairs = result.pairs.map { MadeSurveys.Link(first: $0.first, second: $0.second) }
    return (Set(pairs + divided), Set(divided))
  }

  mutating func add(_ other: Score) {
    sure.add(other.sure)
    all.add(other.all)
    gone.add(other.gone)
    new.add(other.new)
    divided.add(other.divided)
  }

  func line(name: String, seconds: Double?) -> String {
    func text(_ value: Double) -> String { String((value * 1e4).rounded() / 1e4) }
    let time = seconds.map { #", "cpu_s": \#(text($0))"# } ?? ""
    return #"{"seed": "\#(name)", "sure_precision": \#(text(sure.precision)), "#
      + #""sure_recall": \#(text(sure.recall)), "f1": \#(text(all.f1)), "#
      + #""gone_f1": \#(text(gone.f1)), "gone_recall": \#(text(gone.recall)), "#
      + #""new_f1": \#(text(new.f1)), "new_recall": \#(text(new.recall)), "#
      + #""divided_recall": \#(text(divided.recall)), "#
      + #""divided_precision": \#(text(divided.precision))\#(time)}"#
  }

  /// Prints what is wrong, for who sets weights.
  static func explain(_ result: Reconciliation, _ made: MadeSurveys) {
    let links = links(result).all
    for link in links.subtracting(made.links).sorted(by: { $0.first < $1.first }) {
      print("wrong", describe(link, result, made))
    }
    for link in made.links.subtracting(links).sorted(by: { $0.first < $1.first }) {
      print("missed", made.divided.contains(link) ? "(part)" : "", describe(link, result, made))
    }
    for pair in result.pairs where !pair.isSure {
      let link = MadeSurveys.Link(first: pair.first, second: pair.second)
      if made.links.contains(link) {
        print("unsure \(pair.score) margin \(pair.margin)", describe(link, result, made))
      }
    }
  }

  private static func describe(
    _ link: MadeSurveys.Link, _ result: Reconciliation, _ made: MadeSurveys
  ) -> String {
    let isSure = result.pairs.contains {
      $0.first == link.first && $0.second == link.second && $0.isSure
    }
    return "\(isSure ? "SURE " : "")\(made.first[link.first].name) / "
      + "\(made.second[link.second].name): "
      + result.evidence(first: link.first, second: link.second).map {
        "\($0.finding) \((($0.bits * 10).rounded() / 10))"
      }.joined(separator: "; ")
  }
}
