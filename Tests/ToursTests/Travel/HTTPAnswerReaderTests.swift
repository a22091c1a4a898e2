import Testing

@testable import Tours

@Suite("Answers of web servers")
struct HTTPAnswerReaderTests {
  private func answer(_ text: String) throws(HTTPRequest.Fault) -> HTTPRequest.Answer {
    var reader = HTTPAnswerReader()
    reader.bytes = Array(text.utf8)
    return try reader.atEnd()
  }

  @Test(
    "A body by length, in chunks, or to the end of the connection",
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
      "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello and more",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n",
      "HTTP/1.0 200 OK\r\n\r\nhello",
    ])
  func bodies(text: String) throws {
    let answer = try answer(text)
    #expect(answer.status == 200)
    #expect(String(decoding: answer.body, as: UTF8.self) == "hello")
  }

  @Test("An answer is complete when its length is there, and not before")
  func complete() throws {
    var reader = HTTPAnswerReader()
    for byte in "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no".utf8 {
      reader.bytes.append(byte)
      #expect(try !reader.isComplete())
    }
    reader.bytes.append(0x6B)
    #expect(try reader.isComplete())
  }

  @Test(
    "What is no answer",
    arguments: [
      ("HTTP/1.1 200 OK\r\n", "it ends within its head"),
      ("SSH-2.0-x\r\n\r\n", "it is not HTTP"),
      ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "it has no length"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", "it is cut off"),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", "it is cut off"),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "a chunk has no length"),
    ])
  func malformed(text: String, reason: String) {
    #expect(throws: HTTPRequest.Fault.malformed(reason)) { try answer(text) }
  }

  @Test(
    "Addresses of servers",
    arguments: [
      ("http://localhost:5000", "localhost", "5000"), ("http://[::1]:80/", "::1", "80"),
      ("HTTP://osrm.example", "osrm.example", "80"),
    ])
  func addresses(text: String, host: String, port: String) throws {
    let address = try OSRMTravel.address(text)
    #expect(address.host == host)
    #expect(address.port == port)
  }

  @Test(
    "What is no address of a server",
    arguments: [
      ("https://b", true), ("b:5000", false), ("http://", false), ("http://b/x", false),
      ("http://b?x=1", false), ("http://u@b", false), ("http://b:99999", false),
    ])
  func noAddress(text: String, isSecure: Bool) {
    #expect(throws: TourError.badServer(text, isSecure: isSecure)) {
      try TourTravel.check(server: text)
    }
  }
}
