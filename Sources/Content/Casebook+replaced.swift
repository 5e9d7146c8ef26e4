extension Casebook {
  /// The same casebook with one entry in another state; nil where it has none of that kind and slug,
  /// or where more than the entry's text is different.
  ///
  /// Nothing that is worked out from front matter alone can differ between the two.
  package func replacing(_ file: ParsedFile) -> Casebook? {
    var casebook = self
    let isReplaced =
      switch file {
      case .case(let parsed): casebook.replace(parsed, .case, \.cases)
      case .company(let parsed): casebook.replace(parsed, .company, \.companies)
      case .regulator(let parsed): casebook.replace(parsed, .regulator, \.regulators)
      case .law(let parsed): casebook.replace(parsed, .law, \.laws)
      case .topic(let parsed): casebook.replace(parsed, .topic, \.topics)
      case .page(let parsed): casebook.replace(parsed, .page, \.pages)
      case .news, .broken, .stray: false
      }
    return isReplaced ? casebook : nil
  }

  private mutating func replace<Fields>(
    _ parsed: ParsedEntry<Fields>, _ kind: EntryKind,
    _ list: WritableKeyPath<Casebook, [Entry<Fields>]>
  ) -> Bool {
    guard let position = self[keyPath: list].position(of: parsed.entry.slug) else { return false }
    let old = self[keyPath: list][position]
    guard old.path == parsed.entry.path, let frontMatter = old.frontMatter,
      frontMatter == parsed.entry.frontMatter
    else { return false }
    self[keyPath: list][position] = parsed.entry
    // The texts of cases were taken.
    if kind != .case { texts[kind]?[position] = parsed.text }
    return true
  }
}

extension Array {
  /// Where the entry with a slug is in a list in ascending order of slugs.
  package func position<Fields>(of slug: String) -> Int? where Element == Entry<Fields> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].slug < slug { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].slug == slug ? low : nil
  }
}
