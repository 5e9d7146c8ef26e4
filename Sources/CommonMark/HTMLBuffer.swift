/// HTML in the making: bytes, and the ways in which text may enter them.
struct HTMLBuffer {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }
  /// An offset as the tables of a `Prose` keep it.
  var offset: UInt32 { UInt32(truncatingIfNeeded: bytes.count) }

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ literal: StaticString) { bytes.append(contentsOf: literal.bytes) }
  mutating func write(_ raw: Bytes) { bytes.append(contentsOf: raw) }
  mutating func write(_ byte: UInt8) { bytes.append(byte) }
  mutating func write(number: Int) { bytes.append(contentsOf: String(number).utf8) }
  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Starts a new line unless one has just begun, as libcmark's `cr` does.
  mutating func startLine() {
    if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
  }

  /// Overwrites bytes that are already there; `bytes` must not reach over the end.
  mutating func overwrite(at offset: Int, with replacement: StaticString) {
    for (index, byte) in replacement.bytes.enumerated() { bytes[offset + index] = byte }
  }

  mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Text between tags or in a quoted attribute.
  mutating func writeEscaped(_ text: Bytes) {
    var start = 0
    for index in text.indices {
      guard let escape = Self.escape(of: text[index]) else { continue }
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
    var start = 0
    for index in address.indices {
      let byte = address[index]
      if byte.isLetter || byte.isDigit || Self.isSafeInAddress(byte) { continue }
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

  private static func isSafeInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), 0x23...0x25, 0x28...0x2F, UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }
}
