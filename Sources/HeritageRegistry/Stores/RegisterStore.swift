package import Geodesy

/// Where a register is kept: a file, a server, an array.
///
/// A store brings candidates, never answers. What a relic's certainty is, in which order an answer stands,
/// where a page ends and how much is counted is decided above it, once for all stores.
package protocol RegisterStore: Sendable {
  /// The place of the register as a person names it: the path of its file.
  var name: String { get }

  /// Runs `body` on one state of the register, as an audience may see it.
  ///
  /// Short and blocking, from any thread: a writer may have to wait until `body` returns.
  ///
  /// - Parameters:
  ///   - audience: Who reads. The store decides below every statement which positions are read at all.
  ///   - amount: How much will be read.
  /// - Throws: ``RegistryError`` for a store that cannot be read; what `body` throws.
  func read<Value>(
    for audience: Audience, _ amount: ReadingAmount, _ body: (any RegisterState) throws -> Value
  ) throws -> Value
}

/// How much of a register will be read at once.
package enum ReadingAmount: Sendable {
  /// An answer that a person waits for.
  case little
  /// Up to all relics, once: what is read is better not kept in memory.
  case much
}

/// The identity of a row of the store, which means nothing outside it.
package typealias RowID = Int64

/// One state of a register as an audience may see it: the tables as lists, relics as candidates.
///
/// Everything that is decided by more than equality of a column, a box or an order of a column is decided
/// by the caller. An in-memory store of arrays is a complete example.
package protocol RegisterState {
  // MARK: Relics

  /// Gives `body` the relics that meet a question as far as a store decides it, until it returns false.
  ///
  /// The store decides the plain conditions of ``ResolvedQuery``: codes, levels, categories, years,
  /// townships, group, access, provenance, names. It may bring relics whose position lies outside the
  /// question's box or the boxes of `scope`: the caller looks again. A row is valid until `body` returns.
  func forEachCandidate(
    _ question: ResolvedQuery, in scope: CandidateScope,
    _ body: (any CandidateRow) throws -> Bool
  ) throws

  /// Gives `body` the relics that have a position in the order of a lower bound of their distance from a
  /// place. `body` returns the greatest distance that is still of use; the reading ends when no relic
  /// nearer than that can follow.
  func forEachNearest(
    _ question: ResolvedQuery, to origin: Coordinate,
    _ body: (any CandidateRow) throws -> Length
  ) throws

  /// How many relics meet a question without a region, if the store can count them without reading them.
  func count(_ question: ResolvedQuery) throws -> Int?

  /// How many stand-ins there are.
  var standInCount: Int { get throws }

  /// The largest accuracy of a position; nil where none is known.
  var largestAccuracy: Length? { get throws }

  /// Prepares the test whether an area holds positions, its edge included.
  ///
  /// - Throws: ``RegistryError/invalidArea(number:reason:)`` for an area that crosses itself.
  func test(of area: MultiPolygon, number: Int) throws -> any AreaTest

  /// The row with a code, small letters being taken for capitals; nil for none.
  func id(withCode code: String) throws -> RowID?

  /// Codes of at least `shortest` and at most `longest` characters with the names of their relics, without
  /// stand-ins, by code, the first 100,000.
  func codes(shortest: Int, longest: Int) throws -> [(code: String, name: String)]

  // MARK: Names

  /// All names, as they are searched.
  func names() throws -> RegisterNames

  /// The former and other names of a relic.
  func otherNames(of id: RowID) throws -> [OtherName]

  /// The relics with a code of theirs that is the text, without regard to case.
  func relics(withCode text: String, of kind: CodeKind) throws -> [CodedRelic]

  /// The first relics with a code of theirs that is longer than the text and begins with it, by level and
  /// code.
  func relics(
    withCodeBeginning text: String, of kind: CodeKind, limit: Int
  ) throws -> [CodedRelic]

  /// The first relics of townships, by level and code.
  func relics(
    inTownships ids: [RowID], limit: Int
  ) throws -> [(id: RowID, township: RowID)]

  /// The protection level and code of a row; nil for no such row.
  func standing(of id: RowID) throws -> (level: ProtectionLevel, code: String)?

  // MARK: What a question names

  /// The present townships whose Chinese name or code is the name or whose English name is, without regard
  /// to case, or begins with it and a space; by code.
  func townships(answeringTo name: String) throws -> [(id: RowID, township: Township)]

  /// The township into which a former one was merged, an id or nil for not traced; no element for no former
  /// township of that name.
  func successors(ofFormerTownship name: String) throws -> [RowID?]

  /// The id of a group; nil for none.
  func groupID(withKey key: String) throws -> RowID?

  /// Every Chinese and English name of a township, and those of former ones that were merged into it.
  func townshipNames() throws -> [(id: RowID, name: String)]

  // MARK: What belongs to relics

  /// The relics of hits with their names, designations, sources and visits, in the order of `hits`; `ids` are those
  /// of their rows.
  func dossiers(of hits: [SiteHit], withIDs ids: [RowID]) throws -> [DossierHit]

  /// The groups of a relic, or all, by key.
  func groups(of id: RowID?) throws -> [SiteGroup]

  /// The zones of a relic: the protection zone first.
  func zones(of id: RowID) throws -> [Zone]

  /// The zones in force that have a shape which the audience may see, by code, the protection zone first.
  func shapedZones() throws -> [ShapedZone]

  /// The zones that have a shape which the audience may see and which may meet a box; nil for all. In no
  /// order; the caller looks again.
  func drawnZones(meeting box: BoundingBox?) throws -> [OwnedZone]

  /// The zones without a shape that the audience may see, in no order.
  func describedZones() throws -> [OwnedZone]

  /// The zone with a number; nil for none.
  func zone(numbered number: Int) throws -> OwnedZone?

  /// The bodies of relics that may meet a box; none for the public, who see none.
  func bodies(meeting box: BoundingBox) throws -> [RelicBody]

  /// The largest area of a relic in square metres; nil where none is known.
  var largestSquareMetres: Double? { get throws }

  /// What is certified as complete, in the order in which it was entered.
  func coverage() throws -> [Coverage]

  /// The saved checks, by number; none for the public.
  func checks() throws -> [CheckRecord]

  /// The saved check with a number; nil for none.
  func check(numbered number: Int) throws -> CheckRecord?

  /// Whether and how relics can be visited, by code as the register writes it.
  func visits(ofCodes codes: [String]) throws -> [String: Visit]

  /// The files of a relic: for staff all, for the public the photographs of one that is open, JPEG and PNG
  /// alone; by number.
  func attachments(of id: RowID) throws -> [Attachment]

  /// The bytes of a file, which are those that were attached.
  ///
  /// - Throws: ``AttachmentError/missing(_:file:)``, ``AttachmentError/changed(_:file:)`` otherwise.
  func content(of attachment: Attachment) throws -> [UInt8]

  // MARK: What changes are compared with

  /// Whether exact positions are known here; a public copy has none.
  var holdsExactPositions: Bool { get throws }

  /// Whether any relic is known more exactly here than the public sees it.
  var holdsWithheldPositions: Bool { get throws }

  /// What is known of the row with a code, small letters being taken for capitals; nil for none.
  func knownRelic(withCode code: String) throws -> KnownRelic?

  /// Gives `body` the code of each relic, without stand-ins, in their order.
  func forEachCode(_ body: (String) throws -> Void) throws

  /// The stand-ins, by code.
  func standIns() throws -> [StandInQueue.StandIn]

  /// Whether there is a township of a Chinese name.
  func isTownship(_ name: String) throws -> Bool

  /// What the store remembers of its changes; nil where it remembers nothing, as a public copy.
  var history: (any RegisterHistory)? { get throws }

  /// What became of a relic.
  func lifecycle(of id: RowID) throws -> Lifecycle

  /// The changes that are proposed or were, oldest first; nil where none are kept.
  var drafts: [Draft]? { get throws }

  /// What sources say of a relic, in the order in which it was entered; staff alone are shown it.
  func claims(of id: RowID) throws -> [Claim]

  // MARK: Lists and counts

  /// The outlines of the county and its neighbours, in the order in which they were entered.
  func outlines() throws -> [Outline]

  /// The rivers, in the order in which they were entered.
  func rivers() throws -> [River]

  /// The townships, by code.
  func townships() throws -> [Township]

  /// The townships that were merged, by their former names.
  func formerTownships() throws -> [FormerTownship]

  /// The named places where a tour can begin, by key.
  func places() throws -> [Place]

  /// The items of intangible heritage, in the order in which they were entered.
  func intangibleItems() throws -> [IntangibleItem]

  /// What was imported, oldest first.
  func imports() throws -> [LoggedImport]

  /// How many relics share the values of the facets, in no order: those that meet a question without a region
  /// or a box, or, for nil, those that are counted, without stand-ins and what is gone.
  func counts(by facets: [Facet], of question: ResolvedQuery?) throws -> [FacetCount]

  /// The numbers of rows by kind.
  func totals() throws -> RegistryTotals

  /// ``totals()`` and, for each set of facets, ``counts(by:of:)`` of no question, from one reading where a store
  /// can; no counts for a set of none.
  func totals(
    withCountsBy sets: [[Facet]]
  ) throws -> (totals: RegistryTotals, counts: [[FacetCount]])

  /// The box around every position that the public may see; nil where there is none.
  func publicExtent() throws -> BoundingBox?
}

