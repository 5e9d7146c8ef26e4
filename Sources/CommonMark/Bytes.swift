#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")

  /// Whether it goes on in a character of UTF-8 that an earlier byte began.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var isBlank: Bool { self == .space || self == .tab }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isDigit && !isLetter }
  /// The lower-case form of an ASCII letter; every other byte as it is.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension Bytes {
  /// The bytes of `range`, clamped to what there is.
  func part(_ range: Range<Int>) -> Bytes {
    let range = range.clamped(to: 0..<count)
    return Bytes(rebasing: self[range])
  }

  func holds(_ other: Bytes, at offset: Int) -> Bool {
    guard offset >= 0, offset + other.count <= count else { return false }
    guard let left = baseAddress, let right = other.baseAddress else { return other.isEmpty }
    return memcmp(left + offset, right, other.count) == 0
  }

  /// Compares with ASCII text of known length.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && holds(Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount), at: 0)
  }

  /// How often `byte` stands in it.
  func count(of byte: UInt8) -> Int {
    let wanted = Part16(repeating: byte)
    var total = 0
    var index = 0
    // Sixteen at a time, counted place by place for as long as none can overflow.
    while index + 16 <= count {
      var counts = Part16()
      let end = Swift.min(index &+ 16 &* 255, count &- 15)
      while index < end {
        counts = counts &+ (part16(at: index) .== wanted).bits
        index &+= 16
      }
      total &+= counts.total
    }
    while index < count {
      if self[index] == byte { total &+= 1 }
      index &+= 1
    }
    return total
  }

  /// The offset of the first byte from `start` on whose bit is set in `marks`, or nil.
  ///
  /// The bits stand for the bytes from `!` to `?`; no other may be set.
  func first(of marks: UInt64, from start: Int) -> Int? {
    var index = start
    while index &+ 8 <= count {
      let word = word(at: index)
      let low = word & 0x7F7F_7F7F_7F7F_7F7F
      // The top bit of each byte from 0x21 to 0x3F.
      var hits =
        (low &+ 0x5F5F_5F5F_5F5F_5F5F) & ~(low &+ 0x4040_4040_4040_4040) & ~word
        & 0x8080_8080_8080_8080
      while hits != 0 {
        let hit = index &+ hits.trailingZeroBitCount &>> 3
        if marks &>> UInt64(self[hit]) & 1 == 1 { return hit }
        hits &= hits &- 1
      }
      index &+= 8
    }
    while index < count {
      let byte = self[index]
      if byte < 0x40, marks &>> UInt64(byte) & 1 == 1 { return index }
      index &+= 1
    }
    return nil
  }

  /// Eight bytes, the first in the lowest place.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }

  /// The offset of the first `byte` in `range`, or nil.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard let base = baseAddress, !range.isEmpty else { return nil }
    guard let hit = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// The offset of the first place in `range` where `other` stands whole, or nil.
  func first(_ other: Bytes, in range: Range<Int>) -> Int? {
    guard let initial = other.first else { return range.lowerBound }
    var from = range.lowerBound
    while let hit = first(initial, in: from..<range.upperBound) {
      if hit + other.count <= range.upperBound, holds(other, at: hit) { return hit }
      from = hit + 1
    }
    return nil
  }

  /// At most `count` bytes of it, up to the end of a character.
  func beginning(of count: Int) -> Bytes {
    guard count < self.count else { return self }
    var end = count
    while end > 0, self[end].isContinuation { end -= 1 }
    return part(0..<end)
  }

  /// The range without spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The bytes as text; anything that is not UTF-8 becomes U+FFFD.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
  /// Whether it is these bytes.
  func isSame(as bytes: Bytes) -> Bool {
    var text = self
    return text.withUTF8 { $0.count == bytes.count && $0.holds(bytes, at: 0) }
  }
}

extension StaticString {
  var bytes: Bytes { Bytes(start: utf8Start, count: utf8CodeUnitCount) }
}
