import TestSupport
import Testing

/// Style sheets as a build serves them.
struct StyleSheetTests {
  @Test func `a theme's style sheets are served without what is there for their writers`()
    async throws
  {
    let site = try await RenderedSite(
      Fixture(
        """
        === templates/own.css
        /* Ours. */
        body { color: teal; }
        === content/files/sheet.css
        /* As it is. */
        body { color: teal; }
        """, over: Publication.small))
    #expect(site.text("own.css") == "body{color:teal}")
    #expect(site.text("files/sheet.css") == "/* As it is. */\nbody { color: teal; }\n")
    #expect(site.text("style.css").hasPrefix(":root{"))
    #expect(!site.text("style.css").contains("/*"))
  }
}
