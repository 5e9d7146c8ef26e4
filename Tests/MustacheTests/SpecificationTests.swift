import Diagnostics
import Mustache
import Testing

@Suite(.enabled(if: SpecificationExample.isThere)) struct SpecificationTests {
  @Test(arguments: SpecificationExample.chapters)
  func `every example of the official suite comes out as it says`(chapter: String) throws {
    let examples = try SpecificationExample.examples(of: chapter)
    try #require(!examples.isEmpty)
    for example in examples {
      let sources = (example.partials ?? [:]).merging(["example": example.template]) { $1 }
      let library = sources.map { name, text in
        TemplateSource(path: "\(name).mustache", name: name, bytes: Array(text.utf8))
      }.parsedTemplates()
      let isLookupFailure = example.name == "Failed Lookup"
      #expect(
        library.diagnostics.filter { $0.severity == .error }.map(\.rule)
          == (isLookupFailure ? [.unknownPartial] : []), "\(chapter): \(example.name)")
      let template = library.value.template("example", showing: .covering([example.data]))
      #expect(template.diagnostics == [], "\(chapter): \(example.name)")
      var out = OutputBuffer()
      template.value?.render(example.data, into: &out)
      #expect(
        String(decoding: out.bytes, as: UTF8.self) == example.expected,
        "\(chapter): \(example.name): \(example.desc)")
    }
  }
}
