// swift-tools-version: 6.2
import PackageDescription

/// Every target is Swift 6, spells `any`, and lets no warning pass.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// For what no build spends its time in: a quarter of a megabyte less.
let compact = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// One target of the pipeline; the arrows of docs/architecture.md are its `dependencies`.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one room.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], beside data: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: data, swiftSettings: strict)
}

// On Linux memory comes from tcmalloc (docs/decisions/0025); macOS has its own.
#if os(Linux)
  let memory: Target = .systemLibrary(
    name: "CMemory", pkgConfig: "libtcmalloc_minimal",
    providers: [.apt(["libgoogle-perftools-dev"])])
#else
  let memory: Target = .systemLibrary(name: "CMemory")
#endif

let package = Package(
  name: "gazette",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    room("Diagnostics", [], compact),
    room("CommonMark", ["CCmark", "Diagnostics"]),
    room("Mustache", ["Diagnostics"]),
    room("Loading", ["Diagnostics"]),
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    room("Content", ["CYaml", "Loading", "CommonMark", "Diagnostics"]),
    room("Linking", ["Content", "CommonMark", "Diagnostics"]),
    room(
      "Recording", ["Linking", "Content", "CommonMark", "Loading", "Diagnostics"], compact),
    room("Drafting", ["Linking", "Content", "Loading", "Diagnostics"], compact),
    room("Surveying", ["Linking", "Content", "Diagnostics"], compact),
    room(
      "Inquiring",
      ["Content", "Diagnostics", .product(name: "Subprocess", package: "swift-subprocess")],
      compact),
    room("Indexing", [.product(name: "Subprocess", package: "swift-subprocess")], compact),
    room("Picturing", [.product(name: "Subprocess", package: "swift-subprocess")], compact),
    room(
      "Delivering", ["Publishing", .product(name: "Subprocess", package: "swift-subprocess")],
      compact),
    // A room of its own, since a large array of bytes takes the compiler seconds.
    .target(
      name: "ThemeFiles", resources: [.embedInCode("templates")], swiftSettings: strict),
    .target(
      name: "SampleFiles", resources: [.embedInCode("sample")], swiftSettings: strict),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    room("SQLite", ["CSQLite"]),
    room(
      "Rendering",
      [
        "Recording", "Linking", "Content", "Loading", "CommonMark", "Mustache", "ThemeFiles",
        "SQLite", "Diagnostics",
      ]),
    .systemLibrary(name: "CExchange"),
    memory,
    room("Publishing", ["CExchange"], compact),
    room(
      "Building",
      [
        "Loading", "Content", "Linking", "Recording", "Rendering", "Mustache", "CommonMark",
        "Diagnostics",
      ]),
    .target(
      name: "Previewing",
      dependencies: [
        "Building", "Rendering", "Linking", "Loading", "Mustache", "Diagnostics",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("browser")], swiftSettings: compact),
    .executableTarget(
      name: "gazette",
      dependencies: [
        "Previewing", "Building", "Drafting", "Surveying", "Inquiring", "Indexing", "Picturing",
        "SampleFiles", "Delivering", "Publishing", "Rendering", "Recording", "Linking", "Content",
        "Loading",
        "CommonMark", "Diagnostics", "CMemory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: compact),
    // What the passes over Markdown cost beside libcmark: `make bench-markdown`.
    .executableTarget(
      name: "markdown-cost", dependencies: ["CommonMark", "CCmark", "Loading"],
      path: "benchmarks/markdown", swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Linking", "Content", "CommonMark", "Loading", "Diagnostics"],
      path: "Tests/TestSupport", exclude: ["local-host.py"], swiftSettings: strict),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("LoadingTests", ["Loading", "TestSupport"]),
    tests("ContentTests", ["Content", "Loading", "Diagnostics", "TestSupport"]),
    tests("LinkingTests", ["Linking", "Content", "Loading", "Diagnostics", "TestSupport"]),
    tests(
      "RecordingTests",
      [
        "Recording", "Building", "Rendering", "Linking", "Content", "Loading", "Diagnostics",
        "TestSupport",
      ]),
    // What must hold of any body, for the property tests and the fuzzers.
    .target(
      name: "ProseChecks", dependencies: ["CommonMark", "CCmark", "Diagnostics"],
      path: "Tests/ProseChecks", swiftSettings: strict),
    // What must hold of any bytes that the other parsers are given.
    .target(
      name: "ParserChecks",
      dependencies: [
        "Previewing", "Drafting", "Rendering", "Recording", "Linking", "Content", "Mustache",
        "Loading", "Diagnostics", "TestSupport",
      ],
      path: "Tests/ParserChecks", swiftSettings: strict),
    tests("ParserTests", ["ParserChecks", "TestSupport"]),
    tests(
      "CommonMarkTests", ["CommonMark", "CCmark", "ProseChecks", "TestSupport", "Diagnostics"]),
    tests("MustacheTests", ["Mustache", "Diagnostics"]),
    tests(
      "RenderingTests",
      [
        "Rendering", "ThemeFiles", "Linking", "Content", "Loading", "CommonMark", "Mustache",
        "Diagnostics", "TestSupport",
      ]),
    tests("PublishingTests", ["Publishing", "TestSupport"]),
    tests("PicturingTests", ["Picturing"]),
    tests("DeliveringTests", ["Delivering", "Publishing", "TestSupport"]),
    tests(
      "BuildingTests",
      [
        "Building", "Rendering", "Recording", "Linking", "Content", "CommonMark", "Loading",
        "Mustache", "Diagnostics", "CSQLite", "ThemeFiles", "TestSupport",
      ],
      beside: ["Goldens", "GoldensInDutch"]),
    tests(
      "InquiringTests",
      ["Inquiring", "Linking", "Content", "Loading", "Diagnostics", "TestSupport"]),
    tests(
      "PreviewingTests",
      [
        "Previewing", "Building", "Rendering", "Linking", "Loading", "Mustache", "Diagnostics",
        "TestSupport",
      ]),
    tests(
      "GazetteTests",
      [
        "gazette", "SampleFiles", "Building", "Publishing", "Rendering", "Linking", "Content",
        "Loading",
        "TestSupport",
      ]),
    tests("DraftingTests", ["Drafting", "Content", "Loading", "Diagnostics", "TestSupport"]),
    tests("SurveyingTests", ["Surveying", "Linking", "Content", "TestSupport"]),
    tests("TidyTests", []),
  ]
)

// The fuzzers need libFuzzer at link time, so they are there only where `make fuzz` asks for them.
if Context.environment["FUZZING"] != nil {
  package.targets.append(
    .target(name: "Driver", path: "Tests/Fuzzing/Driver", swiftSettings: strict))
  let fuzzers = [
    ("markdown", "Markdown", "ProseChecks"), ("front-matter", "FrontMatter", "ParserChecks"),
    ("mustache", "Mustache", "ParserChecks"), ("import", "Import", "ParserChecks"),
    ("requests", "Requests", "ParserChecks"), ("ledger", "Ledger", "ParserChecks"),
  ]
  for (name, folder, checks) in fuzzers {
    package.targets.append(
      .executableTarget(
        name: "fuzz-" + name, dependencies: ["Driver", .init(stringLiteral: checks)],
        path: "Tests/Fuzzing/" + folder, swiftSettings: strict))
  }
}
