import Content

extension Directory {
  /// Whether a case is the same entry in both.
  package func hasSameCase(at position: Int, as other: Directory) -> Bool {
    casebook.cases[position] === other.casebook.cases[position]
  }

  /// Whether every case that is the same entry in both is linked the same in both: it would be told
  /// the same of whatever it may ask.
  ///
  /// Entries other than cases must be the very same, and of cases that are not, all that another
  /// entry can see of them: where they are, and where a text links to them, their names and anchors.
  package func answers(as other: Directory) -> Bool {
    guard options == other.options, root == other.root, visible == other.visible,
      casebook.settings.language == other.casebook.settings.language,
      casebook.files == other.casebook.files, casebook.broken == other.casebook.broken,
      casebook.companies.areSame(as: other.casebook.companies),
      casebook.regulators.areSame(as: other.casebook.regulators),
      casebook.laws.areSame(as: other.casebook.laws),
      casebook.topics.areSame(as: other.casebook.topics),
      casebook.pages.areSame(as: other.casebook.pages),
      casebook.news.areSame(as: other.casebook.news), visibleNews == other.visibleNews,
      casebook.cases.count == other.casebook.cases.count,
      articles.elementsEqual(other.articles, by: { $0.map(\.name) == $1.map(\.name) })
    else { return false }
    return zip(casebook.cases, other.casebook.cases).allSatisfy { one, two in
      one === two || one.isFound(like: two) && (one.reads(like: two) || !isNamed(one))
    }
  }

  /// Whether a text links to a case, so that it may say its name, or lead to one of its headings.
  private func isNamed(_ entry: Entry<Case>) -> Bool {
    references.contains(EntryName(.case, entry.slug))
  }
}

extension Entry where Fields == Case {
  /// Whether both are at the same address, and were at the same ones before.
  fileprivate func isFound(like other: Entry<Case>) -> Bool {
    slug == other.slug && path == other.path
      && fields.formerly.map(\.value) == other.fields.formerly.map(\.value)
  }

  /// Whether a link to either says the same, and may lead to the same places in it.
  fileprivate func reads(like other: Entry<Case>) -> Bool {
    fields.title == other.fields.title && fields.short == other.fields.short
      && anchors == other.anchors
  }
}

extension Array {
  fileprivate func areSame<Fields>(as others: [Entry<Fields>]) -> Bool
  where Element == Entry<Fields> {
    elementsEqual(others, by: ===)
  }
}
