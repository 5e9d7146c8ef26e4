extension Report {
  /// A SARIF 2.1.0 log (OASIS standard of 27 March 2020) of one run, for code scanning.
  ///
  /// Columns count Unicode code points, the nearest unit that the standard offers. What was typed
  /// together as one character is one column in a report, so a line with combining marks may be off.
  package func sarif(version: String) -> String {
    var json = JSONText()
    json.object { json in
      json.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object { json in writeDriver(version: version, to: &json) }
          }
          json.member("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in
            let ruleIDs = ruleIDs
            for item in items { item.writeResult(ruleIDs: ruleIDs, to: &json) }
          }
        }
      }
    }
    return json.text + "\n"
  }

  /// The rules that were broken, in ascending order.
  private var ruleIDs: [String] { Set(items.map(\.diagnostic.rule.id)).sorted() }

  private func writeDriver(version: String, to json: inout JSONText) {
    json.member("name", "gazette")
    json.member("version", version)
    json.key("rules")
    json.array { json in
      for id in ruleIDs {
        guard let rule = items.first(where: { $0.diagnostic.rule.id == id })?.diagnostic.rule
        else { continue }
        json.object { json in
          json.member("id", id)
          json.key("shortDescription")
          json.object { $0.member("text", rule.summary) }
          json.key("fullDescription")
          json.object { $0.member("text", rule.why) }
          json.key("defaultConfiguration")
          json.object { $0.member("level", rule.severity.sarifLevel) }
        }
      }
    }
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }
}

extension Report.Item {
  fileprivate func writeResult(ruleIDs: [String], to json: inout JSONText) {
    json.object { json in
      json.member("ruleId", diagnostic.rule.id)
      if let index = ruleIDs.firstIndex(of: diagnostic.rule.id) { json.member("ruleIndex", index) }
      json.member("level", diagnostic.severity.sarifLevel)
      json.key("message")
      json.object {
        $0.member("text", diagnostic.message + (diagnostic.help.map { "\n" + $0 } ?? ""))
      }
      json.key("locations")
      json.array { json in
        if let start, let end {
          json.object { Self.writeLocation(start, end, to: &$0) }
        }
      }
      writeFix(to: &json)
      let placed = notes.filter { $0.position != nil }
      guard !placed.isEmpty else { return }
      json.key("relatedLocations")
      json.array { json in
        for note in placed {
          guard let position = note.position else { continue }
          json.object { json in
            Self.writeLocation(position, position, to: &json)
            json.key("message")
            json.object { $0.member("text", note.message) }
          }
        }
      }
    }
  }

  /// The replacement, as a program could make it.
  private func writeFix(to json: inout JSONText) {
    guard let replacement = diagnostic.replacement, let replaced else { return }
    json.key("fixes")
    json.array { json in
      json.object { json in
        json.key("description")
        json.object { $0.member("text", replacement.isCertain ? "mend it" : "perhaps so") }
        json.key("artifactChanges")
        json.array { json in
          json.object { json in
            json.key("artifactLocation")
            json.object { $0.member("uri", Self.uri(of: replaced.start.path)) }
            json.key("replacements")
            json.array { json in
              json.object { json in
                Self.writeRegion("deletedRegion", replaced.start, replaced.end, to: &json)
                json.key("insertedContent")
                json.object { $0.member("text", replacement.text) }
              }
            }
          }
        }
      }
    }
  }

  private static func writeLocation(
    _ start: SourcePosition, _ end: SourcePosition, to json: inout JSONText
  ) {
    json.key("physicalLocation")
    json.object { json in
      json.key("artifactLocation")
      json.object { $0.member("uri", uri(of: start.path)) }
      writeRegion("region", start, end, to: &json)
    }
  }

  private static func writeRegion(
    _ key: String, _ start: SourcePosition, _ end: SourcePosition, to json: inout JSONText
  ) {
    json.key(key)
    json.object { json in
      json.member("startLine", start.line)
      json.member("startColumn", start.column)
      json.member("endLine", end.line)
      json.member("endColumn", end.column)
    }
  }

  /// A relative path as a URI reference (RFC 3986).
  private static func uri(of path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return uri
  }
}