extension RegisterState {
  /// A reading for each.
  package func totals(
    withCountsBy sets: [[Facet]]
  ) throws -> (totals: RegistryTotals, counts: [[FacetCount]]) {
    (try totals(), try sets.map { $0.isEmpty ? [] : try counts(by: $0, of: nil) })
  }
  /// Nothing is remembered.
  package var history: (any RegisterHistory)? { nil }
  /// Nothing has happened.
  package func lifecycle(of id: RowID) throws -> Lifecycle {
    Lifecycle(events: [], successors: [], predecessors: [])
  }
  /// Nothing is claimed.
  package func claims(of id: RowID) throws -> [Claim] { [] }
  /// None are kept.
  package var drafts: [Draft]? { nil }
}

/// Which relics a store is asked for.
package enum CandidateScope {
  /// All, in the order of the question, from behind its cursor; never by distance.
  case ordered
  /// All, in no order.
  case every
  /// Those whose position may lie in one of the boxes, in no order; a relic may come once for each box.
  case boxes([BoundingBox])
  /// So many of those whose position may lie in a box, or a few more, in no order.
  case first(Int, in: BoundingBox)
  /// Those with one of the ids, in no order.
  case ids([RowID])
  /// Those without a position that the audience may see, in no order.
  case unlocated
}

