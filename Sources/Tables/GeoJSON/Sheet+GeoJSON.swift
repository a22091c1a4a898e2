import Words

/// The features of a GeoJSON file as a sheet (RFC 7946).
extension Sheet {
  /// Reads a FeatureCollection of points, in whatever geometry one point is written.
  ///
  /// The header is row 0: the names of all properties in the order in which they first appear, then
  /// `lon` and `lat`; a row's number is its feature's, from 1. Numbers are the doubles that the file's
  /// digits mean, integers too long for one are text, lists and objects are compact JSON, and null is
  /// empty. A feature without a geometry, or with an empty one, has no position, unless its properties give one under those
  /// names; a point wins over them. What is wrong with a feature is the fault of its row, and so is a
  /// geometry that is more than a point. An `id` has a column where it differs from all properties.
  ///
  /// - Throws: ``SheetFileError`` with the line of a fault in the JSON, for what is no collection and for
  ///   properties beyond number; also for a datum other than WGS 84, CGCS2000 or one of its zones
  ///   in the `crs` of files from before 2016.
  public init(
    geoJSON bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(SheetFileError) {
    let text = try Self.text(of: bytes, file: file, encoding: encoding)
    var scanner = JSONScanner(text)
    var features = FeatureRows()
    do {
      try features.read(&scanner)
      let (rows, faults) = try features.rows(of: text.count)
      self.init(file: file, rows: rows, faults: faults)
    } catch let fault as JSONFault {
      throw SheetFileError(file: file, at: .line(scanner.line), reason: fault.sentence)
    } catch let problem as FeatureRows.Problem {
      throw problem.error(in: file)
    } catch {
      throw SheetFileError(file: file, reason: Sentence(quoting: "\(error)"))
    }
  }
}
