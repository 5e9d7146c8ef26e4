/// What a body's HTML depends on beside the body.
package struct ProseOptions: Sendable {
  /// BCP 47; decides the quotation marks and, by default, the words.
  package let language: String
  package let words: ProseWords
  /// Ids of the page around the body that do not begin with `page-`; no heading gets one of them.
  package let reservedAnchors: [String]
  /// What every body begins with.
  let typography: Typography
  /// Earlier anchors of headings, each with the one that its heading has now: links to both lead there.
  package private(set) var aliases: [Alias]

  package struct Alias: Sendable, Hashable {
    package let earlier: String
    package let anchor: String

    package init(_ earlier: String, of anchor: String) {
      self.earlier = earlier
      self.anchor = anchor
    }
  }

  package init(
    language: String = "en", words: ProseWords? = nil, reservedAnchors: [String] = [],
    aliases: [Alias] = []
  ) {
    self.language = language
    self.words = words ?? ProseWords(language: language)
    self.reservedAnchors = reservedAnchors
    typography = Typography(language: language)
    self.aliases = aliases
  }

  /// The same with earlier anchors of one body's headings.
  package func with(aliases: [Alias]) -> ProseOptions {
    if aliases.isEmpty { return self }
    var options = self
    options.aliases = aliases
    return options
  }
}

/// The words that a body's HTML says to screen readers.
package struct ProseWords: Sendable {
  /// In front of a footnote's number.
  package var note: String
  /// In front of a source's number.
  package var source: String
  /// In front of a heading's text, for its permalink.
  package var sectionLink: String
  /// In front of a table's column names.
  package var table: String

  package init(note: String, source: String, sectionLink: String, table: String) {
    self.note = note
    self.source = source
    self.sectionLink = sectionLink
    self.table = table
  }

  /// The words in Dutch, German or French, or else in English.
  package init(language: String) {
    switch LanguageCode(of: language) {
    case "nl":
      self.init(
        note: "Noot", source: "Bron", sectionLink: "Link naar deze paragraaf", table: "Tabel")
    case "de":
      self.init(
        note: "Anmerkung", source: "Quelle", sectionLink: "Link zu diesem Abschnitt",
        table: "Tabelle")
    case "fr":
      self.init(
        note: "Note", source: "Source", sectionLink: "Lien vers cette section", table: "Tableau")
    default:
      self.init(note: "Note", source: "Source", sectionLink: "Link to this section", table: "Table")
    }
  }
}
