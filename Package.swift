// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// `make test` optimizes nothing but the rooms in which the tests spend most of their time.
let busy: [SwiftSetting] =
  Context.environment["HERITAGE_CHECK"] == nil
  ? strict : strict + [.unsafeFlags(["-Xfrontend", "-O", "-assert-config", "Debug"])]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "heritage",
  products: [
    .executable(name: "heritage", targets: ["heritage"]),
    .executable(name: "heritage-server", targets: ["heritage-server"]),
    .library(name: "HeritageRegistry", targets: ["HeritageRegistry"]),
    .library(name: "HeritageSQLite", targets: ["HeritageSQLite"]),
    .library(name: "HeritagePostgres", targets: ["HeritagePostgres"]),
    .library(name: "CountyPacks", targets: ["CountyPacks"]),
    .library(name: "HeritageFormats", targets: ["HeritageFormats"]),
    .library(name: "Geodesy", targets: ["Geodesy"]),
    .library(name: "Hours", targets: ["Hours"]),
    .library(name: "CGeographic", targets: ["CGeographic"]),
    .library(name: "TourPlanner", targets: ["TourPlanner"]),
    .library(name: "Roads", targets: ["Roads"]),
    .library(name: "RoadsImport", targets: ["RoadsImport"]),
    .library(name: "Tours", targets: ["Tours"]),
    .library(name: "Tables", targets: ["Tables"]),
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .library(name: "Boundaries", targets: ["Boundaries"]),
    .library(name: "CQL2", targets: ["CQL2"]),
    .library(name: "SurveyTables", targets: ["SurveyTables"]),
    .library(name: "Reconciliation", targets: ["Reconciliation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The C libraries of the system. SQLite, minizip and zlib are linked; of the others the headers are
    // read, and the library is opened by the call that needs it.
    .systemLibrary(
      name: "CSpatiaLite", providers: [.apt(["libspatialite-dev", "libsqlite3-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CMiniZip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CXML"),
    .target(name: "CRSVG"),
    .target(name: "CPixbuf"),
    .target(name: "CQREncode"),
    .target(name: "CGEOS"),
    .target(name: "CReadOSM"),
    .target(name: "CPostgres"),
    .target(name: "SystemLibraries", dependencies: ["Words"], swiftSettings: strict),

    // GeographicLib, which is written in C++, as C. Its archive goes into the program.
    .target(name: "CGeographic", linkerSettings: [.linkedLibrary(":libGeographicLib.a")]),

    // Text a person can read, embedded so that an installed binary stands alone.
    .target(
      name: "RegistrySchema", path: "schema",
      resources: [
        .embedInCode("v1_registry.sql"), .embedInCode("v2_imports.sql"),
        .embedInCode("v3_zone_disclosure.sql"), .embedInCode("v4_condition.sql"),
        .embedInCode("v5_blind_spots.sql"),
        .embedInCode("v6_maps.sql"), .embedInCode("v7_history.sql"),
        .embedInCode("v8_attachments.sql"),
        .embedInCode("v9_zones.sql"),
        .embedInCode("v10_claims.sql"),
        .embedInCode("v11_hub.sql"),
        .embedInCode("v12_survey_codes.sql"),
        .embedInCode("postgres/v1.sql"), .embedInCode("postgres/v1_history.sql"),
        .embedInCode("postgres/v2.sql"), .embedInCode("postgres/v3.sql"),
        .embedInCode("styles/relic.qml"),
        .embedInCode("styles/zone.qml"), .embedInCode("styles/outline.qml"),
        .embedInCode("styles/township.qml"), .embedInCode("styles/river.qml"),
      ],
      swiftSettings: strict),
    .target(
      name: "LixianPack", path: "data",
      exclude: ["README.md", "README.zh.md", "lixian/SOURCES.md", "han", "words"],
      resources: [.embedInCode("lixian")], swiftSettings: strict),

    // What the program says, in the languages that it speaks.
    .target(
      name: "Words", dependencies: ["WordTables"], path: "data/words",
      exclude: [
        "embed", "sentences.en.txt", "sentences.zh.txt", "help.en.txt", "help.zh.txt",
      ],
      swiftSettings: strict),
    .target(name: "WordTables", path: "data/words/embed"),

    // C embeds the characters' tables in no time, and nothing is decoded before a name is looked for.
    .target(name: "HanTables", path: "data/han", exclude: ["forms.txt", "readings.txt"]),

    // Values and measures, then the rooms above them.
    .target(name: "Geodesy", dependencies: ["Words", "CGeographic"], swiftSettings: strict),
    .target(name: "Hours", swiftSettings: strict),
    .target(name: "Tables", dependencies: ["Words"], swiftSettings: busy),
    .target(
      name: "Workbooks",
      dependencies: ["Words", "Tables", "SystemLibraries", "CMiniZip", "CXML", "CXLSXWriter"],
      swiftSettings: strict),
    .target(
      name: "Overlays", dependencies: ["Words", "Geodesy", "SystemLibraries", "CGEOS"],
      swiftSettings: strict),
    // Filters as text or JSON, whatever they filter.
    .target(name: "CQL2", dependencies: ["Words", "Overlays"], swiftSettings: strict),
    .target(
      name: "Boundaries",
      dependencies: ["Words", "Geodesy", "Tables", "Workbooks", "CSpatiaLite"],
      swiftSettings: strict),
    .target(
      name: "HeritageRegistry",
      dependencies: ["Words", "Geodesy", "Hours", "Tables", "HanTables", "Overlays"],
      swiftSettings: strict),
    // Two surveys laid beside each other.
    .target(
      name: "Reconciliation", dependencies: ["Words", "HeritageRegistry", "Geodesy", "Hours"],
      swiftSettings: busy),
    .target(
      name: "HeritageSQLite",
      dependencies: [
        "Words", "HeritageRegistry", "Geodesy", "Hours", "SystemLibraries", "CSpatiaLite",
        "RegistrySchema",
        grdb,
      ],
      swiftSettings: strict),
    // The hub of many counties. Its client is opened when a hub is named, so that a program which reads files
    // gains no library.
    .target(
      name: "HeritagePostgres",
      dependencies: [
        "Words", "HeritageRegistry", "Geodesy", "Hours", "SystemLibraries", "CPostgres",
        "RegistrySchema",
      ],
      swiftSettings: strict),
    .target(
      name: "CountyPacks",
      dependencies: ["Words", "HeritageRegistry", "Tables", "Geodesy", "Hours"],
      swiftSettings: strict),
    .target(
      name: "SurveyTables",
      dependencies: ["Words", "HeritageRegistry", "Tables", "Geodesy", "Hours"],
      swiftSettings: strict),
    .target(
      name: "HeritageFormats",
      dependencies: [
        "Words", "HeritageRegistry", "Tours", "TourPlanner", "Workbooks", "Tables", "Geodesy",
        "Hours", "SystemLibraries", "RegistrySchema", "CSpatiaLite", "CRSVG", "CQREncode",
        "CPixbuf", "Boundaries", "Reconciliation",
      ],
      swiftSettings: strict),
    .target(
      name: "TourPlanner", dependencies: ["Words", "Geodesy", "Hours"], swiftSettings: busy),
    // Roads of a file of their own, and the shortest ways on them.
    .target(name: "Roads", dependencies: ["Words", "Geodesy", "TourPlanner"], swiftSettings: busy),
    .target(
      name: "RoadsImport",
      dependencies: [
        "Words", "Roads", "Boundaries", "SystemLibraries", "CReadOSM", "Geodesy", "TourPlanner",
        "Tables",
      ],
      swiftSettings: busy),
    .target(
      name: "Tours",
      dependencies: ["HeritageRegistry", "TourPlanner", "Hours", "Tables", "Geodesy"],
      swiftSettings: strict),
    .executableTarget(
      name: "heritage",
      dependencies: [
        "Words", "HeritageFormats", "HeritageRegistry", "HeritageSQLite", "HeritagePostgres",
        "CountyPacks", "SurveyTables",
        "Tours", "TourPlanner", "Geodesy", "Hours", "Workbooks", "SystemLibraries", "Tables",
        "LixianPack", "Boundaries", "Overlays", "Roads", "RoadsImport", "Reconciliation",
        argumentParser,
      ],
      swiftSettings: strict),

    // The register in a browser and in mapping tools. A program of its own, so that the command line starts
    // without the libraries of sockets.
    .target(name: "WebFiles"),
    .target(
      name: "HeritageServer",
      dependencies: [
        "Words", "HeritageFormats", "HeritageRegistry", "HeritageSQLite", "HeritagePostgres",
        "Geodesy", "Tables",
        "Hours", "Tours", "TourPlanner", "Boundaries", "SurveyTables", "Reconciliation",
        "Workbooks", "Roads",
        "WebFiles", "CMiniZip", "CQL2",
        hummingbird, mustache,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "heritage-server", dependencies: ["Words", "HeritageServer", "CMalloc"],
      swiftSettings: strict),

    // The tests mirror the sources.
    .target(
      name: "HeritageTestSupport", dependencies: ["CMiniZip"], path: "Tests/HeritageTestSupport",
      swiftSettings: strict),
    .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: strict),
    .testTarget(
      name: "SystemLibrariesTests", dependencies: ["Words", "SystemLibraries", "CXML"],
      swiftSettings: strict),
    .testTarget(
      name: "GeodesyTests", dependencies: ["Words", "Geodesy", "HeritageTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HoursTests", dependencies: ["Hours", "HeritageTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TablesTests", dependencies: ["Words", "Tables", "HeritageTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkbooksTests",
      dependencies: ["Words", "Workbooks", "Tables", "HeritageTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BoundariesTests",
      dependencies: ["Words", "Boundaries", "Geodesy", "HeritageTestSupport"],
      resources: [.copy("Files")], swiftSettings: strict),
    .testTarget(
      name: "OverlaysTests", dependencies: ["Overlays", "Geodesy", "HeritageTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CQL2Tests", dependencies: ["CQL2", "Words", "HeritageTestSupport"],
      resources: [.copy("Files")], swiftSettings: strict),
    .testTarget(
      name: "SurveyTablesTests",
      dependencies: [
        "Words", "SurveyTables", "HeritageRegistry", "HeritageSQLite", "CountyPacks", "Workbooks",
        "Tables",
        "Geodesy", "LixianPack",
        "HeritageTestSupport",
      ],
      resources: [.copy("Layouts")],
      swiftSettings: strict),
    .target(
      name: "MadeSurveys", dependencies: ["Reconciliation", "HeritageRegistry", "Geodesy"],
      path: "Tests/MadeSurveys", swiftSettings: strict),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: [
        "Words", "Reconciliation", "MadeSurveys", "HeritageRegistry", "Geodesy",
        "HeritageTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HeritageRegistryTests",
      dependencies: [
        "Words", "HeritageRegistry", "HeritageSQLite", "HeritagePostgres", "CountyPacks",
        "LixianPack", "HeritageTestSupport",
        "Geodesy", "Hours",
        "Overlays", "SystemLibraries", "CSpatiaLite", grdb,
      ],
      swiftSettings: strict),
    .target(
      name: "TourInstances", dependencies: ["TourPlanner", "Hours", "Tables"],
      path: "Tests/TourInstances", swiftSettings: strict),
    .testTarget(
      name: "RoadsTests",
      dependencies: ["Words", "Roads", "TourPlanner", "Geodesy", "HeritageTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RoadsImportTests",
      dependencies: [
        "Words", "RoadsImport", "Roads", "Boundaries", "TourPlanner", "Geodesy", "Hours",
        "HeritageTestSupport",
      ],
      resources: [.copy("Files")], swiftSettings: strict),
    .testTarget(
      name: "ToursTests",
      dependencies: [
        "Tours", "HeritageRegistry", "HeritageSQLite", "CountyPacks", "TourPlanner", "Geodesy",
        "Hours", "Tables",
        "HeritageTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TourPlannerTests",
      dependencies: ["TourPlanner", "TourInstances", "Geodesy", "Hours", "HeritageTestSupport"],
      resources: [.copy("Instances")], swiftSettings: strict),
    .testTarget(
      name: "HeritageFormatsTests",
      dependencies: [
        "Words", "HeritageFormats", "HeritageRegistry", "HeritageSQLite", "CountyPacks", "Tours",
        "TourPlanner", "Workbooks", "Geodesy",
        "Hours", "Tables", "HeritageTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HeritageServerTests",
      dependencies: [
        "Words", "HeritageServer", "CQL2", "heritage", "heritage-server", "HeritageTestSupport",
        "Geodesy", "HeritageRegistry",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "heritageTests",
      dependencies: [
        "Words", "heritage", "HeritageFormats", "HeritageRegistry", "HeritageSQLite", "CountyPacks",
        "Tours",
        "TourPlanner", "Tables",
        "Geodesy",
        "HeritageTestSupport", argumentParser,
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// `make docs` alone needs the plugin.
if Context.environment["HERITAGE_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
