import Testing

@testable import Diagnostics

@Suite struct SourceLinesTests {
  private func positions(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let lines = SourceLines(bytes)
    return (0...bytes.count).map { offset in
      let position = lines.position(of: offset)
      return "\(position.line):\(position.column)"
    }
  }

  @Test func `lines end in LF, CRLF or CR, and the end belongs to its line`() {
    #expect(positions("a\nb") == ["1:1", "1:2", "2:1", "2:2"])
    #expect(positions("a\rb") == ["1:1", "1:2", "2:1", "2:2"])
    #expect(positions("a\n\nb") == ["1:1", "1:2", "2:1", "3:1", "3:2"])
    let crlf = SourceLines(Array("a\r\nb".utf8))
    #expect(crlf.position(of: 3) == (2, 1))
    #expect(crlf.position(of: 1) == (1, 2))
  }

  @Test func `columns count characters as a reader sees them`() {
    let text = "é👩‍👩‍👧e\u{301}x"
    let lines = SourceLines(Array(text.utf8))
    #expect(lines.position(of: 2).column == 2)
    #expect(lines.position(of: 2 + 18).column == 3)
    #expect(lines.position(of: 2 + 18 + 3).column == 4)
  }

  @Test func `a byte order mark is no column`() {
    let lines = SourceLines(Array("\u{FEFF}---\nx".utf8))
    #expect(lines.position(of: 0) == (1, 1))
    #expect(lines.position(of: 3) == (1, 1))
    #expect(lines.position(of: 4) == (1, 2))
    #expect(lines.text(ofLine: 1) == "---")
  }

  @Test func `an offset behind the end is the end, one before the start the start`() {
    let lines = SourceLines(Array("ab\n".utf8))
    #expect(lines.position(of: 99) == (2, 1))
    #expect(lines.position(of: -5) == (1, 1))
    #expect(SourceLines([]).position(of: 0) == (1, 1))
  }

  @Test func `a line's text leaves its end out`() {
    let lines = SourceLines(Array("a\r\nb\n\nc".utf8))
    #expect((1...4).map { lines.text(ofLine: $0) } == ["a", "b", "", "c"])
    #expect(lines.text(ofLine: 0) == "" && lines.text(ofLine: 5) == "")
  }

  @Test(arguments: [0, 700, 5_000, 9_999])
  func `of a very long line what is around the place is shown, and columns stay right`(_ at: Int) {
    let letters = (0..<10_000).map { $0 % 10 == 0 ? "é" : String($0 % 10) }
    let lines = SourceLines(Array(letters.joined().utf8))
    let offset = letters[..<at].joined().utf8.count
    let excerpt = lines.excerpt(at: offset)
    #expect(excerpt.text.utf8.count <= 1_502)
    let column = lines.position(of: offset).column
    #expect(column == at + 1)
    let characters = Array(excerpt.text)
    #expect(String(characters[column - excerpt.column]) == letters[at])
  }

  @Test func `bytes that are no text are counted and shown all the same`() {
    let lines = SourceLines([0x61, 0xFF, 0x62, 0x0A, 0x63])
    #expect(lines.position(of: 2).column == 3)
    #expect(lines.text(ofLine: 1) == "a\u{FFFD}b")
  }

  @Test func `a text that is sought is found from its place on, if it is near`() {
    let lines = SourceLines(Array("Apex. One.\nApex, two. Apex.".utf8))
    #expect(lines.range(of: Place(path: "a", start: 1, end: 1, seeking: "Apex")) == 11..<15)
    #expect(lines.range(of: Place(path: "a", start: 0, end: 0, seeking: "Apex")) == 0..<4)
    #expect(lines.range(of: Place(path: "a", start: 23, end: 24, seeking: "Apex")) == 23..<24)
    #expect(lines.range(of: Place(path: "a", start: 5, end: 9)) == 5..<9)
    #expect(lines.range(of: Place(path: "a", start: 3, end: 3, seeking: "")) == 3..<3)
    #expect(lines.range(of: Place(path: "a", start: 99, end: 99, seeking: "Apex")) == 99..<99)
  }

  @Test func `a place ends no earlier than it starts`() {
    let place = Place(path: "a", start: 5, end: 2)
    #expect((place.start, place.end) == (5, 5))
  }
}
