import TestSupport
import Testing

@testable import Content

/// The words of eight bytes must say what a look at each byte says.
struct ByteSurveyTests {
  private func survey(_ bytes: [UInt8]) -> ByteSurvey {
    bytes.withUnsafeBufferPointer { ByteSurvey(of: $0) }
  }

  @Test func `each byte is seen at each place of a word and behind the last`() {
    for byte in UInt8.min...UInt8.max {
      for length in [1, 7, 8, 9, 16, 19] {
        for place in 0..<length {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes[place] = byte
          let found = survey(bytes)
          #expect(found.isASCII == (byte < 0x80))
          #expect(found.hasReturns == (byte == 0x0D))
          #expect(found.hasAmpersands == (byte == UInt8(ascii: "&")))
          let isControl = byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) || byte == 0x7F
          #expect(found.mayHoldControls == (isControl || byte == 0xC2 || byte == 0xEF), "\(byte)")
        }
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `what is no UTF-8 begins where the standard library stops decoding`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts: [[UInt8]] = [
      Array("plain ".utf8), Array("é".utf8), Array("世".utf8), Array("𝄞".utf8), [0x80],
      [0xC0, 0x80],
      [0xC2], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xE2, 0x82], [0xF1, 0x80, 0x80],
    ]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
        parts[Int.random(in: 0..<(Bool.random(using: &random) ? 4 : parts.count), using: &random)]
      }
      let found = bytes.withUnsafeBufferPointer { $0.firstOutsideUTF8 }
      #expect((found == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let found {
        #expect(String(validating: bytes[..<found], as: UTF8.self) != nil, "\(bytes)")
        let longer = (1...4).map { bytes[..<min(bytes.count, found + $0)] }
        #expect(!longer.contains { String(validating: $0, as: UTF8.self) != nil }, "\(bytes)")
      }
    }
  }
}
