extension Casebook {
  /// The same casebook with one entry in another state; nil where it has none of that kind and slug,
  /// or where more than the entry's text is different.
  ///
  /// Nothing that is worked out from front matter alone can differ between the two.
  package func replacing(_ file: ParsedFile) -> Casebook? {
    var casebook = self
    let isReplaced =
      switch file {
      case .case(let entry): replace(entry, in: &casebook.cases)
      case .company(let entry): replace(entry, in: &casebook.companies)
      case .regulator(let entry): replace(entry, in: &casebook.regulators)
      case .law(let entry): replace(entry, in: &casebook.laws)
      case .topic(let entry): replace(entry, in: &casebook.topics)
      case .page(let entry): replace(entry, in: &casebook.pages)
      case .broken, .stray: false
      }
    return isReplaced ? casebook : nil
  }

  private func replace<Fields>(_ entry: Entry<Fields>, in entries: inout [Entry<Fields>]) -> Bool {
    guard let position = entries.position(of: entry.slug) else { return false }
    let old = entries[position]
    guard old.path == entry.path, let frontMatter = old.frontMatter,
      frontMatter == entry.frontMatter
    else { return false }
    entries[position] = entry
    return true
  }
}

/// What stands before the body, as a number: eight bytes at a time, since every build pays for it.
func digest(of bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) -> UInt64 {
  let raw = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<end])
  var digest: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(end)
  var place = 0
  func mix(_ word: UInt64) {
    digest = (digest ^ word) &* 0xBF58_476D_1CE4_E5B9
    digest ^= digest >> 31
  }
  while place + 8 <= end {
    mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    place += 8
  }
  while place < end {
    mix(UInt64(raw[place]) | 0x100)
    place += 1
  }
  return digest
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
