import Publishing
import Synchronization

@testable import Delivering

/// Files by their paths. A page links to the cases it names, under `cases/NAME/index.html`.
struct Site: Equatable {
  var files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  var inventory: Inventory {
    Inventory(
      files.mapValues { text in
        let sum = text.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
        let digits = String(sum, radix: 16)
        return .known(String(repeating: "0", count: 63 - digits.count) + "1" + digits)
      })
  }

  private static let cases = ["acme", "gone", "umbrella", "passing"]

  /// Links to nothing on pages that readers come to from the front page and the lists.
  var deadLinks: [String] {
    var ahead = ["index.html", "cases/index.html", "feed.atom"].filter { files[$0] != nil }
    var seen = Set(ahead)
    var dead: [String] = []
    while let path = ahead.popLast() {
      let words = Set((files[path] ?? "").split { !$0.isLetter }.map(String.init))
      for name in Self.cases where words.contains(name) {
        let target = "cases/\(name)/index.html"
        if files[target] == nil { dead.append("\(path) → \(target)") }
        if files[target] != nil, seen.insert(target).inserted { ahead.append(target) }
      }
    }
    return dead.sorted()
  }
}

/// A place in memory that takes files one by one, and breaks off when it is told to.
final class Place: Sendable {
  private struct State {
    var files: [String: String]
    var sources = Site([:])
    var log: [String] = []
    /// After how many more files the way is broken.
    var failing: Int?
    var checksEachFile = false
    var flaws: [String] = []
  }

  private let state: Mutex<State>
  private static let manifestPath = ".gazette-manifest"

  init(_ site: Site, hasManifest: Bool = true, manifest: String? = nil) {
    var files = site.files
    if hasManifest, !files.isEmpty {
      files[Self.manifestPath] =
        manifest ?? String(decoding: site.inventory.bytes, as: UTF8.self)
    }
    state = Mutex(State(files: files))
  }

  var log: [String] { state.withLock { $0.log } }

  var flaws: [String] { state.withLock { $0.flaws } }

  var failing: Int? {
    get { state.withLock { $0.failing } }
    set { state.withLock { $0.failing = newValue } }
  }

  var checksEachFile: Bool {
    get { state.withLock { $0.checksEachFile } }
    set { state.withLock { $0.checksEachFile = newValue } }
  }

  /// What is there, the manifest aside.
  var site: Site {
    Site(state.withLock { $0.files.filter { $0.key != Self.manifestPath } })
  }

  var deadLinks: [String] { site.deadLinks }

  func receive(_ site: Site) async throws(DeliveryError) {
    state.withLock { $0.sources = site }
    let delivery = Delivery(
      of: site.inventory, over: try await inventory(), sortedByType: carriesTypes
    ) { _ in "" }
    try await delivery.carried(by: self)
  }

  private func step(_ words: String, _ change: (inout State) -> Void) throws(DeliveryError) {
    let isBroken = state.withLock { state in
      if let left = state.failing {
        if left <= 1 { return true }
        state.failing = left - 1
      }
      state.log.append(words)
      change(&state)
      if state.checksEachFile { state.flaws += Site(state.files).deadLinks }
      return false
    }
    if isBroken { throw .failed(program: "place", status: "broke off", words: "") }
  }
}

extension Place: Carrier {
  var carriesTypes: Bool { false }

  func names() async throws(DeliveryError) -> [String] {
    let paths = state.withLock { $0.files.keys }
    return Set(
      paths.map { path in
        path.firstIndex(of: "/").map { path[...$0] }.map(String.init) ?? path
      }
    ).sorted()
  }

  func manifest() async throws(DeliveryError) -> [UInt8] {
    state.withLock { Array(($0.files[Self.manifestPath] ?? "").utf8) }
  }

  func putManifest(_ bytes: [UInt8]) async throws(DeliveryError) {
    try step("put \(Self.manifestPath)") {
      $0.files[Self.manifestPath] = String(decoding: bytes, as: UTF8.self)
    }
  }

  func send(_ parcel: Delivery.Parcel) async throws(DeliveryError) {
    for path in parcel.files {
      try step("send \(path)") { $0.files[path] = $0.sources.files[path] }
    }
  }

  func remove(
    _ files: [String], emptying folders: [String]
  ) async throws(DeliveryError) {
    for path in files { try step("remove \(path)") { $0.files[path] = nil } }
    for folder in folders { try step("empty \(folder)") { _ in } }
  }
}
