import Diagnostics

/// Control characters that a body spells as numbers, such as `&#8;`: Markdown turns them into the
/// characters themselves (CommonMark 0.30 §2.5).
enum ControlReference {
  static func all(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, path: String
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var index = start
    while index + 2 < bytes.count {
      guard bytes[index] == UInt8(ascii: "&"), bytes[index + 1] == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      let (value, end) = number(in: bytes, at: index + 2)
      if end < bytes.count, bytes[end] == UInt8(ascii: ";"), let value,
        let scalar = Unicode.Scalar(value), isForbidden(scalar)
      {
        found.append(
          .controlCharacter(scalar, at: Place(path: path, start: index, end: end + 1)))
      }
      index = end
    }
    return found
  }

  /// The number at `start`, decimal or behind an `x` hexadecimal, of at most seven digits, and
  /// where it ends; nil for none.
  private static func number(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (value: UInt32?, end: Int) {
    let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
    var end = isHexadecimal ? start + 1 : start
    let first = end
    var value: UInt32 = 0
    while end < bytes.count, end - first < 7, let digit = digit(bytes[end], isHexadecimal) {
      value = value * (isHexadecimal ? 16 : 10) + digit
      end += 1
    }
    return (end > first ? value : nil, end)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x37)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x57)
    default: nil
    }
  }
}
