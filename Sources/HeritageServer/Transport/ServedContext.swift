import Hummingbird
import NIOCore

/// A request's connection, which is closed where its client takes nothing.
struct ServedContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}
