// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "heritage-fuzzing",
  dependencies: [.package(name: "heritage", path: "..")],
  targets: [
    // Every reader of strangers' text behind one entry of libFuzzer; $FUZZ_READER says which is tried.
    .executableTarget(
      name: "FuzzReaders",
      dependencies: [
        .product(name: "Boundaries", package: "heritage"),
        .product(name: "CQL2", package: "heritage"),
        .product(name: "Geodesy", package: "heritage"),
        .product(name: "Hours", package: "heritage"),
        .product(name: "SurveyTables", package: "heritage"),
        .product(name: "Tables", package: "heritage"),
        .product(name: "Workbooks", package: "heritage"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
