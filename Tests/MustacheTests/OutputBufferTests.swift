import Mustache
import Testing

@Suite struct OutputBufferTests {
  private func written(_ write: (inout OutputBuffer) -> Void) -> String {
    var out = OutputBuffer(capacity: 0)
    write(&out)
    #expect(out.count == out.bytes.count)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  @Test func `text, markup, bytes and slices are appended as they are`() {
    let bytes = Array("abcdef".utf8)
    let text = written { out in
      out.append("<p>")
      out.append("\(1 + 1) & ")
      out.append(bytes[2..<4])
      out.append(bytes)
      out.append(UInt8(ascii: "!"))
      out.append("é".utf8)
      out.append(repeatElement(UInt8(ascii: "-"), count: 3))
      bytes.withUnsafeBytes { out.append($0) }
    }
    #expect(text == "<p>2 & cdabcdef!é---abcdef")
  }

  @Test func `what was noted stands where it says, until the buffer is used again`() {
    var out = OutputBuffer()
    out.append("<p>")
    out.note("content/a.md", part: 0, as: 1) { $0.append("one") }
    out.append(" & ")
    out.note("content/b.md", part: 2, as: 0) { $0.append("two") }
    let text = Array(out.bytes)
    #expect(out.passages.map { String(decoding: text[$0.range], as: UTF8.self) } == ["one", "two"])
    #expect(out.passages.map(\.source) == ["content/a.md", "content/b.md"])
    #expect(out.passages.map(\.part) == [0, 2])
    #expect(out.passages.map(\.form) == [1, 0])
    out.removeAll()
    #expect(out.passages.isEmpty)
  }

  @Test func `markup characters are escaped wherever they stand`() {
    let references: [Character: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]
    for (character, reference) in references {
      for before in 0..<20 {
        for after in 0..<20 {
          let head = String(repeating: "é#%x", count: before).prefix(before)
          let tail = String(repeating: "a=?;", count: after).prefix(after)
          #expect(
            written { $0.appendEscaped("\(head)\(character)\(tail)") }
              == "\(head)\(reference)\(tail)")
        }
      }
    }
  }

  @Test func `every other byte of UTF-8 passes unescaped`() {
    let all = String(String.UnicodeScalarView((0x00...0x2FF).compactMap(Unicode.Scalar.init)))
    let plain = all.filter { !"&<>\"'".contains($0) }
    #expect(written { $0.appendEscaped(plain) } == plain)
  }

  @Test func `a run of nothing but markup characters grows sixfold`() {
    let text = String(repeating: "\"", count: 10_000)
    #expect(written { $0.appendEscaped(text) } == String(repeating: "&quot;", count: 10_000))
  }

  @Test func `a buffer grows past its capacity and is empty after removal`() {
    var out = OutputBuffer(capacity: 8)
    for _ in 0..<1000 { out.append("0123456789") }
    #expect(out.count == 10_000)
    #expect(out.withBytes { $0.count } == 10_000)
    out.removeAll()
    #expect(out.isEmpty && out.bytes.isEmpty)
    out.append("x")
    #expect(Array(out.bytes) == [UInt8(ascii: "x")])
  }

  @Test func `what was taken out does not change when more is written`() {
    var out = OutputBuffer()
    out.append("first")
    let taken = out.bytes
    out.removeAll()
    out.append("other")
    #expect(String(decoding: taken, as: UTF8.self) == "first")
  }
}
