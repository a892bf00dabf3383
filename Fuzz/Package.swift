// swift-tools-version: 6.1
import PackageDescription

// A package of its own, because it needs the compiler's coverage instrumentation; see README.md.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Named, because its identity would be the name of the folder that it was cloned into.
    .package(name: "ytterby", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Charts", "Tables", "Documents", "Diagnostics"].map {
        .product(name: $0, package: "ytterby")
      },
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")],
      // The linker of the toolchain: Debian's gold crashes on the coverage sections.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  ]
)
