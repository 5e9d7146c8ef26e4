#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// HTML in the making: bytes, and the ways in which text may enter them.
struct HTMLBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    base = Self.memory(self.capacity)
  }

  deinit { free(base) }

  /// From `malloc` itself: Swift's own allocation of bytes asks for aligned ones, which costs more.
  private static func memory(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    guard let memory = malloc(size) else { preconditionFailure("no memory left") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }

  /// What has been written so far; not to be kept.
  var written: Bytes { Bytes(start: base, count: count) }
  /// An offset as the tables of a `Prose` keep it.
  var offset: UInt32 { UInt32(truncatingIfNeeded: count) }

  /// A copy without room to spare.
  func finished() -> [UInt8] { Array(written) }

  private mutating func grow(by added: Int) {
    capacity = max(capacity * 2, count + added)
    let larger = Self.memory(capacity)
    larger.update(from: base, count: count)
    free(base)
    base = larger
  }

  @inline(__always)
  private mutating func write(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(by: length) }
    memcpy(base + count, start, length)
    count += length
  }

  @inline(__always)
  mutating func write(_ literal: StaticString) {
    write(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  @inline(__always)
  mutating func write(_ raw: Bytes) {
    if let start = raw.baseAddress { write(start, raw.count) }
  }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    if capacity == count { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  mutating func write(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ write($0) }) == nil {
      for byte in text.utf8 { write(byte) }
    }
  }

  /// Decimal digits; `number` is not negative.
  mutating func write(number: Int) {
    if number > 9 { write(number: number / 10) }
    write(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  /// Starts a new line unless one has just begun, as libcmark's `cr` does.
  @inline(__always)
  mutating func startLine() {
    if count > 0, base[count - 1] != .lineFeed { write(.lineFeed) }
  }

  /// Overwrites bytes that are already there.
  mutating func overwrite(at offset: Int, with replacement: StaticString) {
    precondition(offset + replacement.utf8CodeUnitCount <= count, "only what is there is replaced")
    memcpy(base + offset, replacement.utf8Start, replacement.utf8CodeUnitCount)
  }

  /// Text between tags or in a quoted attribute.
  mutating func writeEscaped(_ text: Bytes) {
    var start = 0
    while let index = text.first(of: Self.escaped, from: start) {
      guard let escape = Self.escape(of: text[index]) else { break }
      write(text.part(start..<index))
      write(escape)
      start = index + 1
    }
    write(text.part(start..<text.count))
  }

  mutating func writeEscaped(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ writeEscaped($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { writeEscaped($0) }
    }
  }

  /// An address in a quoted attribute: what a URI cannot hold is percent-encoded.
  mutating func writeAddress(_ address: Bytes) {
    var start = 0
    for index in 0..<address.count {
      let byte = address[index]
      if Self.isSafeInAddress(byte) { continue }
      write(address.part(start..<index))
      start = index + 1
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "'"): write("&#x27;")
      default:
        write(UInt8(ascii: "%"))
        write(Self.hexDigit(byte >> 4))
        write(Self.hexDigit(byte & 15))
      }
    }
    write(address.part(start..<address.count))
  }

  mutating func writeAddress(_ address: String) {
    if address.utf8.withContiguousStorageIfAvailable({ writeAddress($0) }) == nil {
      Array(address.utf8).withUnsafeBufferPointer { writeAddress($0) }
    }
  }

  /// One bit for each byte below 0x40 that has an escape.
  private static let escaped: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

  @inline(__always)
  static func escape(of byte: UInt8) -> StaticString? {
    guard byte < 0x40, escaped >> UInt64(byte) & 1 == 1 else { return nil }
    switch byte {
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    default: return "&gt;"
    }
  }

  /// Letters, digits and `!#$%()*+,-./:;=?@_~`: one bit for each byte below 0x40, and for each of the
  /// next 64.
  private static let safeBelow: UInt64 = 0xAFFF_FF3A_0000_0000
  private static let safeAbove: UInt64 = 0x47FF_FFFE_87FF_FFFF

  @inline(__always)
  private static func isSafeInAddress(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 0x40 ? safeBelow : safeAbove) &>> UInt64(byte & 0x3F) & 1 == 1
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }
}
