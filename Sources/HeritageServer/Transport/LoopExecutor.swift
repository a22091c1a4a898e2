import NIOCore
import NIOPosix

/// Runs the tasks of connections on the threads that serve the sockets.
///
/// Left alone, each step of a connection's task runs on a pool of threads beside those of the sockets, and every
/// request goes from one to the other and back several times, which takes longer than a small page does. A
/// question to the register still has a thread of its own, see ``WorkQueue``: nothing here may block.
final class LoopExecutor: TaskExecutor {
  private let group: any EventLoopGroup

  /// On the loop that is given, or on any: for who comes from the thread of one, that one.
  init(on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) { self.group = group }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    group.any().execute { [self] in
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
