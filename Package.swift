// swift-tools-version: 6.1
import PackageDescription

/// The compiler settings of every Swift target of the package.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library target of the package; `imports` are the arrows that `ARCHITECTURE.md` allows.
func module(
  _ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: settings)
}

/// The test target that mirrors one library target.
func tests(_ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + imports,
    exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "ytterby",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ytterby", targets: ["ytterby"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "Tables", targets: ["Tables"]),
    .library(name: "Documents", targets: ["Documents"]),
    .library(name: "Diagnostics", targets: ["Diagnostics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CPosix"),
    .target(name: "CTheme"),

    module("Diagnostics"),
    module("Documents", ["Diagnostics"]),
    module("YAML", ["Documents", "Diagnostics", "CLibYAML"]),
    module("Tables", ["Documents", "Diagnostics"]),
    module(
      "Queries",
      ["Tables", "Diagnostics", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")]),
    module("Charts", ["Tables", "Documents", "Diagnostics"]),
    module("Markdown", ["Diagnostics", "CMarkGFM"]),
    module(
      "Site",
      [
        "Documents", "YAML", "Markdown", "Tables", "Queries", "Charts", "Diagnostics", "CPosix",
        "CTheme", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    module(
      "Preview",
      [
        "Site", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "ytterby",
      dependencies: [
        "Site", "Preview", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Diagnostics"),
    tests("Documents", ["Diagnostics"]),
    tests("YAML", ["Documents", "Diagnostics"]),
    tests("Tables", ["Documents", "Diagnostics"]),
    tests("Queries", ["Tables", "Diagnostics"]),
    tests("Charts", ["Tables", "Documents", "Diagnostics"], exclude: ["Snapshots"]),
    tests("Markdown", ["Diagnostics"]),
    tests("Site", ["Documents", "YAML", "Markdown", "Tables", "Queries", "Charts", "Diagnostics"]),
    tests("Preview", ["Site", "Diagnostics"]),
    tests(
      "ytterby",
      ["Site", "Diagnostics", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .testTarget(
      name: "BriefingTests", dependencies: ["Site", "Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "PackageTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ],
  cLanguageStandard: .gnu2x
)
