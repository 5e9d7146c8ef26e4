import Content
import Linking

/// A list of cases in sections, which its pages show fifty at a time.
struct CaseList: Sendable {
  struct Section: Sendable {
    /// What the cases of the section have in common; nil in a list of one section.
    let title: String?
    let cases: [Ordinal<LinkedCase>]
    /// What stands before each case: the provisions by which it belongs here. Empty for none.
    var notes: [String] = []
  }

  /// Without empty ones.
  let sections: [Section]
  let count: Int

  init(_ sections: [Section]) {
    self.sections = sections.filter { !$0.cases.isEmpty }
    count = self.sections.reduce(0) { $0 + $1.cases.count }
  }

  init(_ cases: [Ordinal<LinkedCase>]) { self.init([Section(title: nil, cases: cases)]) }

  /// How many pages show the list; one shows an empty one.
  static func pages(of count: Int) -> Int {
    max(1, (count + Site.pageLength - 1) / Site.pageLength)
  }

  var pages: Int { Self.pages(of: count) }

  /// What the `number`-th page shows, from 1.
  func page(_ number: Int) -> [Section] {
    var rest = (number - 1) * Site.pageLength..<min(count, number * Site.pageLength)
    var shown: [Section] = []
    for section in sections {
      let here = rest.clamped(to: 0..<section.cases.count)
      if !here.isEmpty {
        shown.append(
          Section(
            title: section.title, cases: Array(section.cases[here]),
            notes: section.notes.isEmpty ? [] : Array(section.notes[here])))
      }
      let passed = section.cases.count
      rest = max(0, rest.lowerBound - passed)..<max(0, rest.upperBound - passed)
    }
    return shown
  }
}

extension CaseList {
  /// Cases by what they say of an article, each once for a role, with the provisions it names.
  init(byRole citations: [LinkedLaw.Citation], in words: Words) {
    let sections = Provision.Role.inOrder.map { role in
      var cases: [Ordinal<LinkedCase>] = []
      var notes: [String] = []
      for citation in citations where citation.role == role {
        if cases.last == citation.case {
          notes[notes.count - 1] += ", " + citation.at
        } else {
          cases.append(citation.case)
          notes.append(citation.at)
        }
      }
      return Section(title: words.role[role], cases: cases, notes: notes)
    }
    self.init(sections)
  }

  /// A company's own cases, then those of the companies below it.
  init(of company: LinkedCompany, in words: Words) {
    if company.groupCases.count == company.cases.count {
      self.init(company.cases)
    } else {
      let own = Set(company.cases)
      self.init([
        Section(
          title: words.text(.ownCases, ["company": company.short]), cases: company.cases),
        Section(
          title: words.text(.groupCases, ["company": company.short]),
          cases: company.groupCases.filter { !own.contains($0) }),
      ])
    }
  }

  /// What an authority decided, then the cases of others in which it took a step.
  init(of regulator: LinkedRegulator, in words: Words) {
    if regulator.rulings.isEmpty {
      self.init(regulator.cases)
    } else {
      self.init([
        Section(title: words[.ownDecisions], cases: regulator.cases),
        Section(title: words[.rulings], cases: regulator.rulings),
      ])
    }
  }
}
