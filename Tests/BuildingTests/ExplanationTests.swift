import Building
import Diagnostics
import Linking
import Loading
import Mustache
import TestSupport
import Testing

/// What `gazette explain` shows is run through the whole pipeline, so that it cannot rot.
@Suite struct ExplanationTests {
  @Test(arguments: Rule.all)
  func `the bad example of a rule breaks that rule and no other`(rule: Rule) async throws {
    #expect(try await broken(by: rule.bad, in: rule.setting) == [rule.id])
  }

  @Test(arguments: Rule.all)
  func `the good example of a rule breaks none`(rule: Rule) async throws {
    #expect(try await broken(by: rule.good, in: rule.setting) == [])
  }

  @Test func `no two rules share a name, and each explains itself`() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    for rule in Rule.all {
      #expect(rule.id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 || $0 == 56 })
      #expect(
        !rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == false, "\(rule.id)")
      #expect(rule.why.hasSuffix(".") && rule.bad != rule.good, "\(rule.id)")
    }
  }

  private func broken(by excerpt: String, in setting: Rule.Setting) async throws -> Set<String> {
    let fixture = Fixture(excerpt, in: setting)
    guard setting != .theme else { return brokenInTheme(of: fixture) }
    let build = try await Build(of: fixture.tree, .someDay, on: Cores(2))
    return Set(build.diagnostics.map(\.rule.id))
  }

  /// The built-in theme has every template, so what it would be to lack one is seen without it.
  private func brokenInTheme(of fixture: Fixture) -> Set<String> {
    let library = fixture.tree.templates.map { file in
      let name = file.path.dropFirst("templates/".utf8.count).dropLast(".mustache".utf8.count)
      return TemplateSource(
        path: file.path, name: String(name), bytes: (try? file.bytes()) ?? [])
    }.parsedTemplates()
    let template = library.value.template(
      "not-found", showing: Fields<Int>("page not found") { _ in })
    return Set((library.diagnostics + template.diagnostics).map(\.rule.id))
  }
}

extension Rule: CustomTestStringConvertible {
  package var testDescription: String { id }
}
