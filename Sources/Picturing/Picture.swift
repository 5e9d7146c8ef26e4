/// A picture as bytes of a file: a PNG (W3C PNG, third edition), looked at no further than it is needed.
package struct Picture: Sendable {
  /// The whole file.
  package private(set) var bytes: [UInt8]
  package let width: Int
  package let height: Int

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let end = chunk("IEND", [])

  /// Nil for what does not begin and end as a PNG does.
  init?(_ bytes: [UInt8]) {
    // The signature, then the first chunk: its length, `IHDR`, and two numbers of four bytes.
    guard bytes.count >= 24 + Self.end.count, bytes.starts(with: Self.signature),
      bytes[12..<16].elementsEqual("IHDR".utf8), bytes.suffix(Self.end.count) == Self.end[...]
    else { return nil }
    self.bytes = bytes
    func number(at start: Int) -> Int {
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    width = number(at: 16)
    height = number(at: 20)
  }

  /// Says within the file what it was made of; where it ends, so that it is easily read again.
  package mutating func say(_ origin: String) {
    bytes.removeLast(Self.end.count)
    bytes += Self.ending(saying: origin)
  }

  /// What a picture ends with that says this: a chunk with a keyword and a text, and the last chunk.
  package static func ending(saying origin: String) -> [UInt8] {
    chunk("tEXt", Array("Source\0\(origin)".utf8)) + end
  }

  private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    return bytes(of: UInt32(data.count)) + body + bytes(of: checksum(body))
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  /// CRC-32 as PNG has it, bit by bit: it is asked for some dozens of bytes.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
