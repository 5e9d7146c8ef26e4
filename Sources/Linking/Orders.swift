import Content

/// Where each entry of a casebook, which is sorted by slugs, stands in the site's lists, which are
/// sorted by names.
struct Orders: Sendable {
  let companies: [Int]
  let regulators: [Int]
  let laws: [Int]
  let topics: [Int]
  /// The codes of all jurisdictions that a regulator or law has, by the place's name.
  let jurisdictionCodes: [String]
  let jurisdictions: [String: Int]

  init(_ casebook: Casebook) {
    companies = Self.order(casebook.companies.map { ($0.fields.name, $0.slug) })
    regulators = Self.order(casebook.regulators.map { ($0.fields.name, $0.slug) })
    laws = Self.order(casebook.laws.map { ($0.fields.short, $0.slug) })
    topics = Self.order(casebook.topics.map { ($0.fields.name, $0.slug) })
    let codes =
      casebook.regulators.map(\.fields.jurisdiction.value)
      + casebook.laws.map(\.fields.jurisdiction.value)
    // An entry without one, which has been reported, is at the place without a code.
    let unique = Array(Set(codes)).sorted()
    let places = Self.order(unique.map { (StandardCodes.jurisdiction($0) ?? $0, $0) })
    jurisdictionCodes = places.inverse.map { unique[$0] }
    jurisdictions = Dictionary(
      uniqueKeysWithValues: zip(jurisdictionCodes, jurisdictionCodes.indices))
  }

  /// The rank of each name in the alphabet, ties by slug.
  private static func order(_ entries: [(name: String, slug: String)]) -> [Int] {
    let keys = entries.map { (collationKey($0.name), $0.slug) }
    return keys.indices.sorted { keys[$0] < keys[$1] }.inverse
  }
}

extension [Int] {
  /// The permutation that undoes this one.
  var inverse: [Int] {
    var inverse = self
    for (index, value) in enumerated() { inverse[value] = index }
    return inverse
  }
}

/// What a name sorts by: letters without case and accents, so that Österreichische stands at O.
///
/// The same on every machine, since it asks no locale: canonical decomposition, marks dropped.
package func collationKey(_ name: String) -> String {
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
  var key = ""
  for character in name.lowercased() {
    let scalars = String(character).unicodeScalars
    if let base = baseLetters[character] {
      key += base
    } else {
      key.unicodeScalars.append(contentsOf: scalars.filter { !$0.properties.isDiacritic })
    }
  }
  return key
}

/// Latin letters with marks, as one character each, and what they are filed under.
private let baseLetters: [Character: String] = {
  var table: [Character: String] = [:]
  let rows: [(String, String)] = [
    ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
    ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"),
    ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
    ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
  ]
  for (base, letters) in rows {
    for letter in letters { table[letter] = base }
  }
  return table
}()
