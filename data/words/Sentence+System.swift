import Foundation

extension Sentence {
  /// What the operating system says of an error, by its `errno`.
  ///
  /// The usual ones are translated; the others stand as the system writes them.
  public init(systemError code: Int32) {
    self =
      switch code {
      case EACCES: Sentence("system.accessDenied")
      case EPERM: Sentence("system.notPermitted")
      case ENOENT: Sentence("system.noSuchFile")
      case EEXIST: Sentence("system.fileExists")
      case ENOTDIR: Sentence("system.noFolder")
      case EISDIR: Sentence("system.isFolder")
      case ENOSPC: Sentence("system.noSpace")
      case EROFS: Sentence("system.readOnly")
      case EIO: Sentence("system.inputOutput")
      case EPIPE: Sentence("system.brokenPipe")
      case ENAMETOOLONG: Sentence("system.longName")
      case ECONNREFUSED: Sentence("system.connectionRefused")
      case ETIMEDOUT: Sentence("system.timedOut")
      default: Sentence(quoting: String(cString: strerror(code)))
      }
  }
}
