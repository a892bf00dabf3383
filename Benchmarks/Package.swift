// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that measuring is no part of building or testing Ytterby.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(name: "compare"),
    .executableTarget(name: "corpus"),
  ]
)
