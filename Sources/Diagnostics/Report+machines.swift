// The report for programs: editors, continuous integration, code scanning.

extension Report {
  /// One JSON document, described in docs/diagnostics.md.
  ///
  /// `version` counts up when a field changes its meaning or goes; new fields may come at any time.
  package func json(tool: String) -> String {
    var json = JSONText()
    json.object { json in
      json.member("version", 1)
      json.member("tool", tool)
      json.key("diagnostics")
      json.array { json in
        for item in items { item.write(to: &json) }
      }
      json.key("summary")
      json.object { json in
        json.member("errors", count(.error))
        json.member("warnings", count(.warning))
        json.member("hints", count(.hint))
      }
    }
    return json.text + "\n"
  }

  /// GitHub's workflow commands, one line for each problem, which become annotations.
  package var githubAnnotations: String {
    items.map { item in
      let level =
        switch item.diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "notice"
        }
      var properties: [String] = []
      if let start = item.start {
        properties = [
          "file=" + Self.property(start.path), "line=\(start.line)", "col=\(start.column)",
        ]
        if let end = item.end, end.line == start.line, end.column > start.column {
          properties.append("endColumn=\(end.column)")
        }
      }
      properties.append("title=" + item.diagnostic.rule.id)
      let help = item.diagnostic.help.map { "\n" + $0 } ?? ""
      return "::\(level) \(properties.joined(separator: ","))::"
        + Self.escaped(item.diagnostic.message + help) + "\n"
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private static func property(_ text: String) -> String {
    escaped(text).unicodeScalars.reduce(into: "") { property, scalar in
      switch scalar {
      case ":": property += "%3A"
      case ",": property += "%2C"
      default: property.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Report.Item {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.member("rule", diagnostic.rule.id)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      if let start, let end {
        json.member("path", start.path)
        json.key("range")
        Self.write(start, end, to: &json)
      }
      if let help = diagnostic.help { json.member("help", help) }
      json.key("notes")
      json.array { json in
        for note in notes {
          json.object { json in
            json.member("message", note.message)
            if let position = note.position {
              json.member("path", position.path)
              json.key("range")
              Self.write(position, position, to: &json)
            }
          }
        }
      }
      json.key("replacements")
      json.array { json in
        if let replacement = diagnostic.replacement, let replaced {
          json.object { json in
            json.member("path", replaced.start.path)
            json.key("range")
            Self.write(replaced.start, replaced.end, to: &json)
            json.member("text", replacement.text)
            json.key("certain")
            json.value(replacement.isCertain)
          }
        }
      }
    }
  }

  /// Lines and columns are 1-based, columns in characters; the end is behind the last character.
  private static func write(
    _ start: SourcePosition, _ end: SourcePosition, to json: inout JSONText
  ) {
    json.object { json in
      for (name, position) in [("start", start), ("end", end)] {
        json.key(name)
        json.object { json in
          json.member("line", position.line)
          json.member("column", position.column)
        }
      }
    }
  }
}
