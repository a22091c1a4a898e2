/// What a register lists beside its relics.
extension Registry {
  /// The outlines of the county and its neighbours, in the order in which they were entered.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` when a geometry is no multipolygon.
  public func outlines() throws -> [Outline] { try read { try $0.outlines() } }

  /// The rivers, in the order in which they were entered.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` when a geometry is no line.
  public func rivers() throws -> [River] { try read { try $0.rivers() } }

  /// The zones that have a shape which the audience may see, by code, the protection zone first.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` when a geometry is no multipolygon.
  public func shapedZones() throws -> [ShapedZone] { try read { try $0.shapedZones() } }

  /// The townships of the county, by code.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func townships() throws -> [Township] { try read { try $0.townships() } }

  /// The townships that were merged, by their former names.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func formerTownships() throws -> [FormerTownship] {
    try read { try $0.formerTownships() }
  }

  /// The named places where a tour can begin, by key.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func places() throws -> [Place] { try read { try $0.places() } }

  /// The items of intangible heritage, highest level first.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func intangibleItems() throws -> [IntangibleItem] {
    try read { try $0.intangibleItems() }.enumerated().sorted {
      ($0.element.level.rank, $0.offset) < ($1.element.level.rank, $1.offset)
    }.map(\.element)
  }

  /// Whether and how relics can be visited, by code, in one state of the register.
  ///
  /// A code that no relic has, and a relic of which nobody says, have no entry.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read, or a time or a day of the hours is none.
  public func visits(of codes: [String]) throws -> [String: Visit] {
    // The codes of many stand all over the file.
    let amount = codes.count > 1000 ? ReadingAmount.much : .little
    return try store.read(for: audience, amount) { try $0.visits(ofCodes: codes) }
  }

  /// Whether what is read here is for staff alone: whether it may tell more of a relic's place than the
  /// public sees.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public var isInternal: Bool {
    get throws { try audience == .staff && read { try $0.holdsWithheldPositions } }
  }

  /// What was imported into the register, oldest first.
  ///
  /// A register of an older program, and a public copy, remember none.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func imports() throws -> [LoggedImport] { try read { try $0.imports() } }
}
