import Content
import Diagnostics

// The wording of what readers would lose, or would not be told of.
extension Diagnostic {
  static func addressVanished(
    _ record: Record, below: Int, heir: (page: Imprint.Page, isCertain: Bool)?, on now: Timestamp,
    at place: Place, _ files: (String) -> [UInt8]?
  ) -> Diagnostic {
    let others =
      below == 0 ? "" : ", nor are \(below) \(below == 1 ? "address" : "addresses") below it"
    let renaming: String
    var replacement: Replacement?
    if let path = heir?.page.path {
      renaming =
        "write 'formerly: [\(record.slug)]' into \(path), "
        + (heir?.isCertain == true ? "which says the same" : "which says much the same")
      if heir?.isCertain == true { replacement = adding(record.slug, to: path, files) }
    } else if record.name != nil {
      renaming = "if it is called otherwise now, write 'formerly: [\(record.slug)]' into its file"
    } else {
      renaming =
        "if it is elsewhere now, write '{ from: \(record.address), to: … }' under "
        + "'redirects' in content/site.yml"
    }
    return Diagnostic(
      .vanishedAddress,
      "'\(record.address)' was published on \(record.since.text) and is no longer there\(others); "
        + "nothing says where it went", at: place,
      help: renaming + "; if it was taken away, write "
        + "'{ address: \(record.address), date: \(now.date.text), why: … }' under 'gone' in "
        + "content/site.yml", replacement: replacement)
  }

  /// `formerly` with one slug more, behind those that are there; nil where it is written otherwise.
  private static func adding(
    _ slug: String, to path: String, first: Bool = false, _ files: (String) -> [UInt8]?
  ) -> Replacement? {
    guard let bytes = files(path), let outline = Outline(of: bytes, path: path) else { return nil }
    guard let known = outline.keys.first(where: { $0.name == "formerly" }) else {
      return Replacement(
        "formerly: [\(slug)]\n", at: Place(path: path, at: outline.end), isCertain: true)
    }
    guard let list = slugs(of: known.range, in: bytes) else { return nil }
    let isEmpty = bytes[list].allSatisfy { $0 == 0x20 }
    let offset = first ? list.lowerBound : list.upperBound
    let text = isEmpty ? slug : first ? slug + ", " : ", " + slug
    return Replacement(text, at: Place(path: path, at: offset), isCertain: true)
  }

  /// What stands between the brackets of a list that begins in `range`; nil where it is written in
  /// lines.
  private static func slugs(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard bytes[range].first == UInt8(ascii: "["),
      let end = bytes[range.lowerBound...].firstIndex(of: UInt8(ascii: "]")),
      !bytes[range.lowerBound..<end].contains(UInt8(ascii: "#"))
    else { return nil }
    return range.lowerBound + 1..<end
  }

  static func fileVanished(
    _ record: Record, others: Int, on now: Timestamp, at place: Place
  ) -> Diagnostic {
    let alike =
      others == 0 ? "" : ", nor \(others == 1 ? "is 1 other" : "are \(others) others") of its name"
    return Diagnostic(
      .vanishedAddress,
      "'\(record.address)' was published on \(record.since.text) and is no longer there\(alike); "
        + "nothing says where it went", at: place,
      help: "publish it again, or write '{ from: \(record.address), to: … }' under 'redirects' or "
        + "'{ address: \(record.address), date: \(now.date.text), why: … }' under 'gone' in "
        + "content/site.yml")
  }

  static func anchorVanished(
    _ anchor: String, of page: Imprint.Page, at place: Place, heir: String?
  ) -> Diagnostic {
    let line = "anchors: { \(anchor): \(heir ?? "…") }"
    return Diagnostic(
      .vanishedAnchor,
      "'#\(anchor)' of '\(page.address)' was published and is no heading any more"
        + (heir.map { "; is it '#\($0)' now?" } ?? ""), at: place,
      help: page.path.map { "write '\(line)' into \($0), so that links to it still lead there" })
  }

  static func silentEdit(
    _ page: Imprint.Page, since day: CalendarDate?, _ changes: Changes?, _ bytes: [UInt8],
    path: String, on now: Timestamp
  ) -> Diagnostic {
    let place =
      changes?.passages.first.map {
        Place(path: path, start: $0.range.lowerBound, end: $0.range.upperBound)
      }
      ?? changes?.statements.first.map {
        Place(path: path, start: $0.range.lowerBound, end: $0.range.upperBound)
      }
      ?? Place(path: path, at: 0)
    let kind = page.name.map { $0.hasPrefix("news") ? "news item" : "case" } ?? "case"
    return Diagnostic(
      .silentEdit,
      "\(kind) '\(page.slug)' no longer says what was published"
        + (day.map { " on \($0.text)" } ?? "")
        + (changes.map { ": " + $0.words(in: bytes) } ?? "")
        + "; 'history' has no newer item that says so", at: place,
      help:
        "add to 'history': { date: \(now.date.text), kind: correction, note: \"…\" }, or clarification, update "
        + "or retraction",
      notes: changes?.notes(in: bytes, path: path) ?? [])
  }

