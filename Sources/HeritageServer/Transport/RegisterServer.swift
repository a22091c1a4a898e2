import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The service behind a socket of HTTP/1.1.
///
/// It is the one place that knows Hummingbird.
public struct RegisterServer: Sendable {
  private let service: RegisterService
  private let options: ServerOptions
  private let queue: WorkQueue
  private let streams = StreamCount(limit: 32)

  /// The greatest body of a request.
  static let greatestBody = 64 * 1024
  /// How far a body that is too large is read before it is refused.
  private static let farthestBody = 32 << 20
  /// The greatest address, and the greatest headers in all.
  static let greatestHead = 16 * 1024
  /// How long what is being answered may go on once the server is asked to stop.
  static let patience = Duration.seconds(8)

  /// Opens the register.
  ///
  /// - Throws: `RegistryError`, ``ServerError``.
  public init(_ options: ServerOptions) throws {
    self.options = options
    service = try RegisterService(options)
    queue = WorkQueue(width: options.readers, limit: options.queue)
  }

  /// Serves until the process is asked to stop; what is being answered then is answered first.
  ///
  /// - Parameter began: Is called with the port once connections are taken.
  public func run(_ began: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "heritage")
    logger.logLevel = .error
    let responder = CallbackResponder<ServedContext> { request, context in
      await answer(request, on: context.channel)
    }
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(30),
          // What is longer than may be but not absurd is read, so that it gets an answer in words.
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 4 * Self.greatestHead, maxHeaderListSize: 4 * Self.greatestHead,
            maxHeaderFieldCount: 200))
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port),
        availableConnectionsDelegate: .maximum(1024, logger: logger)),
      onServerRunning: { channel in began(channel.localAddress?.port ?? 0) },
      logger: logger)
    do {
      var configuration = ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      // What a slow reader has not taken by then is broken off.
      configuration.maximumGracefulShutdownDuration = Self.patience
      service.warm()
      let group = ServiceGroup(configuration: configuration)
      try await withTaskExecutorPreference(LoopExecutor()) { try await group.run() }
    } catch is SocketAddressError, is SocketAddressError.UnknownHost {
      throw ServerError.noSuchAddress(options.host)
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ServerError.portTaken(host: options.host, port: options.port)
    } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
      throw ServerError.noSuchAddress(options.host)
    } catch let error as IOError {
      throw ServerError.cannotListen(
        host: options.host, port: options.port, reason: String(cString: strerror(error.errnoCode)))
    }
  }

  /// The bytes of a body; nil for one that is too large, or breaks off.
  ///
  /// What is too large is read on and dropped, for a browser that is cut off while it sends shows no answer.
  private static func bytes(of body: RequestBody, upTo greatest: Int) async -> [UInt8]? {
    var (bytes, count): ([UInt8], Int) = ([], 0)
    do {
      for try await piece in body {
        count += piece.readableBytes
        guard count <= farthestBody else { return nil }
        if count <= greatest { bytes += piece.readableBytesView }
      }
    } catch {
      return nil
    }
    return count <= greatest ? bytes : nil
  }

  private func answer(_ request: Request, on channel: any Channel) async -> Response {
    let started = ContinuousClock.now
    var asked = WebRequest(
      method: request.method.rawValue, target: request.head.path ?? "/",
      headers: Self.headers(of: request))
    if let fault = Self.fault(of: asked, request) {
      return Self.response(service.refuse(asked, fault), to: asked, on: channel)
    }
    // A body is read to its end, as far as it may go; what takes none leaves it.
    if asked.method == "POST" || asked.method == "PUT" || asked.method == "PATCH" {
      let clock = channel.eventLoop.scheduleTask(in: SentBody.patience) {
        channel.close(promise: nil)
      }
      defer { clock.cancel() }
      let announced = asked.headers["content-length"].flatMap { Int($0) } ?? 0
      let greatest = service.greatestBody(of: asked)
      guard announced <= Self.farthestBody,
        let body = await Self.bytes(of: request.body, upTo: greatest)
      else {
        return Self.response(
          service.refuse(asked, .tooLarge(limit: greatest)), to: asked, on: channel)
      }
      asked.body = body
    }
    let asker = asked
    // Back on the thread of this connection at once, not on that of another which would hand it on.
    let found = await withTaskExecutorPreference(LoopExecutor(on: channel.eventLoop)) {
      await queue.run { [service] in service.respond(to: asker) }
    }
    var answer = found ?? service.refuse(asked, .overloaded)
    var pass: StreamCount.Pass?
    if case .pieces = answer.body {
      pass = streams.pass()
      if pass == nil {
        answer = service.refuse(asked, .overloaded)
      }
    }
    Self.log(asked, answer, since: started)
    return Self.response(answer, to: asked, on: channel, pass)
  }

  /// What is wrong with the size of a head.
  private static func fault(of asked: WebRequest, _ request: Request) -> WebFault? {
    if asked.target.utf8.count > greatestHead { return .addressTooLong(limit: greatestHead) }
    let size = request.headers.reduce(0) {
      $0 + $1.name.rawName.utf8.count + $1.value.utf8.count
    }
    return size > greatestHead || request.headers.count > 100
      ? .headTooLong(limit: greatestHead) : nil
  }

  private static func headers(of request: Request) -> [String: String] {
    var headers: [String: String] = [:]
    for field in request.headers {
      let name = field.name.canonicalName
      if headers[name] == nil { headers[name] = field.value }
    }
    if let host = request.head.authority { headers["host"] = host }
    return headers
  }

  private static func response(
    _ answer: WebResponse, to request: WebRequest, on channel: any Channel,
    _ pass: StreamCount.Pass? = nil
  ) -> Response {
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    let status = HTTPResponse.Status(code: answer.status)
    switch answer.body {
    case .bytes(let bytes):
      if request.method != "HEAD", answer.status != 304 {
        fields[.contentLength] = "\(bytes.count)"
      }
      return Response(status: status, headers: fields, body: SentBody.whole(bytes, on: channel))
    case .pieces(let pieces):
      return Response(
        status: status, headers: fields, body: SentBody.pieces(pieces, on: channel, pass))
    }
  }

  /// Writes a line for each answer.
  ///
  /// It holds no query, no address and no token.
  private static func log(
    _ request: WebRequest, _ answer: WebResponse, since started: ContinuousClock.Instant
  ) {
    let spent = started.duration(to: .now)
    let milliseconds =
      Double(spent.components.attoseconds) / 1e15
      + Double(spent.components.seconds) * 1000
    // Whatever is no plain character of an address could end the line and begin another.
    let path = request.target.utf8.prefix { $0 != UInt8(ascii: "?") }
      .map { (0x21...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
    let line =
      "\(request.method) \(String(decoding: path.prefix(80), as: UTF8.self))"
      + "\(path.count > 80 ? "…" : "") \(answer.status) \(answer.bytes.count) "
      + "\((milliseconds * 10).rounded() / 10) ms\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
