import Testing

struct SwiftFileTests {
  @Test(arguments: [
    ("let a = 1 // open(path)", "let a = 1 "),
    ("a /* open( /* nested */ ( */ b", "a  b"),
    ("let a = \"open(path)\" + b", "let a = \"\" + b"),
    ("\"a\\\"open(\\(exit(1))b\"", "\"(exit(1))\""),
    ("\"\\(f(\"x\") + g(1))\" + h()", "\"(f(\"\") + g(1))\" + h()"),
    ("#\"a \"open(\" \\(b) \\#(c)\"#", "\"(c)\""),
    ("func `a file is \"open\"`() {}", "func _() {}"),
    ("#if os(Linux)\n#endif", "#if os(Linux)\n#endif"),
  ])
  func `comments and texts are left out, and interpolated code is kept`(
    _ text: String, _ code: String
  ) {
    #expect(SwiftFile(path: "a.swift", text: text).code == code)
  }

  @Test func `lines keep their numbers behind texts and comments`() {
    let file = SwiftFile(
      path: "a.swift", text: "/* a\n*/\nlet b = \"\"\"\n  c\n  \"\"\"\nexit(0)\n")
    #expect(file.words.last?.text == "0")
    #expect(file.words.last?.line == 6)
  }

  @Test func `lines of a table in a text are not counted`() {
    let file = SwiftFile(path: "a.swift", text: "let a = \"\"\"\n  b\n  c\n  \"\"\"\nlet d = 1\n")
    #expect(file.length == 3)
  }

  @Test(arguments: [
    ("open(path)", true), ("file.open(path)", false), ("func open(_ path: String)", false),
    ("reopen(path)", false), ("case open", false), ("[open(a)]", true), ("try open(a)", true),
  ])
  func `only a call that belongs to no value is a free call`(_ code: String, _ isFree: Bool) {
    let words = SwiftFile(path: "a.swift", text: code).words
    #expect(words.contains { $0.text == "open" && $0.isFreeCall } == isFree)
  }

  @Test func `imports and types are found where they are declared`() {
    let file = SwiftFile(
      path: "Sources/Content/A.swift",
      text: "import CYaml\n@preconcurrency import struct Foundation.Date\npackage enum Kind {}")
    #expect(file.imports.map(\.module) == ["CYaml", "Foundation"])
    #expect(file.types.map(\.name) == ["Kind"])
    #expect(file.target == "Content")
    #expect(file.name == "A")
  }
}
