import Diagnostics

// Every message about templates, in the order in which the work goes: reading, pairing, including,
// looking up names.

extension Diagnostic {
  static func notUTF8(_ byte: UInt8, at place: Place) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .templateEncoding, "byte 0x\(hex) is not UTF-8; save the template as UTF-8", at: place)
  }

  static func unclosedTag(_ typed: String, closer: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unclosedTag, "tag '\(typed.shortened)' is not closed; it ends with '\(closer)'", at: place)
  }

  static func badDelimiters(
    _ typed: String, open: String, close: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .badDelimiters,
      "'\(typed.shortened)' does not set two delimiters with a space between them",
      at: place, help: "write them like this: \(open)=<% %>=\(close)")
  }

  static func emptyName(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(.badTagName, "tag '\(typed.shortened)' has no name", at: place)
  }

  static func spaceInName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .badTagName, "'\(name.shortened)' is not a name; names hold no white space", at: place)
  }

  static func emptyPart(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .badTagName, "'\(name.shortened)' is not a name; a dot stands between two names", at: place)
  }
}

extension Diagnostic {
  static func unclosedSection(_ tag: String, name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unclosedSection, "'\(tag.shortened)' is not closed; {{/\(name.shortened)}} is missing",
      at: place)
  }

  static func nothingToClose(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .mismatchedClose, "'\(name.shortened)' closes nothing; no section is open here", at: place)
  }

  static func mismatchedClose(
    _ name: String, open: String, at place: Place, opened: Place
  ) -> Diagnostic {
    Diagnostic(
      .mismatchedClose,
      "'\(name.shortened)' closes nothing; the open section is '\(open.shortened)'", at: place,
      notes: [Note("'\(open.shortened)' is opened here", at: opened)])
  }

  static func tooManyOpenTags(_ name: String, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .templateTooDeep,
      "'\(name.shortened)' is the \(limit + 1)st tag open at once; at most \(limit) may be",
      at: place)
  }

  static func repeatedOverride(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .repeatedOverride, "block '\(name.shortened)' is overridden twice; the first one is taken",
      at: place,
      notes: [Note("the first is here", at: first)])
  }

  static func ignoredContent(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .ignoredContent,
      "'\(typed.shortened)' stands in a parent outside its blocks and is not shown",
      at: place, help: "put it into a block that the parent offers")
  }
}

extension Diagnostic {
  static func unknownPartial(_ name: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(.unknownPartial, "'\(name.shortened)' is no template\(meant(nearest))", at: place)
  }

  static func missingTemplate(_ name: String, kind: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .missingTemplate,
      "'\(name.shortened)' is no template, and a \(kind) is shown with it\(meant(nearest))",
      at: nil)
  }

  static func unusedOverride(
    _ name: String, parent: String, nearest: String?, offered: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .unusedOverride, "'\(name.shortened)' is no block of '\(parent)'\(meant(nearest))", at: place,
      help: list(offered).map { "'\(parent)' has the blocks \($0)" })
  }

  /// `names` begins and ends with the same one.
  static func recursivePartial(_ name: TypedName, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .recursivePartial, "'\(name.text)' includes itself without end: \(chain(names))",
      at: name.place,
      help: "include it inside a section of a list or an object that comes to an end",
      notes: name.notes)
  }

  /// `templates` are those that are open, the page's own first.
  static func nestsTooDeeply(
    _ name: TypedName, _ templates: [String], limit: Int
  ) -> Diagnostic {
    Diagnostic(
      .templateTooDeep,
      "'\(name.text)' nests too deeply; at most \(limit) sections and templates may be open at once",
      at: name.place, help: "the templates that are open: \(chain(templates.suffix(4)))",
      notes: name.notes)
  }

  static func templateTooLarge(_ page: String, at top: TypedName) -> Diagnostic {
    Diagnostic(
      .templateTooLarge,
      "'\(page)' comes to more than \(TemplateCompiler.sizeLimit >> 20) MiB with all it includes",
      at: top.place, notes: top.notes)
  }
}

extension Diagnostic {
  static func unknownName(
    _ name: TypedName, nearest: String?, kind: String, offered: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownName, "'\(name.text)' is not offered here\(meant(nearest))", at: name.place,
      help: list(offered).map { "'\(kind)' offers \($0)" }, notes: name.notes)
  }

  static func dotBehindList(_ name: TypedName) -> Diagnostic {
    Diagnostic(
      .unknownName, "'\(name.text)' is a list, whose rows have no names behind a dot",
      at: name.place, help: "name them inside {{#\(name.text)}} … {{/\(name.text)}}",
      notes: name.notes)
  }

  static func dotBehindValue(_ name: TypedName) -> Diagnostic {
    Diagnostic(
      .unknownName, "'\(name.text)' is a single value, which has no names behind a dot",
      at: name.place, notes: name.notes)
  }

  static func fieldsOnly(_ name: TypedName, kind: String) -> Diagnostic {
    Diagnostic(
      .unknownName, "'.' is a '\(kind)' here, not a text; name one of its fields", at: name.place,
      notes: name.notes)
  }

  static func unescapedText(_ name: TypedName) -> Diagnostic {
    Diagnostic(
      .unescapedText, "'\(name.text)' is text and must be escaped; write {{\(name.text)}}",
      at: name.place, notes: name.notes)
  }

  static func flagAsText(_ name: TypedName) -> Diagnostic {
    Diagnostic(
      .flagAsText,
      "'\(name.text)' is a flag and cannot be printed; write {{#\(name.text)}} … {{/\(name.text)}}",
      at: name.place, notes: name.notes)
  }

  static func listAsText(_ name: TypedName, rowNames: [String]) -> Diagnostic {
    Diagnostic(
      .listAsText,
      "'\(name.text)' is a list and cannot be printed; write {{#\(name.text)}} … {{/\(name.text)}}",
      at: name.place, help: list(rowNames).map { "inside, each row offers \($0)" },
      notes: name.notes)
  }

  static func objectAsText(_ name: TypedName, names: [String]) -> Diagnostic {
    Diagnostic(
      .listAsText, "'\(name.text)' has fields and cannot be printed; name one of them",
      at: name.place, help: list(names).map { "'\(name.text)' offers \($0)" }, notes: name.notes)
  }

  private static func meant(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Names for a help, where there are some and not too many to read.
  private static func list(_ names: [String]) -> String? {
    guard (1...12).contains(names.count) else { return nil }
    return names.map { "'\($0)'" }.joined(separator: ", ")
  }

  private static func chain(_ names: some Sequence<String>) -> String {
    names.joined(separator: " → ")
  }
}

extension String {
  /// At most 60 characters of the first line, for quoting.
  var shortened: String {
    let line = prefix { !$0.isNewline }
    if line.endIndex == endIndex, line.count <= 60 { return self }
    return line.prefix(59) + "…"
  }
}
