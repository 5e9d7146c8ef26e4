#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// HTML in the making: bytes, and the ways in which text may enter them.
struct HTMLBuffer: ~Copyable {
  /// Nil as long as there is no capacity.
  private var base: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0

  /// An empty one, which costs nothing.
  init() {}

  init(capacity: Int) { grow(by: max(64, capacity)) }

  deinit { free(base) }

  /// Forgets what was written, and makes room for so many bytes.
  mutating func restart(capacity needed: Int) {
    count = 0
    if capacity < needed { grow(by: needed) }
  }

  /// What has been written so far; not to be kept.
  var written: Bytes { Bytes(start: base, count: count) }
  /// An offset as the tables of a `Prose` keep it.
  var offset: UInt32 { UInt32(truncatingIfNeeded: count) }

  /// A copy without room to spare.
  func finished() -> [UInt8] { Array(written) }

  /// From `malloc` itself: Swift's own allocation of bytes asks for aligned ones, which costs more.
  private mutating func grow(by added: Int) {
    capacity = max(capacity * 2, count + added, 64)
    guard let memory = malloc(capacity) else { preconditionFailure("no memory left") }
    let larger = memory.assumingMemoryBound(to: UInt8.self)
    if let base { larger.update(from: base, count: count) }
    free(base)
    base = larger
  }

  @inline(__always)
  private mutating func write(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(by: length) }
    guard let base else { return }
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
    base?[count] = byte
    count += 1
  }

  /// Text that needs no escape; not `write(_:)`, which literals would then be no static strings for.
  mutating func write(text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  /// Decimal digits; `number` is not negative.
  mutating func write(number: Int) {
    if number > 9 { write(number: number / 10) }
    write(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  /// Starts a new line unless one has just begun, as libcmark's `cr` does.
  @inline(__always)
  mutating func startLine() {
    if let base, count > 0, base[count - 1] != .lineFeed { write(.lineFeed) }
  }

  /// Overwrites bytes that are already there.
  mutating func overwrite(at offset: Int, with replacement: StaticString) {
    precondition(offset + replacement.utf8CodeUnitCount <= count, "only what is there is replaced")
    guard let base else { return }
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
    var text = text
    text.withUTF8 { writeEscaped($0) }
  }

  /// An address in a quoted attribute: what a URI cannot hold is percent-encoded.
  mutating func writeAddress(_ address: Bytes) {
    if Self.isSafe(address) { write(address) } else { writeEncoded(address) }
  }

  /// Whether an address may stand as it is; of a short one it is not asked.
  private static func isSafe(_ address: Bytes) -> Bool {
    guard address.count >= 16 else { return false }
    var unsafe = Part16()
    var index = 0
    while index + 16 <= address.count {
      unsafe = unsafe | Self.unsafe(address.part16(at: index))
      index += 16
    }
    // The last sixteen may have been looked at in part.
    if index < address.count {
      unsafe = unsafe | Self.unsafe(address.part16(at: address.count - 16))
    }
    return !unsafe.isAnySet
  }

  /// Not zero where a byte is not safe in an address.
  @inline(__always)
  private static func unsafe(_ part: Part16) -> Part16 {
    let low =
      (part .< Part16(repeating: 0x21)) .| (part .== Part16(repeating: 0x22))
      .| ((part | Part16(repeating: 0x01)) .== Part16(repeating: 0x27))
      .| ((part | Part16(repeating: 0x02)) .== Part16(repeating: 0x3E))
    let middle =
      ((part &- Part16(repeating: 0x5B)) .< Part16(repeating: 4))
      .| (part .== Part16(repeating: 0x60))
    let high = (part .> Part16(repeating: 0x7A)) .& (part .!= Part16(repeating: 0x7E))
    return (low .| middle .| high).bits
  }

  private mutating func writeEncoded(_ address: Bytes) {
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
    var address = address
    address.withUTF8 { writeAddress($0) }
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
