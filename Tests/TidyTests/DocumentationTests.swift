import Testing

/// What the documentation must not forget, and what it must not promise.
struct DocumentationTests {
  @Test(arguments: ["README.md", "docs/architecture.md"])
  func `the map names every room`(_ page: String) throws {
    let rows = try Repository.text(page).split(separator: "\n").compactMap { line in
      Room.all.first { line.hasPrefix("| `\($0.name)` |") }?.name
    }
    #expect(rows.sorted() == Room.all.map(\.name).sorted(), "one row `| `Room` | …` for each room")
  }

  @Test func `the guide to writing explains every field of the schema`() throws {
    let guide = try Repository.text("docs/writing-a-case.md")
    let keys = try Repository.sources.get().filter { $0.target == "Content" }.flatMap { file in
      try Repository.text(file.path).firstTexts(inCallsOf: "Field(")
    }
    let missing = Set(keys).filter { key in
      !["`\(key)`", "\n\(key):", " \(key):"].contains { guide.contains($0) }
    }
    #expect(keys.count > 60)
    #expect(missing.sorted() == [])
  }

  @Test func `a document that a comment names is there`() throws {
    let documents = try Repository.sources.get().flatMap { file in
      try Repository.text(file.path).split(whereSeparator: { " ()`\n".contains($0) })
        .filter { $0.hasPrefix("docs/") }
        .map { String($0.prefix { !".,;:".contains($0) }) + ".md" }
    }
    for document in Set(documents) {
      #expect(throws: Never.self, "\(document)") { try Repository.text(document) }
    }
  }
}

extension String {
  /// The text that is the first argument of each call that opens like this.
  fileprivate func firstTexts(inCallsOf opening: String) -> [String] {
    ranges(of: opening).compactMap { call in
      let argument = self[call.upperBound...].drop { $0.isWhitespace }
      guard argument.first == "\"" else { return nil }
      return String(argument.dropFirst().prefix { $0 != "\"" })
    }
  }
}
