import Testing

@testable import Previewing

/// What an open page is told, and what it is spared.
struct NewsTests {
  private let page = "content/cases/acme.md"

  @Test func `a page loads again only when its own bytes have changed`() async throws {
    var shown = try await ShownSource()
    var (own, other) = (shown.reader(of: "/cases/acme/"), shown.reader(of: "/about/"))
    try await shown.edit(page) { $0 + "\nA sentence more.\n" }
    #expect(shown.build.reach == .texts)
    #expect(shown.news(for: &own) == [.reload])
    #expect(shown.news(for: &other) == [])
  }

  @Test func `nothing is said when nothing has changed, and nothing is said twice`() async throws {
    var shown = try await ShownSource()
    var reader = shown.reader(of: "/cases/acme/")
    #expect(shown.news(for: &reader) == [])
    try await shown.edit(page) { $0.replacing("date: 2024-05-16", with: "date: 2024-05-17") }
    #expect(shown.news(for: &reader) == [.reload])
    #expect(shown.news(for: &reader) == [])
  }

  @Test func `a change between loading and listening is told at once`() async throws {
    var shown = try await ShownSource()
    var reader = shown.reader(of: "/cases/acme/")
    try await shown.edit(page) { $0 + "\nFirst.\n" }
    try await shown.edit("content/pages/about.md") { $0 + "\nSecond.\n" }
    #expect(shown.news(for: &reader) == [.reload])
  }

  @Test func `a style sheet is swapped in place, once`() async throws {
    var shown = try await ShownSource()
    var reader = shown.reader(of: "/about/")
    try await shown.save("body { color: red }", to: "templates/style.css")
    #expect(shown.news(for: &reader) == [.style(path: "/style.css")])
    #expect(shown.news(for: &reader) == [])
    try await shown.save("body { color: blue }", to: "templates/style.css")
    #expect(shown.build.reach == .files)
    #expect(shown.news(for: &reader) == [.style(path: "/style.css")])
    var later = shown.reader(of: "/about/")
    #expect(shown.news(for: &later) == [])
  }

  @Test func `a broken edit lays its problems over the last good page until it is mended`()
    async throws
  {
    var shown = try await ShownSource()
    var reader = shown.reader(of: "/cases/acme/")
    let before = try shown.text("/cases/acme/")
    try await shown.edit(page) { $0.replacing("[nl-ap]", with: "[nl-pa]") }
    guard case .problems(let html) = shown.news(for: &reader).first else {
      Issue.record("an open page is told of the problem")
      return
    }
    let text = String(decoding: html, as: UTF8.self)
    #expect(text.contains("content/cases/acme.md:6:14"))
    #expect(text.contains("regulators: [<mark>nl-pa</mark>]"))
    #expect(text.contains("unknown-regulator"))
    #expect(try shown.text("/cases/acme/") == before)
    try await shown.edit(page) { $0.replacing("[nl-pa]", with: "[nl-ap]") }
    #expect(shown.news(for: &reader) == [.mended])
    #expect(try shown.text("/cases/acme/") == before)
  }

  @Test func `a page that is loaded while something is broken is told of it`() async throws {
    var shown = try await ShownSource()
    try await shown.edit(page) { $0 + "\n[](company:nobody)\n" }
    var reader = shown.reader(of: "/about/")
    #expect(shown.news(for: &reader).count == 1)
    #expect(shown.news(for: &reader) == [])
  }

  @Test func `sources that are broken from the start are explained at every address`() async throws
  {
    var shown = try await ShownSource(
      """
      === content/pages/about.md
      ---
      titel: About <us>
      ---
      """)
    let answer = try shown.answer("/about/")
    #expect(answer.status == .unavailable)
    #expect(answer.text.contains("content/pages/about.md:2:1"))
    #expect(answer.text.contains("<mark>titel</mark>: About &lt;us&gt;"))
    var reader = shown.reader(of: "/about/")
    #expect(shown.news(for: &reader) == [])
    try await shown.save("---\ntitle: About\n---\n", to: "content/pages/about.md")
    #expect(shown.news(for: &reader) == [.reload])
    #expect(try shown.answer("/about/").status == .ok)
  }

  @Test func `a page of a run before this one loads again when it comes back`() async throws {
    let shown = try await ShownSource()
    let page = shown.showing.pageDigest(at: "/about/")
    var old = Reader(path: "/about/", page: page, build: "before.7", isReturning: true)
    #expect(shown.news(for: &old) == [.reload])
    var own = Reader(path: "/about/", page: page, build: "run.1", isReturning: true)
    #expect(shown.news(for: &own) == [])
  }

  @Test func `a page that is removed, and one that comes, loads again`() async throws {
    var shown = try await ShownSource()
    var (gone, missing) = (shown.reader(of: "/about/"), shown.reader(of: "/imprint/"))
    try await shown.save("---\ntitle: Imprint\n---\n", to: "content/pages/imprint.md")
    #expect(shown.news(for: &missing) == [.reload])
    try await shown.save(nil, to: "content/pages/about.md")
    #expect(shown.news(for: &gone) == [.reload])
    #expect(try shown.answer("/about/").status == .notFound)
  }

  @Test func `events are written as browsers read them`() {
    #expect(
      News.style(path: "/style.css").message == Array("event: style\ndata: /style.css\n\n".utf8))
    #expect(
      News.problems(Array("a\nb".utf8)).message
        == Array("event: problems\ndata: a\ndata: b\n\n".utf8))
  }
}
