import Foundation

/// A question to a web server over one connection (HTTP/1.1, RFC 9112): a blocking `GET`, no redirects.
///
/// It needs sockets and nothing more, so that the program links no network library.
struct HTTPRequest {
  /// The answer of a server.
  struct Answer {
    let status: Int
    let body: [UInt8]
  }

  /// Why there is no answer.
  enum Fault: Error, Equatable {
    case unknownHost(String)
    case unreachable(String)
    case timeout
    case malformed(String)
  }

  /// The largest answer that is read, in bytes.
  private static let limit = 1 << 28

  let host: String
  let port: String
  /// The seconds after which the answer has to be complete.
  let timeout: Double

  /// The answer to a path with its query.
  func get(_ path: String) throws(Fault) -> Answer {
    let deadline = Date().addingTimeInterval(timeout)
    let socket = try connect(until: deadline)
    defer { close(socket) }
    let name = host.contains(":") ? "[\(host)]" : host
    let request =
      "GET \(path) HTTP/1.1\r\nHost: \(name):\(port)\r\nAccept: application/json\r\n"
      + "User-Agent: heritage\r\nConnection: close\r\n\r\n"
    try send(Array(request.utf8), to: socket, until: deadline)
    var answer = HTTPAnswerReader()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while try !answer.isComplete() {
      try wait(for: socket, events: Int16(POLLIN), until: deadline)
      let count = recv(socket, &piece, piece.count, 0)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw .unreachable(Self.reason(errno)) }
      if count == 0 { return try answer.atEnd() }
      answer.bytes += piece[..<count]
      guard answer.bytes.count <= Self.limit else { throw .malformed("it is too long") }
    }
    return try answer.atEnd()
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  /// A connection to the first address of the host that accepts one, IPv6 or IPv4.
  private func connect(until deadline: Date) throws(Fault) -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, port, &hints, &list) == 0 else { throw .unknownHost(host) }
    defer { freeaddrinfo(list) }
    var fault = Fault.unreachable("it has no address")
    var next = list
    while let address = next?.pointee {
      next = address.ai_next
      let socket = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
      guard socket >= 0 else { continue }
      _ = fcntl(socket, F_SETFL, O_NONBLOCK)
      do throws(Fault) {
        if Foundation.connect(socket, address.ai_addr, address.ai_addrlen) != 0 {
          guard errno == EINPROGRESS else { throw Fault.unreachable(Self.reason(errno)) }
          try wait(for: socket, events: Int16(POLLOUT), until: deadline)
          var (code, size) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
          getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size)
          guard code == 0 else { throw Fault.unreachable(Self.reason(code)) }
        }
        return socket
      } catch {
        close(socket)
        fault = error
      }
    }
    throw fault
  }

  private func send(_ bytes: [UInt8], to socket: Int32, until deadline: Date) throws(Fault) {
    var sent = 0
    while sent < bytes.count {
      try wait(for: socket, events: Int16(POLLOUT), until: deadline)
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { throw .unreachable(Self.reason(errno)) }
      sent += count
    }
  }

  private func wait(for socket: Int32, events: Int16, until deadline: Date) throws(Fault) {
    while true {
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else { throw .timeout }
      var question = pollfd(fd: socket, events: events, revents: 0)
      let count = poll(&question, 1, Int32(min(left * 1000, 1e9).rounded(.up)))
      if count > 0 { return }
      if count < 0, errno != EINTR { throw .unreachable(Self.reason(errno)) }
    }
  }
}
