import Foundation
import Hours

/// The date in China, where the county is, whatever clock the machine has.
enum Today {
  static var inChina: CivilDate? {
    let seconds = Int(Date().timeIntervalSince1970) + 8 * 3600
    return CivilDate("1970-01-01")?.adding(days: seconds / 86_400)
  }
}
