import Hours

/// The date in China, where the county is, whatever clock the machine has.
enum Today {
  /// The date of the variable `HERITAGE_TODAY` where it is set, so that an old date can be gone over again; that
  /// of the clock otherwise, and where the variable holds no date.
  static var inChina: CivilDate {
    Environment["HERITAGE_TODAY"].flatMap { CivilDate($0) } ?? .inChina()
  }
}
