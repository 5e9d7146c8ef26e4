import Building
import Loading

/// Tells when something below the source directory changes.
///
/// What the system tells is only ever a hint at where to look: a file that is named is read again,
/// and after anything with folders, or more than could be told, everything is looked at.
package struct FolderWatch: Sendable {
  let time: Timekeeper
  private let system: SystemWatch
  private let untilReadable: @Sendable (Int32) async throws -> Void

  /// How long nothing may have happened before changes are taken as one.
  static let calm = Duration.milliseconds(25)
  /// How often that is looked at, and for how long changes may go on before they are taken anyway.
  static let glance = Duration.milliseconds(5)
  static let longest = Duration.seconds(1)

  init(
    of source: String, time: Timekeeper,
    untilReadable: @escaping @Sendable (Int32) async throws -> Void
  ) throws(DoorwayError) {
    self.time = time
    self.untilReadable = untilReadable
    system = try SystemWatch(of: source)
  }

  /// Watches what was found, and no longer what is gone. False where the system does not watch so
  /// much: then somebody has to look now and then.
  func follow(_ folders: SourceFolders) async -> Bool { await system.follow(folders) }

  /// Waits for changes until there are none for a moment, and tells of all of them at once.
  func next() async throws -> SourceChange {
    while true {
      try await untilReadable(system.descriptor)
      guard var change = await system.changes() else { continue }
      let began = time.now()
      var last = began
      while time.now() - last < Self.calm, time.now() - began < Self.longest {
        try await time.pause(Self.glance)
        if let more = await system.changes() {
          change = change.joined(with: more)
          last = time.now()
        }
      }
      return change
    }
  }

  /// What has happened so far, without waiting; nil when nothing has.
  func pending() async -> SourceChange? { await system.changes() }

  func close() async { await system.close() }
}
