import TestSupport
import Testing

@testable import CommonMark

/// Sixteen bytes at a time give what one byte at a time gives.
@Suite struct BytePartsTests {
  private static let alphabet = Array("aZ09 .-,/'\"&<>[]^~\u{E9}\u{65E5}\n%_`{|}@\\".utf8)

  /// Texts of all lengths around the sixteen bytes, of letters and of everything else.
  private func forEachText(_ check: ([UInt8]) -> Void) {
    var random = SeededGenerator(seed: 16)
    for length in 0..<70 {
      for round in 0..<12 {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        for index in text.indices where round > 3 || Int.random(in: 0..<20, using: &random) == 0 {
          text[index] = Self.alphabet.randomElement(using: &random) ?? 0
        }
        check(text)
      }
    }
  }

  @Test func `the traits of a text are those of its bytes`() {
    forEachText { text in
      let traits = text.withUnsafeBufferPointer { TextTraits(of: $0) }
      #expect(traits.spaces == text.count { $0 == UInt8(ascii: " ") })
      #expect(traits.isASCII == text.allSatisfy { $0 < 0x80 })
      let hasMark = text.contains { Array("\"&'<>[".utf8).contains($0) }
      let hasPair = zip(text, text.dropFirst()).contains {
        $0 == $1 && ($0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-"))
      }
      // What is not plain is looked at closely, so only the other way round matters.
      if hasMark || hasPair { #expect(!traits.isPlain, "\(text)") }
    }
  }

  @Test func `bytes are counted wherever they stand, and however many there are`() {
    forEachText { text in
      let count = text.withUnsafeBufferPointer { $0.count(of: UInt8(ascii: "]")) }
      #expect(count == text.count { $0 == UInt8(ascii: "]") })
    }
    let many = [UInt8](repeating: UInt8(ascii: "]"), count: 16 * 700 + 5)
    #expect(many.withUnsafeBufferPointer { $0.count(of: UInt8(ascii: "]")) } == many.count)
    let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 16 * 700 + 5)
    #expect(spaces.withUnsafeBufferPointer { TextTraits(of: $0) }.spaces == spaces.count)
  }

  @Test func `an address is encoded byte by byte, however long it is`() {
    let safe = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%()*+,-./:;=?@_~".utf8)
    forEachText { text in
      var html = HTMLBuffer()
      text.withUnsafeBufferPointer { html.writeAddress($0) }
      let expected = text.flatMap { byte -> [UInt8] in
        if safe.contains(byte) { return [byte] }
        if byte == UInt8(ascii: "&") { return Array("&amp;".utf8) }
        if byte == UInt8(ascii: "'") { return Array("&#x27;".utf8) }
        let digits = String(byte, radix: 16, uppercase: true)
        return Array(("%" + (digits.count < 2 ? "0" : "") + digits).utf8)
      }
      #expect(html.finished() == expected)
    }
  }

  @Test func `names are found wherever they begin in a text`() {
    let names = ["Acme", "AI", "É-Corp", "23andMe", "Ab c", "X"]
    for chosen in [["Acme", "AI"], names] {
      let index = NameIndex(chosen.enumerated().map { (name: $0.element, id: Int32($0.offset)) })
      for length in 0..<40 {
        for (id, name) in chosen.enumerated() {
          let text = String(repeating: "b ", count: length) + name
          let found = Body("q " + text).prose.mentions(of: index)
          #expect(found.map(\.name) == [Int32(id)], "\(name) behind \(length)")
        }
      }
    }
  }
}
