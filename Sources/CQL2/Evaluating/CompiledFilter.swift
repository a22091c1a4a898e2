/// A filter that is ready to decide about many subjects.
///
/// Patterns, lists, constant parts and geometries are made once. It belongs to one task, since GEOS
/// remembers what it has prepared; the ``Filter`` itself goes anywhere.
public final class CompiledFilter {
  private let test: (any FilterSubject) -> Bool?
  private let space: FilterSpace

  init(test: @escaping (any FilterSubject) -> Bool?, space: FilterSpace) {
    (self.test, self.space) = (test, space)
  }

  /// How often GEOS could not decide how two geometries lie, as for a ring of two positions.
  ///
  /// Such a predicate is neither true nor false, so its subject may be missing from the answer.
  public var undecided: Int { space.undecided }

  /// Whether the filter is true of a subject; not where it is false or NULL.
  public func matches(_ subject: some FilterSubject) -> Bool { test(subject) == true }

  /// Whether the filter is true or false of a subject; nil where it is neither.
  public func truth(of subject: some FilterSubject) -> Bool? { test(subject) }
}

extension Filter {
  /// The filter made ready, after it is held to what may be asked.
  ///
  /// - Throws: ``FilterFault`` as ``check(_:functions:)`` does and for a geometry that is invalid,
  ///   and `MissingLibrary` where a geometry needs GEOS and it cannot be opened.
  public func compiled(
    _ queryables: Queryables, functions: [FilterFunction] = []
  ) throws -> CompiledFilter {
    try check(queryables, functions: functions)
    let space = FilterSpace()
    let compiler = FilterCompiler(functions: functions, space: space)
    return CompiledFilter(test: try compiler.test(expression, places), space: space)
  }
}
