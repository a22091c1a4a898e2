/// What the codes of two surveys are worth, found out from the surveys.
extension PairWeights {
  init(_ surveys: PreparedSurveys) {
    let whole = Self.worth(surveys, surveys.codeHolders, \.codes)
    let serial = Self.worth(surveys, surveys.serialHolders, \.serials)
    self.surveys = surveys
    worth = whole
    // Serials count where the counties' digits changed, and not beside whole codes.
    serialWorth =
      whole.coverage < 0.05 && serial.coverage > 0.2
      ? serial : CodeWorth(reliability: 0, coverage: 0)
  }

  /// Pairs of relics that alone have a code in each survey, asked whether their names are alike.
  private static func worth(
    _ surveys: PreparedSurveys, _ holders: [(first: Int32, second: Int32)],
    _ keys: KeyPath<PreparedSurveys.Relic, [Int32]>
  ) -> CodeWorth {
    var owners = [Int](repeating: -1, count: holders.count)
    for number in surveys.second {
      for key in surveys.relics[number][keyPath: keys] { owners[Int(key)] = number }
    }
    var (alike, pairs) = (0, 0)
    for number in surveys.first {
      for key in surveys.relics[number][keyPath: keys] where holders[Int(key)] == (1, 1) {
        let found = surveys.names.compare(
          surveys.relics[number].names, surveys.relics[owners[Int(key)]].names)
        pairs += 1
        if found.relation.isAlike { alike += 1 }
      }
    }
    let coded = [surveys.first, surveys.second].map { range in
      range.count { !surveys.relics[$0][keyPath: keys].isEmpty }
    }
    return CodeWorth(alike: alike, of: pairs, coded: coded.min() ?? 0)
  }
}

extension CodeWorth {
  init(reliability: Double, coverage: Double) {
    self.reliability = reliability
    self.coverage = coverage
  }
}
