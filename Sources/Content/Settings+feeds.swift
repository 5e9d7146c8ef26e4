extension Settings {
  /// How much feeds hold, and of what.
  package struct Feeds: Sendable {
    /// What a feed's entry says of a case.
    package enum Content: String, Vocabulary {
      /// The whole write-up with its sources.
      case full
      case summary
    }

    /// Which feeds keep everything, in documents behind the one that readers subscribe to.
    package enum Archives: String, Vocabulary { case site, all, none }

    /// Entries in `/feed.atom`, at least, where there are so many.
    package var site = 50
    /// Entries in every other feed.
    package var others = 20
    package var content = Content.full
    package var archives = Archives.site
    /// Places in one archive document.
    package var archiveLength = 50
    package var json = true

    static let schema = Schema<Feeds>(
      "feeds", blank: { Feeds() },
      [
        Field("site", .count, \.site, "entries in the site's feed; 50"),
        Field("others", .count, \.others, "entries in the others; 20"),
        Field("content", .word, \.content, "full or summary; full"),
        Field(
          "archives", .word, \.archives, "whose older entries are kept: site, all or none; site"),
        Field("archive_length", .length, \.archiveLength, "entries in an archive document; 50"),
        Field("json", .flag, \.json, "false leaves JSON feeds out"),
      ])
  }

  /// Something that was published and is no longer there.
  package struct Gone: Sendable {
    package var address = Written("", start: 0, end: 0)
    package var date = Written(CalendarDate?.none, start: 0, end: 0)
    package var why = ""
    /// When it had been published.
    package var published: Timestamp?
    /// The oldest slug, which feeds knew it by, where that was not the last.
    package var knownAs: Written<String>?

    static let schema = Schema<Gone>(
      "gone item", blank: { Gone() },
      [
        Field(
          "address", .siteAddress, \.address, required: true, "its last one, such as /cases/acme/"),
        Field("date", .writtenDay, \.date, required: true, "the day on which it was taken away"),
        Field("why", .text, \.why, required: true, "the reason, for readers"),
        Field(
          "published", .timestamp, \.published,
          "when it had been published, so that feeds keep its place"),
        Field("known_as", .slug, \.knownAs, "its oldest slug, where that was another"),
      ])
  }

  /// Whom to tell of a weakness of the site (RFC 9116).
  package struct Security: Sendable {
    package var contacts: [String] = []
    package var expires = Written(Timestamp?.none, start: 0, end: 0)
    package var languages: [String] = []
    package var encryption: String?
    package var policy: String?
    package var acknowledgments: String?

    static let schema = Schema<Security>(
      "security", blank: { Security() },
      [
        Field(
          "contact", .list(of: .contact), \.contacts, required: true,
          "mail addresses, telephone numbers or pages: mailto:, tel: or https:"),
        Field(
          "expires", .writtenMoment, \.expires, required: true,
          "until when this holds, at best less than a year ahead"),
        Field("languages", .list(of: .language), \.languages, "that reports may be written in"),
        Field("encryption", .address, \.encryption, "where a key for reports is"),
        Field("policy", .address, \.policy, "how reports are dealt with"),
        Field("acknowledgments", .address, \.acknowledgments, "who has reported something"),
      ])
  }
}

extension FieldType where Value == Int {
  static let length = scalar("whole number above 0", like: "50", shown: { String($0) }) { typed in
    typed.utf8.count <= 6 && typed.utf8.allSatisfy { (48...57).contains($0) }
      ? Int(typed).flatMap { $0 > 0 ? $0 : nil } : nil
  }
}

extension FieldType where Value == CalendarDate {
  static let day = scalar(
    "day", rule: .badDate, like: "2024-05-16", shown: { $0.text }
  ) { CalendarDate($0).flatMap { $0.day == nil ? nil : $0 } }
}

extension FieldType where Value == Written<CalendarDate?> {
  static let writtenDay = FieldType<CalendarDate>.day.optional.written
}

extension FieldType where Value == Written<Timestamp?> {
  static let writtenMoment = FieldType<Timestamp>.timestamp.optional.written
}

extension FieldType where Value == Written<String> {
  /// An address on this site, from its first `/` on.
  static let siteAddress = FieldType<String>.scalar(
    "address on this site", like: "/cases/acme/", shown: { $0 }
  ) { typed in
    typed.utf8.count > 1 && typed.hasPrefix("/") && !typed.hasPrefix("//")
      && typed.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3F && $0 != 0x23 }
      ? typed : nil
  }.written
}

extension FieldType where Value == String {
  /// A way to reach somebody, as RFC 9116 §2.5.3 lets it be written.
  static let contact = scalar(
    "contact", like: "mailto:desk@watch.example, tel:+31201234567 or https://watch.example/report",
    shown: { $0 }
  ) { typed in
    if typed.hasPrefix("https://") { return isWebAddress(typed) }
    let schemes = ["mailto:", "tel:"]
    return schemes.contains { typed.hasPrefix($0) && typed.utf8.count > $0.utf8.count }
      && typed.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? typed : nil
  }
}
