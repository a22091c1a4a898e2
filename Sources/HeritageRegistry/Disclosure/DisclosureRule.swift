import Geodesy

/// What the public may see of a position where nobody has said it, and why.
///
/// Nothing of what may be a tomb: by its class, by a word of its names or its sub-class, or because no class
/// is known. A cell of about 1 km of an ancient site. This holds of positions that are finer than that, and
/// of relics that visitors may not come to.
package struct DisclosureRule: Hashable, Sendable {
  /// Why less than everything is shown.
  package enum Reason: Hashable, Sendable {
    /// The class asks for it.
    case category
    /// A name or the sub-class says tomb.
    case words(String)
    /// No class is known, so it may be a tomb.
    case noCategory
  }

  package let disclosure: Disclosure
  /// Nil where everything is shown.
  package let reason: Reason?
  /// A name or a sub-class that only looks like a tomb's, where the position is shown or no class is known.
  package let resembling: String?

  /// Applies the rule to a relic.
  ///
  /// - Parameter isOpen: Whether visitors may come.
  package init(for site: Site, otherNames: [OtherName] = [], isOpen: Bool) {
    guard !isOpen, site.position?.isFine == true else {
      (disclosure, reason, resembling) = (.open, nil, nil)
      return
    }
    var (telling, looking): (String?, String?)
    func look(at text: String) {
      switch TombWords.sign(of: text) {
      case .none: break
      case .resembles: looking = looking ?? text
      case .says: telling = telling ?? text
      }
    }
    if site.category != .ancientTomb {
      look(at: site.nameZH)
      if let text = site.subcategory { look(at: text) }
      if let text = site.nameEN { look(at: text) }
      for name in otherNames { look(at: name.name) }
    }
    if let telling {
      (disclosure, reason, resembling) = (.withheld, .words(telling), nil)
      return
    }
    switch site.category {
    case .ancientTomb: (disclosure, reason, resembling) = (.withheld, .category, nil)
    case nil: (disclosure, reason, resembling) = (.withheld, .noCategory, looking)
    case .ancientSite: (disclosure, reason, resembling) = (.coarse, .category, looking)
    default: (disclosure, reason, resembling) = (.open, nil, looking)
    }
  }
}

extension Position {
  /// Whether it tells more than the cell of about 1 km that the public may see of a sensitive relic.
  package var isFine: Bool { Self.isFine(accuracy) }

  /// The same of a position of an accuracy; one that nobody knows may be fine.
  static func isFine(_ accuracy: Length?) -> Bool { accuracy.map { $0 < .metres(1000) } ?? true }
}
