internal import CXML
import Glibc

/// The local name of an element, only valid while it is told.
package struct XMLName {
  let bytes: UnsafePointer<UInt8>

  /// Whether the name is this one.
  package static func ~= (name: StaticString, element: XMLName) -> Bool {
    strcmp(name.utf8Start, element.bytes) == 0
  }
}

/// The attributes of an element, only valid while it is told.
package struct XMLAttributes {
  let first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int

  /// The bytes of an attribute, by its local name.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let first else { return nil }
    // Five pointers each: local name, prefix, namespace, value, end of the value.
    for attribute in 0..<count {
      let pointers = first + attribute * 5
      guard let local = pointers[0], name ~= XMLName(bytes: local) else { continue }
      guard let start = pointers[3], let end = pointers[4] else { return nil }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The text of an attribute.
  package func text(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an attribute is there and true.
  func flag(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(text(name)) }
}
