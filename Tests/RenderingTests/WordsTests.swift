import Content
import Linking
import Loading
import Mustache
import TestSupport
import Testing
import ThemeFiles

@testable import Rendering

/// The strings of the theme, and what a publication says otherwise.
struct WordsTests {
  private func builtIn(_ language: String) throws -> [WordFile.Entry] {
    let files = try StringsFiles(for: language, own: [])
    return language == "en" ? files.english.entries : try #require(files.builtIn.first).entries
  }

  @Test func `Dutch has every string that English has, with the same names in it`() throws {
    let english = try builtIn("en")
    let dutch = Dictionary(
      try builtIn("nl").map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
    func names(_ text: String) -> Set<String> {
      Set(WordBook.Word(text, at: .init(path: "", at: 0), isVerbatim: false).names)
    }
    for entry in english {
      let text = try #require(dutch[entry.key], "nl.yml lacks \(entry.key)")
      #expect(names(text) == names(entry.text), "\(entry.key)")
    }
    let known = Set(english.map(\.key))
    let own = dutch.keys.filter { !known.contains($0) && !$0.hasPrefix("places.") }
    #expect(own == [])
  }

  @Test func `every place has a Dutch name, or the same as in English`() throws {
    let dutch = Set(try builtIn("nl").map(\.key))
    for code in StandardCodes.countryCodes + ["EU"] { #expect(dutch.contains("places." + code)) }
  }

  @Test func `whatever the program says is among the strings`() throws {
    let keys = Set(try builtIn("en").map(\.key))
    for word in Word.allCases { #expect(keys.contains(word.rawValue), "\(word.rawValue)") }
    for word in CountedWord.allCases {
      #expect(keys.isSuperset(of: ["one", "other"].map { "\(word.rawValue).\($0)" }))
    }
    for month in 1...12 { #expect(keys.contains("dates.months.\(month)")) }
    for kind in ColumnFacts.Kind.allCases { #expect(keys.contains("data.types.\(kind.rawValue)")) }
    for table in Dataset.tables.map(\.facts) {
      #expect(keys.contains("data.tables.\(table.name).title"))
      #expect(keys.contains("data.tables.\(table.name).row"))
      for column in table.columns {
        let own = "data.columns.\(table.name).\(column.name)"
        #expect(keys.contains(own) || keys.contains("data.columns.\(column.name)"), "\(own)")
        if column.choices.isEmpty { continue }
        let group = try #require(column.meanings, "\(own) says what its words mean")
        for word in column.choices { #expect(keys.contains("meanings.\(group).\(word)")) }
      }
    }
  }

  @Test func `each word of an enumeration has its string`() throws {
    let keys = Set(try builtIn("en").map(\.key))
    func expect<Key: RawRepresentable & CaseIterable>(_ group: String, _ type: Key.Type)
    where Key.RawValue == String {
      for word in Key.allCases { #expect(keys.contains("\(group).\(word.rawValue)")) }
    }
    expect("status", Standing.Status.self)
    expect("status_meaning", Standing.Status.self)
    expect("step", Step.Kind.self)
    expect("step_mention", Step.Kind.self)
    expect("effect", Step.Effect.self)
    expect("effect_back", Step.Effect.self)
    expect("measure", Measure.Kind.self)
    expect("state", Standing.Outcome.State.self)
    expect("role", Provision.Role.self)
    expect("relation", Relation.Kind.self)
    expect("relation_inverse", Relation.Kind.self)
    expect("amendment", Amendment.Kind.self)
    expect("reference", DocketReference.Kind.self)
    expect("company_kind", Company.Kind.self)
    expect("regulator_kind", Regulator.Kind.self)
    expect("deadline", Deadline.Kind.self)
    expect("deadline_event", Deadline.Kind.self)
    expect("account", Account.self)
  }

  @Test func `no template says a word of its own`() {
    for file in BuiltInTheme.files where file.name.hasSuffix(".mustache") {
      var text = ""
      var rest = String(decoding: file.bytes, as: UTF8.self)[...]
      // Tags of templates first, since they stand in attributes too; then those of HTML.
      while let open = rest.firstRange(of: "{{") {
        text += rest[..<open.lowerBound]
        let end = rest[open.upperBound...].firstRange(of: "}}")?.upperBound ?? rest.endIndex
        rest = rest[end...]
      }
      text += rest
      for attribute in ["aria-label", "title", "alt", "data-label", "placeholder"] {
        for value in text.parts(between: " \(attribute)=\"", and: "\"") {
          let says = value.contains { $0.isLetter }
          #expect(!says, "\(file.name): \(value)")
        }
      }
      let shown = text.split(separator: "<", omittingEmptySubsequences: false).enumerated().map {
        $0 == 0 ? $1 : $1.split(separator: ">", omittingEmptySubsequences: false).last ?? ""
      }
      // Names of formats are the same in every language; `article` is a type of Open Graph.
      let words = shown.flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 1 }.filter {
        !["JSON", "csv", "BibTeX", "RIS", "CSL", "article"].contains($0)
      }
      #expect(words == [], "\(file.name)")
    }
  }
}

struct DutchTests {
  private let words: Words

  init() throws {
    words = Words(try StringsFiles(for: "nl-BE", own: []).book, language: "nl-BE")
  }

  private func written(_ write: (inout OutputBuffer) -> Void) -> String {
    var out = OutputBuffer()
    write(&out)
    return String(decoding: out.bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
  }

  @Test(arguments: [
    ("2024-09-03", "3 september 2024"), ("2024-05", "mei 2024"), ("2024", "2024"),
  ])
  func `dates are written as Dutch has them`(_ date: String, _ text: String) throws {
    let date = try #require(CalendarDate(date))
    #expect(written { $0.append(words: date, in: words) } == text)
  }

  @Test(arguments: [
    ("30500000 EUR", "€ 30,5 miljoen", "€ 30.500.000"),
    ("1250.50 EUR", "€ 1.250,50", "€ 1.250,50"),
    ("2100000000 USD", "USD 2,1 miljard", "USD 2.100.000.000"),
    ("400..600 GBP", "£ 400 tot £ 600", "£ 400 tot £ 600"),
  ])
  func `amounts are written as Dutch has them`(
    _ amount: String, _ compact: String, _ exact: String
  ) throws {
    let price = try #require(Amount(amount).flatMap { Price($0) })
    #expect(written { $0.append(compact: price, in: words) } == compact)
    #expect(written { $0.append(exact: price, in: words) } == exact)
  }

  @Test(arguments: [
    (0, "Geen zaken"), (1, "1 zaak"), (2, "2 zaken"), (1_234_567, "1.234.567 zaken"),
  ])
  func `numbers are grouped, and have the form that goes with them`(_ count: Int, _ text: String) {
    #expect(words.cases(count) == text)
  }

  @Test func `places and languages have their Dutch names`() {
    #expect(words.country("NL") == "Nederland")
    #expect(words.country("XX") == "XX")
    #expect(words.language("de-AT") == "Duits")
    #expect(words.language("tlh") == "tlh")
  }
}

struct PluralRuleTests {
  @Test(arguments: [
    ("nl", [0: "other", 1: "one", 2: "other", 21: "other"]),
    ("fr", [0: "one", 1: "one", 2: "other"]),
    ("cs", [1: "one", 2: "few", 4: "few", 5: "other", 22: "other"]),
    ("pl", [1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 21: "many"]),
    ("hr", [1: "one", 21: "one", 11: "many", 3: "few", 13: "many"]),
    ("sl", [1: "one", 2: "two", 3: "few", 5: "other", 101: "one"]),
    ("lt", [1: "one", 2: "few", 10: "other", 11: "other", 21: "one"]),
    ("ro", [0: "few", 1: "one", 19: "few", 20: "other", 101: "few"]),
    ("ja", [1: "other"]),
  ])
  func `a number has the form that its language gives it`(
    _ language: String, _ forms: [Int: String]
  ) {
    let rule = PluralRule(of: language)
    for (number, form) in forms { #expect(rule.form(of: number) == form, "\(language) \(number)") }
  }
}
