import Publishing
import Synchronization
import Testing

@testable import Delivering

/// A site that is brought somewhere file by file.
struct DeliveryTests {
  static let old = Site([
    "index.html": "front: acme, gone", "cases/index.html": "all: acme, gone",
    "cases/acme/index.html": "acme → gone", "cases/gone/index.html": "gone → acme",
    "style.css": "body {}", "gone.png": "picture",
  ])
  static let new = Site([
    "index.html": "front: acme, umbrella", "cases/index.html": "all: acme, umbrella",
    "cases/acme/index.html": "acme → umbrella", "cases/umbrella/index.html": "umbrella → acme",
    "cases/page/2/index.html": "more", "style.css": "body { color: red }", "new.png": "picture",
    "feed.atom": "umbrella",
  ])

  @Test func `assets come first, then new pages, then what leads to them, then removals`()
    async throws
  {
    let place = Place(Self.old)
    try await place.receive(Self.new)
    #expect(
      place.log == [
        "put .gazette-manifest",
        "send new.png", "send style.css",
        "send cases/umbrella/index.html",
        "send cases/page/2/index.html", "send feed.atom",
        "send cases/acme/index.html",
        "send cases/index.html", "send index.html",
        "remove cases/gone/index.html", "remove gone.png", "empty cases/gone",
        "put .gazette-manifest",
      ])
    #expect(place.site == Self.new)
  }

  @Test func `only what changed is sent, and nothing where nothing did`() async throws {
    let place = Place(Self.new)
    var changed = Self.new.files
    changed["cases/acme/index.html"] = "acme → umbrella!"
    try await place.receive(Site(changed))
    #expect(place.log.filter { $0.hasPrefix("send") } == ["send cases/acme/index.html"])
    let calls = place.log.count
    try await place.receive(Site(changed))
    #expect(place.log.count == calls)
  }

  @Test func `files of one media type travel together where the type travels with them`() {
    let delivery = Delivery(of: Self.new.inventory, over: .empty, sortedByType: true) {
      $0.hasSuffix(".png") ? "image/png" : "text/css"
    }
    #expect(delivery.parcels.prefix(2).map(\.type) == ["image/png", "text/css"])
    #expect(delivery.parcels.prefix(2).map(\.files) == [["new.png"], ["style.css"]])
    #expect(delivery.parcels.first?.caching == "public, max-age=3600")
    #expect(delivery.parcels.last?.caching == "public, max-age=300")
  }

  @Test func `many files are sent in parcels, so that it can be said how far things are`() {
    let files = Dictionary(uniqueKeysWithValues: (0..<1201).map { ("a/\($0).png", "\($0)") })
    let delivery = Delivery(of: Site(files).inventory, over: .empty, sortedByType: false) { _ in ""
    }
    #expect(delivery.parcels.map(\.files.count) == [500, 500, 201])
    #expect(delivery.count == 1201)
  }

  @Test func `broken off after any file and begun again, the site is there and nothing else`()
    async throws
  {
    for start in [Site([:]), Self.old] {
      var failing = 1
      while true {
        let place = Place(start)
        place.failing = failing
        do {
          try await place.receive(Self.new)
          #expect(place.site == Self.new)
          break
        } catch {
          #expect(place.deadLinks == [], "broken off at file \(failing)")
          place.failing = nil
          try await place.receive(Self.new)
        }
        #expect(place.site == Self.new, "broken off at file \(failing)")
        #expect(place.deadLinks == [])
        failing += 1
      }
      #expect(failing > 10)
    }
  }

  @Test func `what came in large parcels before a break is not sent again`() async throws {
    var files = Self.new.files
    for number in 0..<1100 { files["files/\(number).png"] = "\(number)" }
    let place = Place(Self.old)
    place.failing = 1050
    await #expect(throws: DeliveryError.self) { try await place.receive(Site(files)) }
    let sent = place.log.count { $0.hasPrefix("send") }
    place.failing = nil
    try await place.receive(Site(files))
    #expect(place.site == Site(files))
    let all = place.log.count { $0.hasPrefix("send") }
    #expect(sent > 1000 && all == sent + files.count - 1000)
  }

  @Test func `broken off twice with another site in between, nothing of that one is left`()
    async throws
  {
    var between = Self.new.files
    between["cases/passing/index.html"] = "passing → umbrella"
    between["index.html"] = "front: passing"
    for failing in 1...12 {
      let place = Place(Self.old)
      place.failing = failing
      await #expect(throws: DeliveryError.self) { try await place.receive(Site(between)) }
      #expect(place.deadLinks == [])
      for again in 1...4 {
        place.failing = again
        _ = try? await place.receive(Self.new)
        #expect(place.deadLinks == [])
      }
      place.failing = nil
      try await place.receive(Self.new)
      #expect(place.site == Self.new)
    }
  }

  @Test func `after every single file no page that readers come to links to one that is not there`()
    async throws
  {
    let place = Place(Self.old)
    place.checksEachFile = true
    try await place.receive(Self.new)
    place.checksEachFile = false
    #expect(place.flaws == [])
  }

  // MARK: Whose a place is

  @Test func `a place that holds somebody else's files is refused with their names`() async throws {
    let place = Place(Self.old, hasManifest: false)
    let error = await #expect(throws: DeliveryError.self) { try await place.receive(Self.new) }
    #expect(error == .foreign(["cases/", "gone.png", "index.html", "style.css"]))
    #expect(
      error?.description.hasPrefix(
        "it holds files that Gazette did not put there: 'cases/', 'gone.png', 'index.html', "
          + "'style.css'; choose a place of its own") == true)
    #expect(place.site == Self.old)
  }

  @Test func `a site that was put there by hand with its manifest is taken over`() async throws {
    let names = Self.old.files.keys.sorted().joined(separator: "\n")
    let place = Place(Self.old, manifest: "gazette manifest 1\n\(names)\n")
    try await place.receive(Self.new)
    #expect(place.site == Self.new)
  }

  @Test(arguments: [
    ("nonsense\n", DeliveryError.damagedManifest), ("gazette manifest 3\n", .laterManifest("3")),
  ])
  func `a manifest that cannot be read is no leave to remove anything`(
    text: String, expected: DeliveryError
  ) async throws {
    let place = Place(Self.old, manifest: text)
    await #expect(throws: expected) { try await place.receive(Self.new) }
    #expect(place.site == Self.old)
    #expect(place.log == [])
  }
}
