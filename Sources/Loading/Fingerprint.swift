/// What tells one run of bytes from another: 128 bits that differ where the bytes do, but for a chance
/// that nobody lives to see. Whoever wants two runs to pass for one can make them: it keeps no secret
/// and proves nothing to a stranger.
///
/// Bytes are taken thirty-two at a time, multiplied in two lanes to 128 bits and folded, as in wyhash
/// (Wang Yi, in the public domain). It is compared between runs of one program on one machine only,
/// so it may be another in a later version.
package struct Fingerprint: Hashable, Sendable {
  package let low: UInt64
  package let high: UInt64

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  package init(of bytes: UnsafeRawBufferPointer) {
    var (left, right) = (Self.keys.0, Self.keys.1)
    var offset = 0
    while offset + 32 <= bytes.count {
      func word(_ index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset + 8 * index, as: UInt64.self)
      }
      left = Self.fold(word(0) ^ Self.keys.2, word(1) ^ left)
      right = Self.fold(word(2) ^ Self.keys.3, word(3) ^ right)
      offset += 32
    }
    var tail: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &tail) { tail in
      tail.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
    }
    left = Self.fold(tail.0 ^ Self.keys.2, tail.1 ^ left)
    right = Self.fold(tail.2 ^ Self.keys.3, tail.3 ^ right)
    let length = UInt64(bytes.count)
    low = Self.fold(left ^ Self.keys.1, right ^ length)
    high = Self.fold(right ^ Self.keys.0, left &+ length)
  }

  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Fingerprint(of: $0) }
  }

  package init(of text: String) {
    var text = text
    self = text.withUTF8 { Fingerprint(of: UnsafeRawBufferPointer($0)) }
  }

  /// That of a list: another order, or another number, is another list.
  package init(joining parts: [Fingerprint]) {
    self = parts.withUnsafeBytes { Fingerprint(of: $0) }
  }

  /// That of a set: the same for its members in any order.
  package static func + (left: Fingerprint, right: Fingerprint) -> Fingerprint {
    Fingerprint(low: left.low &+ right.low, high: left.high &+ right.high)
  }

  /// The odd constants of wyhash.
  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
  )

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension Fingerprint: CustomStringConvertible {
  /// Thirty-two hexadecimal digits.
  package var description: String { Self.digits(of: high) + Self.digits(of: low) }

  /// From thirty-two hexadecimal digits; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 32, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(low: low, high: high)
  }

  private static func digits(of word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension SourceFile {
  /// That of the path and of the bytes as they are now.
  package func fingerprint() throws(LoadingError) -> Fingerprint {
    fingerprint(of: try bytes())
  }

  /// The same, and of the file's stamp: for a file that is read more than once, and may change and
  /// change back in between. It may be of any length; only a piece of it is in memory.
  package func fingerprintWithStamp() throws(LoadingError) -> Fingerprint {
    let content =
      switch storage {
      case .memory: try fingerprint()
      case .disk(let root, let disk):
        Fingerprint(
          joining: [Fingerprint(of: path)] + (try fingerprints(ofFile: root + path, disk)))
      }
    return Fingerprint(joining: [content] + (stamp.map { [$0.fingerprint] } ?? []))
  }

  /// That of the path and of bytes that were read from there.
  package func fingerprint(of bytes: [UInt8]) -> Fingerprint {
    Fingerprint(joining: [Fingerprint(of: path), Fingerprint(of: bytes)])
  }
}
