import Content
import Diagnostics
import Linking
import Mustache

/// The words of the theme in the publication's language, each there: what pages, feeds and data say
/// that is no content.
package final class Words: Sendable {
  let dates: DateWords
  let amounts: AmountWords
  let status: WordTable<Standing.Status>
  let statusMeaning: WordTable<Standing.Status>
  let step: WordTable<Step.Kind>
  /// A step where another one acts on it, with its article.
  let stepMention: WordTable<Step.Kind>
  let effect: WordTable<Step.Effect>
  /// The same, said of the step that is acted on.
  let effectBack: WordTable<Step.Effect>
  let measure: WordTable<Measure.Kind>
  let state: WordTable<Standing.Outcome.State>
  let role: WordTable<Provision.Role>
  let relation: WordTable<Relation.Kind>
  let relationInverse: WordTable<Relation.Kind>
  let amendment: WordTable<Amendment.Kind>
  let reference: WordTable<DocketReference.Kind>
  let companyKind: WordTable<Company.Kind>
  let regulatorKind: WordTable<Regulator.Kind>
  let deadline: WordTable<Deadline.Kind>
  let deadlineEvent: WordTable<Deadline.Kind>
  let account: WordTable<Account>
  let listMark: String
  private let phrases: [Word: Phrase]
  private let plural: PluralRule
  private let book: WordBook

  /// A key that the book has not is shown as it is; the built-in strings have all, and are under any
  /// others.
  init(_ book: WordBook, language: String) {
    dates = DateWords(book)
    amounts = AmountWords(book)
    status = WordTable("status", in: book)
    statusMeaning = WordTable("status_meaning", in: book)
    step = WordTable("step", in: book)
    stepMention = WordTable("step_mention", in: book)
    effect = WordTable("effect", in: book)
    effectBack = WordTable("effect_back", in: book)
    measure = WordTable("measure", in: book)
    state = WordTable("state", in: book)
    role = WordTable("role", in: book)
    relation = WordTable("relation", in: book)
    relationInverse = WordTable("relation_inverse", in: book)
    amendment = WordTable("amendment", in: book)
    reference = WordTable("reference", in: book)
    companyKind = WordTable("company_kind", in: book)
    regulatorKind = WordTable("regulator_kind", in: book)
    deadline = WordTable("deadline", in: book)
    deadlineEvent = WordTable("deadline_event", in: book)
    account = WordTable("account", in: book)
    listMark = book.text("numbers.list_mark")
    phrases = Dictionary(
      Word.allCases.map { ($0, Phrase(book.word($0.rawValue))) },
      uniquingKeysWith: { first, _ in first })
    plural = PluralRule(of: language)
    self.book = book
  }

  subscript(word: Word) -> String { book.text(word.rawValue) }

  /// A text with values in the place of names.
  func text(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    book.word(word.rawValue).filled(with: values)
  }

  /// The same, to be filled in while it is written.
  func phrase(_ word: Word) -> Phrase { phrases[word] ?? Phrase(book.word(word.rawValue)) }

  /// `No cases`, `1 case`, `1,234 cases`.
  func count(_ word: CountedWord, _ number: Int) -> String {
    let forms = number == 0 ? ["none"] : []
    for form in forms + [plural.form(of: number), "other"] {
      if let word = book["\(word.rawValue).\(form)"] {
        return word.filled(with: ["count": self.number(number)])
      }
    }
    return self.number(number)
  }

  /// The digits in groups.
  func number(_ number: Int) -> String {
    var out = OutputBuffer(capacity: 32)
    out.append(grouped: number, in: self)
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

// Words that are looked up by what is in the content.
extension Words {
  /// What stands between a step and the one it acts on.
  func relation(of kind: Step.Kind, _ effect: Step.Effect?) -> String {
    if let effect { return self.effect[effect] }
    switch kind {
    case .appealLodged, .permissionRefused: return book.text("acts_on.against")
    case .stay, .withdrawn, .becameFinal: return book.text("acts_on.of")
    case .paid, .refunded, .penaltyCalled, .complianceConfirmed: return book.text("acts_on.under")
    default: return book.text("acts_on.other")
    }
  }

  /// What stands between a step and a later one that acts on it.
  func relationBack(of kind: Step.Kind, _ effect: Step.Effect?) -> String {
    if let effect { return effectBack[effect] }
    switch kind {
    case .appealLodged, .permissionRefused: return book.text("acts_on_back.against")
    default: return book.text("acts_on_back.other")
    }
  }

  /// What the other case is to the one whose page it stands on.
  func relation(_ kind: Relation.Kind, isInverse: Bool) -> String {
    isInverse ? relationInverse[kind] : relation[kind]
  }

  /// A document's language by the first part of its BCP 47 tag; the tag itself where it is rare.
  func language(_ tag: String) -> String {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    return book["languages." + primary]?.text ?? tag
  }

  /// A country by its ISO 3166-1 code.
  func country(_ code: String) -> String {
    book["places." + code]?.text ?? StandardCodes.country(code) ?? code
  }

  func name(of place: LinkedJurisdiction) -> String {
    book["places." + place.code]?.text ?? place.name
  }

  /// A text of the data dictionary, by its key; nil where there is none.
  func text(at key: String) -> String? { book[key]?.text }

  /// A text by its key, with values in the place of names.
  func text(at key: String, _ values: KeyValuePairs<String, String>) -> String {
    book.word(key).filled(with: values)
  }

  var decimalMark: String { book.text("numbers.decimal_mark") }

  func cases(_ count: Int) -> String { self.count(.cases, count) }

  func undisclosed(_ count: Int) -> String { self.count(.undisclosed, count) }

  func pageTitle(_ title: String, page: Int) -> String {
    page == 1 ? title : text(.numberedPage, ["title": title, "number": number(page)])
  }
}

/// What each word of an enumeration is called.
struct WordTable<Key: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Key.RawValue == String {
  private let texts: [Key: String]

  init(_ group: String, in book: WordBook) {
    texts = Dictionary(
      Key.allCases.map { ($0, book.text("\(group).\($0.rawValue)")) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(key: Key) -> String { texts[key] ?? key.rawValue }
}

extension WordBook {
  func text(_ key: String) -> String { self[key]?.text ?? key }

  func word(_ key: String) -> Word {
    self[key] ?? Word(key, at: Place(path: "", at: 0), isVerbatim: false)
  }

  func phrase(_ key: String, _ names: String...) -> Phrase { Phrase(word(key), naming: names) }
}

extension WordBook.Word {
  func filled(with values: KeyValuePairs<String, String>) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let run): text += run
      case .name(let name): text += values.first { $0.key == name }?.value ?? "{\(name)}"
      }
    }
  }
}
