// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "heritage-benchmarks",
  dependencies: [.package(name: "heritage", path: "..")],
  targets: [
    // The same queries in plain C on the same file: what there is to come close to.
    .target(
      name: "CFloor", dependencies: [.product(name: "CGeographic", package: "heritage")],
      cSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "space-bench",
      dependencies: [
        "CFloor",
        .product(name: "HeritageRegistry", package: "heritage"),
        .product(name: "HeritageSQLite", package: "heritage"),
        .product(name: "CountyPacks", package: "heritage"),
        .product(name: "Geodesy", package: "heritage"),
      ]),
    .executableTarget(
      name: "name-bench",
      dependencies: [
        "CFloor",
        .product(name: "HeritageRegistry", package: "heritage"),
        .product(name: "HeritageSQLite", package: "heritage"),
        .product(name: "CountyPacks", package: "heritage"),
      ]),
    .executableTarget(
      name: "road-bench",
      dependencies: [
        .product(name: "Roads", package: "heritage"),
        .product(name: "RoadsImport", package: "heritage"),
        .product(name: "Geodesy", package: "heritage"),
        .product(name: "TourPlanner", package: "heritage"),
      ]),
    // The reader of published instances that the tests have, by a link to its folder.
    .target(
      name: "TourInstances",
      dependencies: [
        .product(name: "Hours", package: "heritage"),
        .product(name: "Tables", package: "heritage"),
        .product(name: "TourPlanner", package: "heritage"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault")
      ]),
    .executableTarget(
      name: "tour-bench",
      dependencies: [
        "TourInstances",
        .product(name: "Hours", package: "heritage"),
        .product(name: "TourPlanner", package: "heritage"),
      ]),
    // The made surveys that the tests have, by a link to their folder.
    .target(
      name: "MadeSurveys",
      dependencies: [
        .product(name: "HeritageRegistry", package: "heritage"),
        .product(name: "Reconciliation", package: "heritage"),
        .product(name: "Geodesy", package: "heritage"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault")
      ]),
    .executableTarget(
      name: "reconcile-bench",
      dependencies: [
        "MadeSurveys",
        .product(name: "Reconciliation", package: "heritage"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
