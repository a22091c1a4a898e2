import CQL2
import Geodesy
import HeritageRegistry

/// What the register is asked of a filter, so that fewer relics are brought for it to decide.
extension FeatureFilter {
  /// Adds conditions to a question that every relic of the filter meets.
  ///
  /// What the question has a condition for already stays as it is. The filter still decides.
  func narrow(_ query: inout SiteQuery) {
    for part in filter.expression.conjuncts {
      switch part.candidates {
      case .compared(let name, .equal, let value)?: Self.narrow(&query, name, to: [value])
      case .among(let name, let values)?: Self.narrow(&query, name, to: values)
      case .meets("geom", let box)? where query.boundingBox == nil && box.west <= box.east:
        // A box beyond the earth narrows nothing down.
        query.boundingBox = try? BoundingBox(
          west: box.west, south: box.south, east: box.east, north: box.north)
      default: continue
      }
    }
  }

  private static func narrow(_ query: inout SiteQuery, _ name: String, to values: [FilterValue]) {
    func words<Word: Vocabulary>(_ type: Word.Type) -> Set<Word> {
      Set(
        values.compactMap { value in
          if case .text(let text) = value { Word(rawValue: text) } else { nil }
        })
    }
    // Words that no relic can have leave nothing, which a question does not say: an empty set is any.
    switch SiteField(rawValue: name) {
    case .level where query.levels.isEmpty: query.levels = words(ProtectionLevel.self)
    case .category where query.categories.isEmpty:
      query.categories = Set(words(Category.self).map(CategoryFilter.category))
    case .provenance where query.provenances.isEmpty: query.provenances = words(Provenance.self)
    default: break
    }
  }
}

extension ItemsRequest {
  /// What the register is asked for: the question, and what the filter narrows it down to.
  var narrowed: SiteQuery {
    var query = query
    filter?.narrow(&query)
    return query
  }
}
