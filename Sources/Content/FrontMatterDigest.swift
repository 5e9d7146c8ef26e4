/// What stands before the body, as a number, and where the body begins.
package struct FrontMatterDigest: Hashable, Sendable {
  package let digest: UInt64
  package let end: Int

  /// Eight bytes at a time, since every build pays for it.
  init(of bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) {
    self.end = end
    let raw = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<end])
    var digest: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(end)
    var place = 0
    func mix(_ word: UInt64) {
      digest = (digest ^ word) &* 0xBF58_476D_1CE4_E5B9
      digest ^= digest >> 31
    }
    while place + 8 <= end {
      mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    while place < end {
      mix(UInt64(raw[place]) | 0x100)
      place += 1
    }
    self.digest = digest
  }
}
