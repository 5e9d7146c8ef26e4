import Content
import Diagnostics

extension LedgerDifference {
  /// How many addresses of a kind are shown before the rest is counted.
  private static let shown = 20

  /// For people: a heading for each kind of change, then what it is about.
  package var text: String {
    guard !isEmpty else { return "nothing changes for readers\n" }
    var text = ""
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      text += (text.isEmpty ? "" : "\n") + "\(title) (\(lines.count)):\n"
      for line in lines.prefix(Self.shown) { text += "  \(line)\n" }
      if lines.count > Self.shown {
        text += "  and \(lines.count - Self.shown) more; --json shows all\n"
      }
    }
    section("new addresses", added.map { named($0.address, $0.title) })
    section("new headings", anchors.map(\.address))
    section("gone", gone.map { named($0.address, $0.title) })
    section("moved", moved.map { "\($0.address) → \($0.target ?? "")" })
    section("changed texts", edits.map(words))
    section(
      "changed totals in force",
      totals.map { "\(named($0.address, $0.title)): \(sums($0.before)) → \(sums($0.now))" })
    section("feeds that will tell their readers", feeds.map(words))
    return text
  }

  private func named(_ address: String, _ title: String) -> String {
    title.isEmpty ? address : "\(address)  \(title)"
  }

  private func words(of edit: Edit) -> String {
    var text = named(edit.address, edit.title) + ": " + edit.words
    for item in edit.history {
      text += "\n    \(item.kind.rawValue), \(item.date.value?.text ?? "…"): \(item.note)"
    }
    if edit.history.isEmpty, edit.needsHistory { text += "\n    no new item of 'history' says so" }
    return text
  }

  private func words(of feed: Feed) -> String {
    var parts: [String] = []
    if !feed.new.isEmpty { parts.append("\(feed.new.count) new") }
    if !feed.again.isEmpty { parts.append("\(feed.again.count) again") }
    return "\(feed.address): \(parts.joined(separator: ", "))"
  }

  /// `EUR:12,GBP:3..4` as people read it.
  private func sums(_ written: String?) -> String {
    guard let written else { return "nothing" }
    return written.split(separator: ",").map { sum in
      let parts = sum.split(separator: ":", maxSplits: 1)
      return parts.count == 2 ? "\(parts[1]) \(parts[0])" : String(sum)
    }.joined(separator: ", ")
  }

  /// One document, described in docs/permanence.md.
  package var json: String {
    var json = JSONText()
    json.object { json in
      json.member("version", 1)
      json.list("added", added) { Self.write($1, to: &$0) }
      json.list("anchors", anchors) { Self.write($1, to: &$0) }
      json.list("gone", gone) { Self.write($1, to: &$0) }
      json.list("moved", moved) { Self.write($1, to: &$0) }
      json.list("edits", edits) { json, edit in
        json.member("address", edit.address)
        json.member("title", edit.title)
        json.member("change", edit.words)
        json.texts("passages", edit.passages)
        json.list("history", edit.history) { json, item in
          if let date = item.date.value { json.member("date", date.text) }
          json.member("kind", item.kind.rawValue)
          json.member("note", item.note)
        }
      }
      json.list("totals", totals) { json, sum in
        json.member("address", sum.address)
        json.member("title", sum.title)
        json.texts("before", Self.parts(of: sum.before))
        json.texts("now", Self.parts(of: sum.now))
      }
      json.list("feeds", feeds) { json, feed in
        json.member("address", feed.address)
        json.texts("new", feed.new)
        json.texts("again", feed.again)
      }
    }
    return json.text + "\n"
  }

  private static func write(_ change: Change, to json: inout JSONText) {
    json.member("address", change.address)
    if !change.title.isEmpty { json.member("title", change.title) }
    if let target = change.target { json.member("to", target) }
  }

  private static func parts(of sums: String?) -> [String] {
    sums.map { $0.split(separator: ",").map(String.init) } ?? []
  }
}

extension JSONText {
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONText, Element) -> Void
  ) {
    self.key(key)
    array { json in
      for element in elements { json.object { write(&$0, element) } }
    }
  }

  fileprivate mutating func texts(_ key: String, _ texts: [String]) {
    self.key(key)
    array { json in
      for text in texts { json.value(text) }
    }
  }
}
