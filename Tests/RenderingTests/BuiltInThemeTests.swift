import Testing
import ThemeFiles

@Test func `the built-in theme has a stylesheet`() {
  #expect(BuiltInTheme.files.contains { $0.name == "style.css" && !$0.bytes.isEmpty })
}
