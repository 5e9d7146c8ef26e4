import Foundation
import Testing

@testable import Publishing

/// A published site held against what its sources make.
struct ExaminationTests {
  let sandbox: Sandbox

  static let site = [
    "index.html": "front page", "cases/acme/index.html": "acme", "style.css": "body {}",
  ]

  init() throws { sandbox = try Sandbox() }

  private func finding(
    of site: [String: String], disk: Disk = .sound
  ) throws(PublishingError) -> Examination.Finding {
    let examination = try sandbox.output(disk: disk).examine(waiting: .zero)
    for (path, text) in site {
      try Array(text.utf8).withUnsafeBufferPointer { bytes throws(PublishingError) in
        try examination.compare(path, UnsafeRawBufferPointer(bytes))
      }
    }
    defer { examination.end() }
    return examination.finding()
  }

  @Test func `a site that is what its sources make is sound, and its digest is that of any other`()
    throws
  {
    try sandbox.publish(Self.site)
    let finding = try finding(of: Self.site)
    #expect(finding.isSound)
    #expect(finding.inventory.digest == Inventory(of: Self.site).digest)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a changed byte, a missing file and a file too many are named`() throws {
    try sandbox.publish(Self.site)
    try sandbox.makeFile("public/index.html", "front pagE")
    try FileManager.default.removeItem(atPath: sandbox["public/style.css"])
    var made = Self.site
    made["cases/acme/index.html"] = nil
    made["feed.atom"] = "<feed/>"
    let finding = try finding(of: made)
    #expect(!finding.isSound)
    #expect(finding.changed == ["index.html"])
    #expect(finding.missing == ["feed.atom", "style.css"])
    #expect(finding.surplus == ["cases/acme/index.html"])
  }

  @Test func `a file that is listed and gone is told, though the sources do not make it either`()
    throws
  {
    try sandbox.publish(Self.site)
    try FileManager.default.removeItem(atPath: sandbox["public/style.css"])
    var made = Self.site
    made["style.css"] = nil
    #expect(try finding(of: made).surplus == ["style.css"])
  }

  @Test func `a copied file and one that comes in pieces are compared to the last byte`() throws {
    let large = String(repeating: "0123456789", count: 30_000)
    try sandbox.publish(["a.txt": large, "b.txt": large])
    try sandbox.makeFile("source.txt", large)
    func finding() throws -> Examination.Finding {
      let examination = try sandbox.output().examine(waiting: .zero)
      try examination.compare("a.txt", withFile: sandbox["source.txt"])
      try examination.compare("b.txt") { take in
        let bytes = Array(large.utf8)
        bytes.withUnsafeBytes { bytes in
          for start in stride(from: 0, to: bytes.count, by: 70_000) {
            let piece = bytes[start..<min(start + 70_000, bytes.count)]
            if !take(UnsafeRawBufferPointer(rebasing: piece)) { return }
          }
        }
      }
      defer { examination.end() }
      return examination.finding()
    }
    #expect(try finding().isSound)
    #expect(try finding().inventory == Inventory(of: ["a.txt": large, "b.txt": large]))
    try sandbox.makeFile("public/a.txt", large.dropLast() + "x")
    try sandbox.makeFile("public/b.txt", large.dropLast() + "x")
    #expect(try finding().changed == ["a.txt", "b.txt"])
  }

  @Test func `a file that says at its end what it was made of is taken by that`() throws {
    try sandbox.publish(["card.png": "whatever, of drawing 1"])
    func finding(_ path: String, _ ending: String) throws -> Examination.Finding {
      let examination = try sandbox.output().examine(waiting: .zero)
      try examination.compare(path, endingWith: Array(ending.utf8))
      defer { examination.end() }
      return examination.finding()
    }
    let sound = try finding("card.png", "of drawing 1")
    #expect(sound.isSound)
    #expect(sound.inventory == Inventory(of: ["card.png": "whatever, of drawing 1"]))
    #expect(try finding("card.png", "of drawing 2").changed == ["card.png"])
    #expect(try finding("card.png", "and more whatever, of drawing 1").changed == ["card.png"])
    #expect(try finding("other.png", "of drawing 1").missing == ["other.png"])
  }

