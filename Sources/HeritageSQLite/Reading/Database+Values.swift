import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// The position in a column of SpatiaLite's points; nil where the column is NULL.
func point(_ row: Row, at index: Int) throws -> Coordinate? {
  try row.withUnsafeData(atIndex: index) { data in
    guard let data else { return nil }
    return try data.withUnsafeBytes { bytes throws(SpatiaLiteBlobError) in
      try SpatiaLiteBlob.point(in: bytes)
    }
  }
}

/// The area in a column of SpatiaLite's multipolygons; nil where the column is NULL.
func area(_ row: Row, at index: Int) throws -> MultiPolygon? {
  try row.withUnsafeData(atIndex: index) { data in
    guard let data else { return nil }
    return try data.withUnsafeBytes { bytes throws(SpatiaLiteBlobError) in
      try SpatiaLiteBlob.area(in: bytes)
    }
  }
}

/// A word of a fixed list that the schema guarantees.
func required<Word: RawRepresentable<String>>(_ code: String) throws -> Word {
  guard let word = Word(rawValue: code) else {
    throw RegistryError.damaged(
      path: nil, reason: Sentence("register.noWord", ["code": code, "list": "\(Word.self)"]))
  }
  return word
}

/// A word of a fixed list, or nil for NULL.
func word<Word: RawRepresentable<String>>(_ code: String?) throws -> Word? {
  try code.map { try required($0) }
}

extension [UInt8] {
  /// The bytes as a value that a statement binds.
  var databaseBytes: Data { Data(self) }
}
