import Foundation
import HeritageTestSupport

extension TestFiles {
  /// The collections of the standard lie beside the tests of the filters themselves.
  static let folder = Program.package.appendingPathComponent("Tests/CQL2Tests/Files")
}
