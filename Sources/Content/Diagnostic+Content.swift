import Diagnostics

// The wording of every problem that a file can have by itself.
extension Diagnostic {
  static func noFrontMatter(_ path: String) -> Diagnostic {
    Diagnostic(
      .noFrontMatter, "the file does not begin with a line of ---, so it has no front matter",
      at: Place(path: path, at: 0), help: "put the fields between two lines of --- at the very top")
  }

  static func unterminatedFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      .unterminatedFrontMatter, "'---' opens front matter that no second line of --- closes",
      at: place, help: "put a line of --- behind the last field")
  }

  static func notUTF8(_ byte: UInt8, at place: Place) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .notUTF8, "byte 0x\(hex.count < 2 ? "0" + hex : hex) is not UTF-8 here", at: place,
      help: "save the file as UTF-8")
  }

  static func byteOrderMark(_ path: String) -> Diagnostic {
    Diagnostic(
      .byteOrderMark, "the file begins with a byte order mark, which UTF-8 does not need",
      at: Place(path: path, start: 0, end: 3), help: "save the file as UTF-8 without BOM",
      replacement: Replacement("", at: Place(path: path, start: 0, end: 3), isCertain: true))
  }

  /// `rest` is the file from `place` on with every line ended as it should be.
  static func lineEndings(at place: Place, rest: String, end: Int) -> Diagnostic {
    Diagnostic(
      .lineEndings, "lines end in CRLF; LF is what other editors and git expect", at: place,
      replacement: Replacement(
        rest, at: Place(path: place.path, start: place.start, end: end), isCertain: true))
  }

  static func tooLarge(_ what: String, _ size: Int, limit: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      .tooLarge, "\(what) has \(size) bytes; at most \(limit) are read",
      at: Place(path: path, at: 0))
  }

  static func tooMany(_ key: String, _ count: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .tooMany, "'\(key)' has \(count) items; at most \(limit) are read, and this is one too many",
      at: place)
  }

  static func notYAML(_ problem: YAMLProblem) -> Diagnostic {
    let (message, help): (String, String?) =
      switch (problem.found, problem.words) {
      case (0x09, _):
        ("a tab cannot indent YAML", "use blanks; two for each level")
      case (_, "mapping values are not allowed in this context"):
        (
          "':' cannot stand here; a text that contains ': ' is put in quotation marks",
          "write key: \"text: with a colon\""
        )
      case (0x40, "found character that cannot start any token"),
        (0x60, "found character that cannot start any token"):
        ("a text cannot begin with '@' or '`' in YAML unless it is quoted", "put it in quotes")
      case (0x25, "found character that cannot start any token"):
        ("a text cannot begin with '%' in YAML unless it is quoted", "put it in quotes")
      default:
        ("the front matter is not YAML from here on: \(problem.words)", nil)
      }
    return Diagnostic(.yamlSyntax, message, at: problem.place, help: help)
  }

  static func alias(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlAlias, "an alias (*) is not allowed in front matter", at: place,
      help: "write the value out")
  }

  static func anchor(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlAnchor, "an anchor (&) is not allowed in front matter", at: place,
      help: "write the value out where it is needed, or quote a text that begins with &")
  }

  static func tag(_ tag: String, at place: Place) -> Diagnostic {
    let typed = tag.hasPrefix("tag:yaml.org,2002:") ? "!!" + tag.dropFirst(18) : tag
    return Diagnostic(
      .yamlTag, "tag '\(typed)' is not allowed in front matter; the schema types every value",
      at: place, help: "leave the tag out, or quote a text that begins with !")
  }

  static func secondDocument(at place: Place) -> Diagnostic {
    Diagnostic(
      .secondDocument, "a second YAML document begins here; front matter is one", at: place)
  }

  static func tooDeep(at place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .deepYAML, "this nests more than \(limit) deep; no field needs that", at: place)
  }

  static func notARecord(_ name: String, _ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .wrongType, "a \(name) is a record of keys and values; this is \(found)", at: place)
  }

  static func keyIsNotText(at place: Place) -> Diagnostic {
    Diagnostic(.wrongType, "a key is text; this is a list or a record", at: place)
  }

  static func unknownKey(
    _ typed: String, of name: String, known: [String], at place: Place
  ) -> Diagnostic {
    let nearest = nearestName(to: typed, among: known)
    // `amount: EUR 20,000,000` between braces is an amount and two keys.
    let isNumber = typed.utf8.allSatisfy { (48...57).contains($0) }
    let help =
      isNumber
      ? "a comma between braces ends a value; write a number without commas"
      : "a \(name) has " + known.joined(separator: ", ")
    return Diagnostic(
      .unknownKey,
      "key '\(typed)' is not one that a \(name) has"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      at: place, help: nearest == nil ? help : nil,
      replacement: nearest.map {
        Replacement($0, for: typed, at: place, isCertain: isSameWord($0, typed))
      })
  }

  static func duplicateKey(_ typed: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "key '\(typed)' stands here a second time; only one value can count",
      at: place, notes: [Note("it was first given here", at: first)])
  }

  static func missingField(
    _ key: String, of name: String, _ summary: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .missingField, "'\(key)' is missing; a \(name) needs it", at: place,
      help: "add '\(key): …': \(summary)")
  }

  static func wrongType(
    _ key: String, expected: String, found: String, typed: String? = nil, at place: Place
  ) -> Diagnostic {
    // What is no slug may hold a comma, and then be meant as one or as two.
    Diagnostic(
      .wrongType, "'\(key)' is \(expected); this is \(found)", at: place,
      help: expected == "a list" && found == "text" ? "put it in brackets: [ … ]" : nil,
      replacement: typed.map {
        Replacement("[\($0)]", for: $0, at: place, isCertain: isSlug($0))
      })
  }

  static func emptyValue(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyValue, "'\(key)' says nothing", at: place, help: "fill it in, or leave the line out")
  }

  static func wrongValue(
    _ rule: Rule, _ typed: String, key: String, words: String, example: String,
    suggestions: [String], at place: Place
  ) -> Diagnostic {
    let nearest =
      suggestions.first { isSameWord($0, typed) } ?? nearestName(to: typed, among: suggestions)
    let mended = nearest ?? rule.mended(typed)
    return Diagnostic(
      rule,
      "'\(excerpt(of: typed))' is no \(words.hasPrefix("one of") ? "word for '\(key)'" : words)"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; write it like \(example)"),
      at: place,
      help: nearest.map { !isSameWord($0, typed) } == true && words.hasPrefix("one of")
        ? "'\(key)' is \(words)" : nil,
      replacement: mended.map {
        Replacement(
          $0, for: typed, at: place, isCertain: rule == .badDate || isSameWord($0, typed))
      })
  }

  static func controlCharacter(_ scalar: Unicode.Scalar, at place: Place) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - code.count))
    return Diagnostic(
      .controlCharacter, "U+\(zeros)\(code) is a control character, which no page or feed may hold",
      at: place, help: "delete it")
  }

  static func badSlug(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .badSlug,
      "'\(name)' cannot be an address; a file's name is lower-case letters, digits and single "
        + "hyphens, then .md",
      at: Place(path: path, at: 0))
  }

  static func duplicateSlug(_ slug: String, _ kind: EntryKind, _ path: String, first: String)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateSlug,
      "\(kind.rawValue) '\(slug)' is there twice; an address has room for one",
      at: Place(path: path, at: 0),
      notes: [Note("the other is \(first)", at: Place(path: first, at: 0))])
  }

  static func strayFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .strayFile,
      "'\(path)' is not read; content/ holds entries (.md in their kind's folder), "
        + "site.yml and files/",
      at: Place(path: path, at: 0), help: "move it to content/files/ if readers should have it")
  }

  static func noSettings() -> Diagnostic {
    Diagnostic(
      .noSettings, "'content/site.yml' is not there; title and base_url stand in it",
      at: Place(path: "content/site.yml", at: 0))
  }

  static func noFeedID(_ path: String) -> Diagnostic {
    Diagnostic(
      .noFeedID,
      "'feed_id' is missing, so the ids in feeds follow from base_url and would change "
        + "with it",
      at: Place(path: path, at: 0), help: "add 'feed_id: your.domain,2026' and never change it")
  }

  static func duplicateID(_ id: String, of what: String, at place: Place, first: Place)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateID, "\(what) '\(id)' is there twice", at: place,
      notes: [Note("it was first given here", at: first)])
  }

  static func endsBeforeItBegins(
    _ last: CalendarDate, _ first: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .endsBeforeItBegins, "'\(last.text)' lies before '\(first.text)', on which it begins",
      at: place)
  }

  static func badECLI(_ typed: String, _ flaw: String, at place: Place) -> Diagnostic {
    Diagnostic(.badIdentifier, "'\(excerpt(of: typed))' is no ECLI: \(flaw)", at: place)
  }

  static func longECLI(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .longECLI, "the ordinal number of '\(excerpt(of: typed))' has more than 25 characters",
      at: place)
  }

  static func badCELEX(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .badIdentifier, "'\(excerpt(of: typed))' is no CELEX number; write it like 32016R0679",
      at: place)
  }

  static func long(_ rule: Rule, _ key: String, _ count: Int, limit: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      rule, "'\(key)' has \(count) characters; up to \(limit) are shown whole everywhere",
      at: place)
  }

  static func amountDiffers(
    _ typed: String, in what: String, data: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .amountDiffers, "'\(typed)' in \(what) is none of the amounts of the steps: \(data)",
      at: place, help: "mend whichever is wrong; rounded and added up they may differ")
  }

  /// What was typed, cut where it would fill the screen.
  private static func excerpt(of typed: String) -> String {
    typed.count > 80 ? typed.prefix(79) + "…" : typed
  }
}
