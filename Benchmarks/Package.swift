// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "heritage-benchmarks",
  dependencies: [.package(name: "heritage", path: "..")],
  targets: [
    // The same queries in plain C on the same file: what there is to come close to.
    .target(
      name: "CFloor", cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("proj")]),
    .executableTarget(
      name: "space-bench",
      dependencies: [
        "CFloor",
        .product(name: "HeritageRegistry", package: "heritage"),
        .product(name: "Geodesy", package: "heritage"),
      ]),
    .executableTarget(
      name: "name-bench",
      dependencies: ["CFloor", .product(name: "HeritageRegistry", package: "heritage")]),
    .executableTarget(
      name: "tour-bench",
      dependencies: [
        .product(name: "Hours", package: "heritage"),
        .product(name: "TourPlanner", package: "heritage"),
        .product(name: "TourInstances", package: "heritage"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
