import Building
import Linking
import Loading

/// A publication shown from memory while it is being written, on a port of this machine.
package struct PreviewServer: Sendable {
  package let source: String
  package let host: String
  /// Nil for the usual one, or one of those behind it.
  package let port: Int?
  /// Whether pages are shown as they will be published.
  package let isProduction: Bool
  /// Tells this run of the program from others.
  package let run: String
  package let cores: Int
  package let time: Timekeeper
  /// Asked at the start, and whenever everything is to be built anew.
  package let options: @Sendable () -> LinkingOptions
  package let say: @Sendable (Notice) -> Void

  package static let usualPort = 4747
  private static let furtherPorts = 20

  package init(
    of source: String, at host: String, port: Int?, isProduction: Bool, run: String, cores: Int,
    time: Timekeeper, options: @escaping @Sendable () -> LinkingOptions,
    say: @escaping @Sendable (Notice) -> Void
  ) {
    self.source = source
    self.host = host
    self.port = port
    self.isProduction = isProduction
    self.run = run
    self.cores = cores
    self.time = time
    self.options = options
    self.say = say
  }

  /// Shows the publication until the reader of `keys` returns, or the task is called off.
  ///
  /// `keys` is given the address, a way to wait for a descriptor, and one to have everything built
  /// anew.
  package func serve(keys: @escaping @Sendable (Desk) async throws -> Void) async throws {
    let began = time.now()
    let door = Doorway()
    door.makeRoomForDescriptors()
    let listener = try listen(door)
    defer { listener.close() }
    let watch = try FolderWatch(of: source, time: time) { try await door.untilReadable($0) }
    let build = try await LiveBuild(reading: source, options(), on: Cores(cores))
    let isWatched = await watch.follow(build.sources.folders)
    let first = Showing(build)
    let preview = Preview(
      Manner(run: run, isBare: isProduction, hosts: HostName(bound: host), source: source), first)
    let list = Worklist()
    // What changed between the first look and the first watch.
    await list.add(.anything)
    let desk = Desk(address: address(of: listener), door: door, list: list)
    try await door.prepare()
    say(.started(started(build, first, desk, isWatched, since: began)))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await door.run() }
      group.addTask { try await receive(at: listener, preview, isWatched ? nil : list) }
      group.addTask { while true { await list.add(try await watch.next()) } }
      group.addTask {
        var workshop = Workshop(build, first, preview, watch, list, self)
        await workshop.work()
      }
      group.addTask { try await keys(desk) }
      try await group.next()
      group.cancelAll()
    }
    await watch.close()
  }

  private func listen(_ door: Doorway) throws(DoorwayError) -> Listener {
    if let port { return try door.listen(at: host, port: port) }
    for port in Self.usualPort..<Self.usualPort + Self.furtherPorts {
      do {
        let listener = try door.listen(at: host, port: port)
        if port != Self.usualPort { say(.moved(from: Self.usualPort, to: port)) }
        return listener
      } catch {
        guard error.isTaken else { throw error }
      }
    }
    return try door.listen(at: host, port: Self.usualPort + Self.furtherPorts)
  }

  private func address(of listener: Listener) -> String {
    let name =
      switch host {
      case "127.0.0.1", "0.0.0.0", "::", "::1": "localhost"
      default: host.contains(":") ? "[\(host)]" : host
      }
    return "http://\(name):\(listener.port ?? port ?? Self.usualPort)"
  }

  /// Takes connections in, each of which goes on by itself.
  private func receive(
    at listener: Listener, _ preview: Preview, _ list: Worklist?
  ) async throws {
    let visits = Visits()
    try await withThrowingDiscardingTaskGroup { group in
      group.addTask {
        var seconds = 0
        while true {
          try await time.pause(.seconds(1))
          seconds += 1
          await visits.sweep(at: time.now())
          if seconds % 15 == 0 { await preview.giveSigns() }
          await list?.add(.anything)
        }
      }
      while true {
        guard let wire = try await listener.accept() else {
          // No descriptor is left: somebody has to leave first.
          try await time.pause(.milliseconds(50))
          continue
        }
        guard let visit = await visits.enter(wire) else {
          wire.close()
          continue
        }
        group.addTask {
          await Conversation(visit: visit, preview: preview, time: time).hold()
          await visits.leave(visit)
        }
      }
    }
  }

  private func started(
    _ build: LiveBuild, _ showing: Showing, _ desk: Desk, _ isWatched: Bool, since began: Duration
  ) -> Notice.Started {
    Notice.Started(
      address: desk.address + showing.prefix + "/", entries: build.entryCount,
      pages: showing.pages?.pageCount ?? 0, files: build.sources.folders.files.count,
      drafts: build.site.cases.count { $0.isDraft },
      embargoed: build.site.cases.count { $0.isEmbargoed },
      build: build,
      seconds: Double((time.now() - began).milliseconds) / 1000, isWatched: isWatched)
  }
}

/// What the person at the keyboard can do with a preview.
package struct Desk: Sendable {
  package let address: String
  let door: Doorway
  let list: Worklist

  /// Returns when a descriptor has something to read.
  package func untilReadable(_ descriptor: Int32) async throws {
    try await door.untilReadable(descriptor)
  }

  /// Has everything looked at and built anew.
  package func buildAnew() async { await list.add(.anything, startingAnew: true) }
}
