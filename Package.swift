// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with. Warnings are errors, and each unsafe step is spelled `unsafe`.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The settings of targets that are large and seldom hot: they are built for size.
let compactSettings = settings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// The settings of tests, which may be plainer about memory.
let testSettings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "edgekit",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "edgekit", targets: ["edgekit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
  ],
  targets: [
    // The two C libraries, found through pkg-config.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CJansson", pkgConfig: "jansson",
      providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]),

    // One layer per target; imports point down this list.
    .target(name: "EdgeDiagnostics", swiftSettings: settings),
    .target(
      name: "EdgeSyntax", dependencies: ["EdgeDiagnostics", "CLibYAML", "CJansson"],
      swiftSettings: settings),
    .target(
      name: "EdgeModel", dependencies: ["EdgeDiagnostics", "EdgeSyntax"], swiftSettings: settings),
    .target(
      name: "EdgeConvert", dependencies: ["EdgeDiagnostics", "EdgeSyntax", "EdgeModel"],
      swiftSettings: settings),
    .target(
      name: "EdgeLint", dependencies: ["EdgeDiagnostics", "EdgeSyntax", "EdgeModel"],
      swiftSettings: compactSettings),
    .target(
      name: "EdgeDiff", dependencies: ["EdgeDiagnostics", "EdgeSyntax", "EdgeModel"],
      swiftSettings: compactSettings),
    .executableTarget(
      name: "edgekit",
      dependencies: [
        "EdgeDiagnostics", "EdgeSyntax", "EdgeModel", "EdgeConvert", "EdgeLint", "EdgeDiff",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: compactSettings),

    // What `make bench` measures of reading alone; no product.
    .executableTarget(
      name: "reading",
      dependencies: [
        "EdgeDiagnostics", "EdgeSyntax", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "bench/reading", swiftSettings: settings),

    // Tests mirror the targets.
    .target(
      name: "EdgeTestSupport", dependencies: ["EdgeDiagnostics", "EdgeSyntax"],
      path: "Tests/EdgeTestSupport", swiftSettings: testSettings),
    .testTarget(
      name: "EdgeDiagnosticsTests", dependencies: ["EdgeDiagnostics", "EdgeTestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "EdgeSyntaxTests", dependencies: ["EdgeDiagnostics", "EdgeSyntax", "EdgeTestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "EdgeModelTests",
      dependencies: ["EdgeDiagnostics", "EdgeSyntax", "EdgeModel", "EdgeTestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "EdgeConvertTests",
      dependencies: [
        "EdgeDiagnostics", "EdgeSyntax", "EdgeModel", "EdgeConvert", "EdgeTestSupport",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "EdgeLintTests",
      dependencies: [
        "EdgeDiagnostics", "EdgeSyntax", "EdgeModel", "EdgeConvert", "EdgeLint", "EdgeTestSupport",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "EdgeDiffTests",
      dependencies: [
        "EdgeDiagnostics", "EdgeSyntax", "EdgeModel", "EdgeConvert", "EdgeDiff", "EdgeTestSupport",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "EdgekitTests",
      dependencies: [
        "edgekit", "EdgeDiagnostics", "EdgeSyntax", "EdgeModel", "EdgeConvert", "EdgeLint",
        "EdgeDiff", "EdgeTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