/// A relic of a store before it is worth making a value of it.
package protocol CandidateRow {
  /// The row.
  var id: RowID { get }
  /// The code.
  var code: String { get }
  /// Where the audience sees it; nil where it sees no position.
  func coordinate() throws -> Coordinate?
  /// How accurate that position is; nil where nobody knows.
  var accuracy: Length? { get }
  /// How the position was found; nil where there is none.
  func method() throws -> PositionMethod?
  /// The relic, whose coordinate has been read already.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` for a value that the schema does not allow.
  func site(at coordinate: Coordinate?) throws -> Site
}

/// Tells whether an area holds positions, its edge included.
package protocol AreaTest {
  /// Whether the area holds the position.
  func holds(_ position: Coordinate) -> Bool
}

/// A relic or a stand-in of a register, as staff know it.
package struct KnownRelic {
  /// The row.
  package let id: RowID
  /// The relic with its exact position and what belongs to it.
  package let dossier: Dossier

  package init(id: RowID, dossier: Dossier) {
    self.id = id
    self.dossier = dossier
  }

  /// Whether visitors may come.
  var isOpen: Bool { dossier.visit?.access == .open }
}

/// Which of a relic's codes is meant.
package enum CodeKind: Sendable {
  /// The register's own.
  case own
  /// That of a designation in an official list.
  case official
}

/// A relic found by one of its codes.
package struct CodedRelic {
  /// The row.
  package let id: RowID
  /// The code as the register has it.
  package let code: String

  package init(id: RowID, code: String) {
    self.id = id
    self.code = code
  }
}