  @Test(arguments: ["nowhere", "empty"])
  func `where there is no site, it is said how one is made`(name: String) throws {
    try sandbox.makeFolder("empty")
    let error = #expect(throws: PublishingError.self) { try sandbox.output(name).examine() }
    #expect(
      error?.description
        == "there is no site in '\(sandbox[name])'; make it with 'gazette build'")
    #expect(sandbox.names() == ["empty"])
  }

  @Test func `a foreign file is named, as a build would`() throws {
    try sandbox.publish(Self.site)
    try sandbox.makeFile("public/notes.txt")
    let error = #expect(throws: PublishingError.self) { try sandbox.output().examine() }
    #expect(error?.cause == .foreign(["notes.txt"], others: 0, counted: true))
  }

  @Test func `while a build has the site it is not looked at, and the other way round`() throws {
    try sandbox.publish(Self.site)
    let edition = try sandbox.output().begin()
    let error = #expect(throws: PublishingError.self) {
      try sandbox.output().examine(waiting: .zero)
    }
    #expect(error?.cause == .held(by: getpid()))
    edition.abandon()
    let examination = try sandbox.output().examine(waiting: .zero)
    #expect(throws: PublishingError.self) { try sandbox.output().begin(waiting: .zero) }
    examination.end()
    try sandbox.publish(Self.site)
  }
}

/// What a site is compared by.
struct InventoryTests {
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (3, "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0"),
    (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `a digest is what others' programs print`(count: Int, digits: String) {
    #expect(digest(of: String(repeating: "a", count: count)) == digits)
  }

  @Test func `pieces of any length give the digest of the whole`() {
    let text = String(repeating: "gazette", count: 50)
    for length in 1...140 {
      var sum = SHA256()
      Array(text.utf8).withUnsafeBytes { bytes in
        for start in stride(from: 0, to: bytes.count, by: length) {
          let piece = bytes[start..<min(start + length, bytes.count)]
          sum.take(UnsafeRawBufferPointer(rebasing: piece))
        }
      }
      #expect(sum.digits() == digest(of: text))
    }
  }

  @Test func `an inventory is read as it was written, with files that are being replaced`() throws {
    var files = Inventory(of: ["a b.txt": "one", "c/index.html": "two"]).files
    files["d.css"] = .replaced
    files["e.css"] = .coming
    let inventory = Inventory(files)
    #expect(try Inventory(parsing: inventory.bytes) == inventory)
    #expect(
      String(decoding: inventory.bytes, as: UTF8.self) == """
        gazette manifest 2
        7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a b.txt
        3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  c/index.html
        0000000000000000000000000000000000000000000000000000000000000000  d.css
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff  e.css

        """)
  }

  @Test func `of a site put there by hand the names are known`() throws {
    let inventory = try Inventory(parsing: Array("gazette manifest 1\na.css\nb.html\n".utf8))
    #expect(inventory.files == ["a.css": .replaced, "b.html": .replaced])
  }

  @Test(arguments: [
    "abc  a.css", "\(String(repeating: "0", count: 64)) a.css",
    "\(String(repeating: "g", count: 64))  a.css", "\(String(repeating: "0", count: 64))  ../a.css",
  ])
  func `a line that no Gazette has written is damage`(line: String) {
    #expect(throws: PublishingError.Cause.damagedManifest(line: 2)) {
      try Inventory(parsing: Array("gazette manifest 2\n\(line)\n".utf8))
    }
  }

  private func digest(of text: String) -> String {
    var sum = SHA256()
    Array(text.utf8).withUnsafeBytes { sum.take($0) }
    return sum.digits()
  }
}

extension Inventory {
  /// That of a site of these files.
  init(of site: [String: String]) {
    self.init(
      site.mapValues { text in
        var sum = SHA256()
        Array(text.utf8).withUnsafeBytes { sum.take($0) }
        return .known(sum.digits())
      })
  }
}
