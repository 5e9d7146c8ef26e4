import Publishing

/// The way to a place where readers are, and by which files come and go one after the other.
package protocol Carrier: Sendable {
  /// Whether a file's media type travels with it; else whoever serves it tells that.
  var carriesTypes: Bool { get }

  /// The names at the top of the place; nothing where the place is still to be made.
  func names() async throws(DeliveryError) -> [String]

  /// The manifest's bytes, where it is there.
  func manifest() async throws(DeliveryError) -> [UInt8]

  func putManifest(_ bytes: [UInt8]) async throws(DeliveryError)

  /// Sends files of the site, by their paths.
  func send(_ parcel: Delivery.Parcel) async throws(DeliveryError)

  /// Removes files, and then folders where nothing is in them. What is not there is passed over.
  func remove(_ files: [String], emptying folders: [String]) async throws(DeliveryError)
}

extension Carrier {
  /// What a delivery has put there before; refuses a place that holds anything else.
  package func inventory() async throws(DeliveryError) -> Inventory {
    let names = try await names()
    if names.isEmpty { return .empty }
    guard names.contains(Inventory.path) else { throw .foreign(names.sorted()) }
    let bytes = try await manifest()
    do throws(PublishingError.Cause) {
      return try Inventory(parsing: bytes)
    } catch {
      if case .laterManifest(let version) = error { throw .laterManifest(version) }
      throw .damagedManifest
    }
  }
}

extension Delivery {
  /// Does all of it, and is told how many files are done.
  package func carried(
    by carrier: some Carrier, progress: (_ turn: Turn?, _ done: Int) -> Void = { _, _ in }
  ) async throws(DeliveryError) {
    if isNothing { return }
    try await carrier.putManifest(announced.bytes)
    var done = 0
    var known = announced.files
    for parcel in parcels {
      progress(parcel.turn, done)
      try await carrier.send(parcel)
      done += parcel.files.count
      for file in parcel.files { known[file] = settled.files[file] }
      // After a break these need not be sent again.
      if parcel.files.count >= Self.manyFiles, done < count {
        try await carrier.putManifest(Inventory(known).bytes)
      }
    }
    if !removals.isEmpty {
      progress(nil, done)
      try await carrier.remove(removals, emptying: emptied)
    }
    try await carrier.putManifest(settled.bytes)
  }
}

/// Why a site could not be brought to where readers are.
package enum DeliveryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The program that goes there is not installed.
  case missing(program: String)
  /// The program ended with this status, and these are its last words.
  case failed(program: String, status: String, words: String)
  /// What is needed on this machine could not be written.
  case unprepared(String)
  /// The place holds things, and no manifest says that they are Gazette's.
  case foreign([String])
  case damagedManifest
  case laterManifest(String)

  package var description: String {
    switch self {
    case .missing(let program):
      "the program '\(program)' is not there; install it with 'apt-get install \(program)' or "
        + "'brew install \(program)'"
    case .failed(let program, let status, let words):
      "'\(program)' \(status)" + (words.isEmpty ? "" : ": \(words)")
    case .unprepared(let words): words
    case .foreign(let names):
      "it holds files that Gazette did not put there: "
        + names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        + (names.count > 5 ? " and \(names.count - 5) more" : "")
        + "; choose a place of its own, or copy the '\(Inventory.path)' of this very site there"
    case .damagedManifest:
      "its '\(Inventory.path)' is damaged, so Gazette cannot tell its own files from others"
    case .laterManifest(let version):
      "its '\(Inventory.path)' was written by a later Gazette (manifest version \(version)); use that one"
    }
  }
}
