import Content
import TestSupport
import Testing

@testable import Drafting

struct NameBookTests {
  private let book = NameBook(
    companiesOf: Fixture(
      """
      === content/companies/post.md
      ---
      name: Österreichische Post
      aliases: [Post AG]
      ---
      === content/companies/other-post.md
      ---
      name: Other Post
      short: Post AG
      ---
      """, over: Publication.small
    ).casebook.value)

  private func slug(_ answer: NameBook.Answer) -> String? {
    if case .one(let listing) = answer { listing.slug } else { nil }
  }

  @Test(arguments: [
    ("post", "post"), ("Österreichische Post", "post"), ("osterreichische post", "post"),
    ("ACME energy", "acme-energy"), ("other-post", "other-post"),
  ])
  func `a company is found by its slug or any name, case and accents aside`(
    _ typed: String, _ found: String
  ) {
    #expect(slug(book.find(typed)) == found)
  }

  @Test func `a name that two have is not decided for the editor`() {
    guard case .several(let listings) = book.find("Post AG") else {
      Issue.record("one was chosen")
      return
    }
    #expect(listings.map(\.slug) == ["other-post", "post"])
  }

  @Test func `a misspelt name leads to the one that is spelt almost so`() {
    guard case .none(let nearest) = book.find("Acme Enrgy") else {
      Issue.record("it was found")
      return
    }
    #expect(nearest?.slug == "acme-energy")
    #expect(book.find("Nobody at all") == .none(nearest: nil))
  }

  @Test(arguments: [
    ("ac", ["acme-energy"]), ("post", ["other-post", "post"]), ("öst", ["post"]), ("xy", []),
    ("", ["acme-energy", "other-post", "post"]),
  ])
  func `what is typed is completed by slug, by name and by a word of it`(
    _ typed: String, _ slugs: [String]
  ) {
    #expect(book.completions(of: typed).map(\.slug) == slugs)
  }

  @Test(arguments: [
    ("Acme Energy B.V.", "acme-energy-b-v"), ("Österreichische Post", "osterreichische-post"),
    ("!!!", ""), (String(repeating: "a", count: 59) + " b", String(repeating: "a", count: 59)),
  ])
  func `a slug is made of a name`(_ name: String, _ made: String) {
    #expect(Drafting.slug(for: name) == made)
    #expect(made.isEmpty || isSlug(made))
  }

  @Test func `a name is made of a slug`() { #expect(name(for: "acme-energy") == "Acme Energy") }
}
