import Publishing

/// A folder of another machine, or of this one, that rsync reaches; a file is there whole or not at all.
package struct RsyncCarrier: Carrier {
  /// The site's folder, absolute.
  private let site: String
  /// Where to, as rsync names it: `user@host:/srv/www`.
  private let place: String
  private let desk: Desk
  private let rsync = Courier(name: "rsync")

  /// A folder of this machine where manifests lie on their way.
  package struct Desk: Sendable {
    let folder: String
    let read: @Sendable (_ name: String) -> [UInt8]?
    /// Gives in words why that could not be; nil where it could.
    let write: @Sendable (_ name: String, _ bytes: [UInt8]) -> String?

    package init(
      at folder: String, read: @escaping @Sendable (_ name: String) -> [UInt8]?,
      write: @escaping @Sendable (_ name: String, _ bytes: [UInt8]) -> String?
    ) {
      self.folder = folder
      self.read = read
      self.write = write
    }
  }

  package init(from site: String, to place: String, by desk: Desk) {
    self.site = site.hasSuffix("/") ? site : site + "/"
    self.place = place.hasSuffix("/") ? place : place + "/"
    self.desk = desk
  }

  package var carriesTypes: Bool { false }

  /// What rsync answers where something is not there.
  private static let partial = 23

  package func names() async throws(DeliveryError) -> [String] {
    let answer = try await rsync.asked(["--list-only", "--no-human-readable", place])
    if answer.status == Self.partial, answer.words.contains("No such file or directory") {
      return []
    }
    guard answer.status == 0 else { throw rsync.failure(answer) }
    // Mode, size, day, time, and then the name, which may hold blanks.
    return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").compactMap {
      line in
      let parts = line.split(separator: " ", maxSplits: 4)
      return parts.count == 5 && parts[4] != "." ? String(parts[4]) : nil
    }
  }

  package func manifest() async throws(DeliveryError) -> [UInt8] {
    try keep([], as: "theirs")
    try await rsync.done(["--ignore-times", place + Inventory.path, "\(desk.folder)/theirs"])
    return desk.read("theirs") ?? []
  }

  private func keep(_ bytes: [UInt8], as name: String) throws(DeliveryError) {
    if let words = desk.write(name, bytes) { throw .unprepared(words) }
  }

  package func putManifest(_ bytes: [UInt8]) async throws(DeliveryError) {
    try keep(bytes, as: Inventory.path)
    try await rsync.done(
      ["--ignore-times", "--chmod", "F644", "\(desk.folder)/\(Inventory.path)", place])
  }

  package func send(_ parcel: Delivery.Parcel) async throws(DeliveryError) {
    try await rsync.done(
      [
        // What was sent before a break has the same digest, and is not sent again.
        "--checksum", "--times", "--compress", "--perms", "--chmod", "D755,F644", "--from0",
        "--files-from=-", site, place,
      ], input: parcel.files.listed(end: 0))
  }

  package func remove(
    _ files: [String], emptying folders: [String]
  ) async throws(DeliveryError) {
    // A folder goes only when those in it are gone, and rsync begins at the top.
    let depths = Dictionary(grouping: folders) { $0.utf8.count { $0 == UInt8(ascii: "/") } }
    for list in [files] + depths.sorted(by: { $0.key > $1.key }).map(\.value) {
      // What is named and is not here is removed there.
      let answer = try await rsync.asked(
        [
          "--delete-missing-args", "--dirs", "--no-implied-dirs", "--from0", "--files-from=-", site,
          place,
        ], input: list.listed(end: 0))
      guard [0, Self.vanished].contains(answer.status) else { throw rsync.failure(answer) }
    }
  }

  /// What rsync answers where a file of the list is not here, as is meant.
  private static let vanished = 24
}
