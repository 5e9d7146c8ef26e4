import Loading
import TestSupport
import Testing

struct FingerprintTests {
  @Test func `a long file that is copied differs by its last byte, and is never in memory whole`()
    throws
  {
    let folder = try TemporaryFolder()
    let text = String(repeating: "0123456789abcdef", count: 1 << 18)
    var fingerprints: Set<String> = []
    for ending in ["", "a", "b"] {
      try folder.write(text + ending, to: "content/files/long.txt")
      let file = try #require(try SourceTree(reading: folder.path).files.first)
      fingerprints.insert(try file.fingerprintWithStamp().description)
    }
    #expect(fingerprints.count == 3)
  }

  @Test func `bytes that differ in one bit, in length or in order have another fingerprint`() {
    var seen: Set<Fingerprint> = []
    var made = 0
    for length in 0..<100 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
      #expect(seen.insert(Fingerprint(of: bytes)).inserted)
      made += 1
      for bit in 0..<(8 * length) {
        var other = bytes
        other[bit / 8] ^= 1 << (bit % 8)
        #expect(seen.insert(Fingerprint(of: other)).inserted, "bit \(bit) of \(length) bytes")
        made += 1
      }
    }
    #expect(seen.count == made)
    #expect(Fingerprint(of: [0, 0]) != Fingerprint(of: [0]))
  }

  @Test func `a list has its order and its number, a set neither`() {
    let (one, two) = (Fingerprint(of: "one"), Fingerprint(of: "two"))
    #expect(Fingerprint(joining: [one, two]) != Fingerprint(joining: [two, one]))
    #expect(Fingerprint(joining: [one]) != Fingerprint(joining: [one, one]))
    #expect(one + two == two + one)
  }

  @Test func `thirty-two digits read back, and nothing else does`() {
    for text in ["", "a", "another text of more than thirty-two bytes, to be sure"] {
      let fingerprint = Fingerprint(of: text)
      #expect(fingerprint.description.utf8.count == 32)
      #expect(Fingerprint(fingerprint.description) == fingerprint)
    }
    #expect(Fingerprint(String(repeating: "0", count: 31)) == nil)
    #expect(Fingerprint(String(repeating: "g", count: 32)) == nil)
    #expect(Fingerprint("+" + String(repeating: "0", count: 31)) == nil)
  }

  @Test func `a file's fingerprint is that of its path and its bytes`() throws {
    let file = SourceFile(path: "content/a.md", bytes: [1, 2])
    #expect(
      try file.fingerprint() == SourceFile(path: "content/a.md", bytes: [1, 2]).fingerprint())
    #expect(
      try file.fingerprint() != SourceFile(path: "content/b.md", bytes: [1, 2]).fingerprint())
    #expect(
      try file.fingerprint() != SourceFile(path: "content/a.md", bytes: [1, 3]).fingerprint())
  }
}
