import Foundation

extension CivilDate {
  /// The date that it is in China, eight hours east of Greenwich, whatever zone the machine is in.
  ///
  /// - Parameter seconds: The seconds since 1970 by the clock; nil for those of the machine.
  public static func inChina(at seconds: Int? = nil) -> CivilDate {
    let local = (seconds ?? Int(Date().timeIntervalSince1970)) + 8 * 3600
    return CivilDate(uncheckedYear: 1970, month: 1, day: 1).adding(days: local / 86_400)
  }
}
