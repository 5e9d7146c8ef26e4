import Publishing

/// Whatever rclone reaches: object stores such as S3, and many others, as its own settings say.
///
/// A file is there whole or not at all; on which of rclone's places that holds, docs/hosting.md says.
package struct RcloneCarrier: Carrier {
  /// The site's folder, absolute.
  private let site: String
  /// Where to, as rclone names it: `live:bucket/folder`.
  private let place: String
  private let rclone = Courier(name: "rclone")

  package init(from site: String, to place: String) {
    self.site = site
    self.place = place
  }

  package var carriesTypes: Bool { true }

  /// What rclone answers where a folder is not there.
  private static let noFolder = 3

  package func names() async throws(DeliveryError) -> [String] {
    let answer = try await rclone.asked(["lsf", "--max-depth", "1", place])
    if answer.status == Self.noFolder { return [] }
    guard answer.status == 0 else { throw rclone.failure(answer) }
    return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  package func manifest() async throws(DeliveryError) -> [UInt8] {
    try await rclone.done(["cat", below(Inventory.path)])
  }

  package func putManifest(_ bytes: [UInt8]) async throws(DeliveryError) {
    try await rclone.done(
      [
        "rcat", "--header-upload", "Content-Type: text/plain; charset=utf-8",
        "--header-upload", "Cache-Control: no-store", below(Inventory.path),
      ], input: bytes)
  }

  package func send(_ parcel: Delivery.Parcel) async throws(DeliveryError) {
    try await rclone.done(
      [
        // The manifest knows what changed. Where a place has no digests of its own, rclone would go by
        // size, and take a page that changed by one letter for the same.
        "copy", "--ignore-times", "--files-from-raw", "-", "--no-traverse", "--transfers", "16",
        "--checkers", "16",
        "--header-upload", "Content-Type: \(parcel.type)",
        "--header-upload", "Cache-Control: \(parcel.caching)", site, place,
      ], input: parcel.files.listed(end: 0x0A))
  }

  package func remove(
    _ files: [String], emptying folders: [String]
  ) async throws(DeliveryError) {
    for part in files.parts(of: Delivery.parcelSize) {
      try await rclone.done(
        ["delete", "--files-from-raw", "-", "--no-traverse", place], input: part.listed(end: 0x0A))
    }
    // An object store has no folders; elsewhere one that holds something after all stays.
    for folder in folders { _ = try await rclone.asked(["rmdir", below(folder)]) }
  }

  private func below(_ path: String) -> String {
    place.hasSuffix("/") || place.hasSuffix(":") ? place + path : "\(place)/\(path)"
  }
}
