import Foundation
import Hummingbird
import NIOCore

/// A body on its way to a client that may be slow, or gone.
///
/// A client that has not taken a piece within a minute is taken for one that never will: its connection is
/// closed, and with it ends whatever makes more pieces.
enum SentBody {
  /// How long a piece may be on its way.
  static let patience = TimeAmount.seconds(60)
  /// A whole body is sent in pieces of so many bytes, each with that much time.
  static let size = 256 * 1024

  /// A body whose bytes are all there.
  static func whole(_ bytes: [UInt8], on channel: any Channel) -> ResponseBody {
    guard !bytes.isEmpty else { return ResponseBody() }
    let buffer = ByteBuffer(bytes: bytes)
    // What fits into the socket is handed over at once.
    guard bytes.count > size else { return ResponseBody(byteBuffer: buffer) }
    return ResponseBody(contentLength: bytes.count) { writer in
      var rest = buffer
      while let piece = rest.readSlice(length: min(size, rest.readableBytes)),
        piece.readableBytes > 0
      {
        try await send(piece, to: &writer, on: channel)
      }
      try await writer.finish(nil)
    }
  }

  /// A body in pieces: made on a thread of its own, never more than a few pieces before the reader.
  ///
  /// - Parameter pass: Is kept until the last piece is made.
  static func pieces(
    _ pieces: @escaping @Sendable (([UInt8]) throws -> Void) throws -> Void,
    on channel: any Channel, _ pass: StreamCount.Pass?
  ) -> ResponseBody {
    ResponseBody { writer in
      let pipe = PiecePipe()
      Thread.detachNewThread {
        do {
          try pieces { try pipe.put($0) }
          pipe.end(nil)
        } catch {
          pipe.end(error)
        }
        withExtendedLifetime(pass) {}
      }
      do {
        while let piece = try await pipe.take() {
          try await send(ByteBuffer(bytes: piece), to: &writer, on: channel)
        }
      } catch {
        pipe.cancel()
        throw error
      }
      try await writer.finish(nil)
    }
  }

  private static func send(
    _ piece: ByteBuffer, to writer: inout any ResponseBodyWriter, on channel: any Channel
  ) async throws {
    let clock = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    defer { clock.cancel() }
    try await writer.write(piece)
  }
}