  static func identityChanged(
    _ page: Imprint.Page, from known: String, at place: Place, _ files: (String) -> [UInt8]?
  ) -> Diagnostic {
    let slug = String(known.drop { $0 != "/" }.dropFirst())
    let isOwn = known == page.name.map { $0.prefix { $0 != "/" } + "/" + page.slug }
    return Diagnostic(
      .changedIdentity,
      "'\(page.address)' is known to feed readers as '\(known)' and would be '\(page.name ?? "")', so "
        + "all of them would be told of it as new", at: place,
      help: isOwn
        ? "take the oldest slug out of 'formerly'; what became part of this entry goes into 'merged'"
        : "put '\(slug)' first in 'formerly'",
      replacement: isOwn
        ? nil : page.path.flatMap { adding(slug, to: $0, first: true, files) })
  }

  static func formerIsAnother(
    _ former: Imprint.Former, known: String, of page: Imprint.Page, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .changedIdentity,
      "'\(former.slug.value)' was published as '\(known)', and '\(page.slug)' is '\(page.name ?? "")' "
        + "in feeds", at: place,
      help:
        "if it was another entry that became part of this one, name it in 'merged'; if it is the "
        + "same one, put its oldest slug first in 'formerly'")
  }

  static func feedIDChanged(from known: String, to feedID: String) -> Diagnostic {
    let path = "content/site.yml"
    return Diagnostic(
      .changedIdentity,
      "'\(feedID)' is another feed_id than '\(known)', with which everything was published, so all "
        + "readers would be told of all of it as new",
      at: Place(path: path, at: 0, seeking: feedID),
      help: "write 'feed_id: \"\(known)\"', also where the site is elsewhere by now",
      replacement: Replacement(
        known, at: Place(path: path, at: 0, seeking: feedID), isCertain: true))
  }
}

extension Imprint.Page {
  /// What it is called in its address.
  var slug: String { address.split(separator: "/").last.map(String.init) ?? address }
}

extension Changes {
  /// What changed, in a phrase: `2 passages are new, 1 is gone; 'title' is another`.
  func words(in bytes: [UInt8]) -> String {
    var parts: [String] = []
    let keys = Set(statements.map(\.key)).sorted()
    if !keys.isEmpty { parts.append(keys.map { "'\($0)'" }.joined(separator: ", ") + " changed") }
    if keys.isEmpty, lostStatements > 0 {
      parts.append(
        "\(lostStatements == 1 ? "a statement" : "\(lostStatements) statements") in front of the text went"
      )
    }
    switch (passages.count, lostPassages) {
    case (0, 0): if parts.isEmpty { parts.append("the passages are in another order") }
    case (0, let lost):
      parts.append("\(lost == 1 ? "a passage" : "\(lost) passages") of the text went")
    case (1, 0): parts.append("'\(passages[0].excerpt(in: bytes))' is new")
    case (1, _): parts.append("it says '\(passages[0].excerpt(in: bytes))' now")
    case (let new, _):
      parts.append("\(new) passages changed, the first to '\(passages[0].excerpt(in: bytes))'")
    }
    return parts.joined(separator: ", and ")
  }

  /// Further passages, and statements that have no place of their own yet.
  func notes(in bytes: [UInt8], path: String) -> [Diagnostic.Note] {
    let more = passages.dropFirst().prefix(3).map { passage in
      Diagnostic.Note(
        "also '\(passage.excerpt(in: bytes))'",
        at: Place(path: path, start: passage.range.lowerBound, end: passage.range.upperBound))
    }
    let said = (passages.isEmpty ? statements.dropFirst() : statements[...]).prefix(3).map { item in
      Diagnostic.Note(
        "'\(item.key)' is another here",
        at: Place(path: path, start: item.range.lowerBound, end: item.range.upperBound))
    }
    return said + more
  }
}

extension Outline.Passage {
  /// How it begins, in one line.
  func excerpt(in bytes: [UInt8]) -> String {
    let words = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 70 ? words.prefix(67) + "…" : words
  }
}
