/// The abstract tests of the conformance classes that the server lists, by class (annexes A of OGC
/// 17-069r4, 18-058r1, 19-079r2 and 21-065r2), and the methods of the executable suite.
enum AbstractTests {
  /// The names of a class's tests.
  static let byClass: [String: String] = [
    "core":
      """
    api-definition-op api-definition-success conformance-op conformance-success crs84
    f-links f-op f-success fc-bbox-definition fc-bbox-response fc-limit-definition
    fc-limit-response fc-links fc-md-extent-multi fc-md-extent fc-md-items-links
    fc-md-items fc-md-links fc-md-op fc-md-success fc-numberMatched fc-numberReturned
    fc-op fc-response fc-time-definition fc-time-response fc-timeStamp http
    query-param-invalid query-param-unknown root-op root-success sfc-md-op sfc-md-success
    """,
    "geojson":
      "content definition",
    "html":
      "content definition",
    "oas30":
      "completeness oas-definition-1 oas-definition-2 exceptions-codes oas-impl security",
    "crs":
      """
    bbox-crs-parameter-default bbox-crs-parameter-invalid bbox-crs-parameter
    crs-parameter-default crs-parameter-invalid crs-parameter-transform crs-parameter
    crs-uri default-crs storageCrs
    """,
    "queryables":
      "get-conformance get-queryables-uris get-queryables",
    "queryables-query-parameters":
      "get-conformance query-param",
    "filter":
      """
    get-conformance filter-param filter-lang-default expression-construction
    filter-crs-wgs84 filter-crs-param get-functions
    """,
    "features-filter":
      "get-conformance get-collections get-collection filter-on-items mixing-expression",
    "cql2-text":
      "validate escaping",
    "cql2-json":
      "validate",
    "basic-cql2":
      "basic-test comparison is-null boolean test-data logical",
    "advanced-comparison-operators":
      "like between in test-data logical",
    "case-insensitive-comparison":
      "casei casei-like test-data logical",
    "accent-insensitive-comparison":
      "accenti accenti-like accenti-casei accenti-casei-like test-data logical",
    "basic-spatial-functions":
      "s_intersects test-data logical",
    "basic-spatial-functions-plus":
      "s_intersects test-data",
    "spatial-functions":
      """
    s_intersects s_disjoint s_equals s_touches s_crosses s_within s_contains s_overlaps
    test-data logical
    """,
    "temporal-functions":
      "temporal-functions-1 temporal-functions-2 test-data logical",
    "property-property":
      """
    comparison-value-property comparison-property-property comparison-value-value
    test-data logical
    """,
    "functions":
      "functions",
    "arithmetic":
      "arithmetic test-data logical",
  ]
}
