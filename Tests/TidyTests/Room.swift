/// One target of the pipeline and what it may see: the table of docs/architecture.md.
struct Room {
  let name: String
  /// The targets and products that its line in Package.swift names.
  let imports: Set<String>
  /// Modules of the system, and of C that comes with a product.
  let system: Set<String>

  private init(_ name: String, _ imports: Set<String> = [], system: Set<String> = []) {
    self.name = name
    self.imports = imports
    self.system = system
  }

  /// The C library, under its two names.
  private static let libc: Set = ["Glibc", "Darwin"]

  /// In the order of the arrows: a room sees only rooms above it.
  static let all = [
    Room("Diagnostics"),
    Room("CommonMark", ["CCmark", "Diagnostics"], system: libc),
    Room("Mustache", ["Diagnostics"]),
    Room("Loading", ["Diagnostics"], system: libc),
    Room("Content", ["CYaml", "Loading", "CommonMark", "Diagnostics"]),
    Room("Linking", ["Content", "CommonMark", "Diagnostics"]),
    Room("Recording", ["Linking", "Content", "CommonMark", "Loading", "Diagnostics"]),
    Room("Drafting", ["Linking", "Content", "Loading", "Diagnostics"]),
    Room("Surveying", ["Linking", "Content", "Diagnostics"]),
    Room("Inquiring", ["Content", "Diagnostics", "Subprocess"]),
    Room("Indexing", ["Subprocess"]),
    Room("Picturing", ["Subprocess"]),
    Room("ThemeFiles"),
    Room("SampleFiles"),
    Room("SQLite", ["CSQLite"]),
    Room(
      "Rendering",
      [
        "Recording", "Linking", "Content", "Loading", "CommonMark", "Mustache", "ThemeFiles",
        "SQLite", "Diagnostics",
      ]),
    Room("Publishing", ["CExchange"], system: libc.union(["Synchronization"])),
    Room("Delivering", ["Publishing", "Subprocess"]),
    Room(
      "Building",
      [
        "Loading", "Content", "Linking", "Recording", "Rendering", "Mustache", "CommonMark",
        "Diagnostics",
      ],
      system: ["Synchronization"]),
    Room(
      "Previewing",
      ["Building", "Rendering", "Linking", "Loading", "Mustache", "Diagnostics", "FlyingSocks"],
      system: libc.union(["Synchronization"])),
    Room(
      "gazette",
      [
        "Previewing", "Building", "Drafting", "Surveying", "Inquiring", "Indexing", "Picturing",
        "SampleFiles", "Delivering", "Publishing", "Rendering", "Recording", "Linking", "Content",
        "Loading",
        "CommonMark", "Diagnostics", "CMemory", "ArgumentParser",
      ], system: libc.union(["Synchronization"])),
  ]

  /// Targets that hold the headers of C and no Swift.
  static let withoutSwift: Set = ["CCmark", "CExchange", "CMemory", "CSQLite", "CYaml"]

  static func named(_ name: String) -> Room? { all.first { $0.name == name } }
}
