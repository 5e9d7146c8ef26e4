import Testing

/// Who may see whom: design by arrows, of which none points back.
struct ArchitectureTests {
  let sources: [SwiftFile]

  init() throws { sources = try Repository.sources.get() }

  @Test func `every folder of Sources is in the table`() throws {
    let folders = Set(try Repository.folders(in: "Sources"))
    #expect(folders == Set(Room.all.map(\.name)).union(Room.withoutSwift))
  }

  @Test func `no arrow points back`() {
    for (position, room) in Room.all.enumerated() {
      let later = Set(Room.all[position...].map(\.name))
      #expect(room.imports.isDisjoint(with: later), "\(room.name) sees what comes after it")
    }
  }

  @Test(arguments: Room.all.map(\.name))
  func `Package.swift gives each room what the table says`(_ name: String) throws {
    let room = try #require(Room.named(name))
    let declared = try Manifest().dependencies(of: name)
    #expect(declared == room.imports)
  }

  @Test func `a file imports what its room may see and nothing else`() {
    let findings = sources.flatMap { file -> [Finding] in
      let room = Room.named(file.target)
      let allowed = (room?.imports ?? []).union(room?.system ?? [])
      return file.imports.filter { !allowed.contains($0.module) }.map {
        file.finding("\(file.target) may not import \($0.module)", line: $0.line)
      }
    }
    #expect(findings == [])
  }

  @Test(arguments: [
    ("CCmark", "CommonMark"), ("CYaml", "Content"), ("ArgumentParser", "gazette"),
    ("CExchange", "Publishing"), ("CMemory", "gazette"), ("CSQLite", "SQLite"),
    ("FlyingSocks", "Previewing"),
  ])
  func `a foreign module is imported by one room`(_ module: String, _ room: String) {
    let importers = sources.filter { $0.imports.contains { $0.module == module } }
    #expect(Set(importers.map(\.target)).isSubset(of: [room]))
  }

  @Test func `other programs are run in one file of each room that has one`() {
    let importers = sources.filter { $0.imports.contains { $0.module == "Subprocess" } }
    #expect(
      importers.map(\.path).sorted() == [
        "Sources/Delivering/Courier.swift", "Sources/Indexing/Pagefind.swift",
        "Sources/Inquiring/Inquiry+asked.swift", "Sources/Picturing/Rsvg.swift",
      ])
  }

  @Test func `one file reads YAML`() {
    let importers = sources.filter {
      $0.imports.contains { $0.module == "CYaml" }
    }
    #expect(importers.map(\.path).count == 1, "\(importers.map(\.path))")
  }

  @Test func `one file opens the door to the network`() {
    let importers = sources.filter { $0.imports.contains { $0.module == "FlyingSocks" } }
    #expect(importers.map(\.path) == ["Sources/Previewing/Doorway.swift"])
  }

  @Test func `no type has a module's name, which would hide the module`() {
    let modules = Set(Room.all.flatMap { [$0.name] + $0.imports + $0.system })
    let findings = sources.flatMap { file in
      file.types.filter { $0.depth == 0 && modules.contains($0.name) }.map {
        file.finding("the type \($0.name) hides a module", line: $0.line)
      }
    }
    #expect(findings == [])
  }
}
