import Diagnostics
import TestSupport

@testable import Content

extension Fixture {
  /// What the files say wrong by themselves.
  var ownFindings: [Finding] { findings(in: casebook.diagnostics) }
}

/// A topic, the kind with the fewest fields, by its front matter.
func topic(_ frontMatter: String) -> Fixture {
  Fixture("=== content/topics/data-breach.md\n---\n\(frontMatter)\n---", over: Publication.small)
}

/// A company by its front matter.
func company(_ frontMatter: String) -> Fixture {
  Fixture(
    "=== content/companies/acme-energy.md\n---\n\(frontMatter)\n---", over: Publication.small)
}

/// A case that is complete but for `fields`, which come first.
func acme(
  _ fields: String, leavingOut: Set<String> = [], text body: String = "Text."
) -> Fixture {
  let parts: [(key: String, text: String)] = [
    ("title", "title: Late disclosure"),
    ("summary", "summary: The authority fined Acme Energy."),
    ("published", "published: 2024-06-01"),
    ("companies", "companies: [acme-energy]"),
    ("regulators", "regulators: [nl-ap]"),
    ("steps", "steps: [{ id: decision, date: 2024-05-16, kind: decision }]"),
    ("sources", "sources: [{ id: decision, title: Decision, publisher: nl-ap }]"),
  ]
  let written = Set(
    fields.split(separator: "\n").map { $0.replacing("▸", with: "").prefix { $0 != ":" } }
      .map { String($0) })
  let rest = parts.filter { !written.contains($0.key) && !leavingOut.contains($0.key) }
  let text = ([fields] + rest.map(\.text)).filter { !$0.isEmpty }.joined(separator: "\n")
  return Fixture("=== content/cases/acme.md\n---\n\(text)\n---\n\(body)", over: Publication.small)
}
