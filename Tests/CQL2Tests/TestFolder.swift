import Foundation

extension TestFiles {
  static let folder = Bundle.module.resourceURL?.appending(path: "Files") ?? URL(filePath: "/")
}
