/// What went wrong between the program and a routing server.
public enum RoutingFault: Equatable, Sendable {
  /// No host has the name.
  case unknownHost(String)
  /// The connection failed, with the reason of the system.
  case unreachable(String)
  /// The server took longer than so many seconds.
  case timeout(seconds: Double)
  /// The answer is no answer of a web server, with the reason.
  case malformed(String)
  /// The server failed with a status of HTTP.
  case failed(status: Int)
  /// The answer is no JSON of the table service.
  case noJSON(status: Int)
  /// The service refuses, with a code and what it says of it.
  case refused(code: String, message: String?)
  /// The tables have not the size that was asked for.
  case otherSize(rows: Int, columns: Int)
  /// The server knows no way from one place to another.
  case noWay(from: String, to: String)
  /// The way from one place to another has no length that a plan can hold.
  case unsoundWay(from: String, to: String)
}
