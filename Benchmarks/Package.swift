// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that measuring is no part of building or testing Ytterby.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "compare", targets: ["compare"]),
    .executable(name: "corpus", targets: ["corpus"]),
    .executable(name: "charts", targets: ["ChartBenchmark"]),
  ],
  dependencies: [
    // Named, because its identity would be the name of the folder that it was cloned into.
    .package(name: "ytterby", path: "..")
  ],
  targets: [
    .executableTarget(name: "compare"),
    .executableTarget(name: "corpus"),
    .executableTarget(
      name: "ChartBenchmark",
      dependencies: ["Charts", "Tables", "Documents", "Diagnostics"].map {
        .product(name: $0, package: "ytterby")
      }),
  ]
)
