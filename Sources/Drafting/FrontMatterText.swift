import Content

/// Front matter being written: what is known, what is still to be filled in, and, as comments, what
/// else could be said.
struct FrontMatterText {
  private var lines: [(text: String, comment: String)] = []
  /// Comments at the end, a line each.
  var remarks: [String] = []

  /// Fields that only matter to an entry that has been there for a while, or to a ruling on an
  /// earlier step.
  static let later: Set = [
    "formerly", "merged", "anchors", "noindex", "history", "autolink", "related", "on", "effect",
  ]

  /// Writes each field that the notes tell of, in their order.
  mutating func add(_ notes: [FieldNote], _ values: [String: DraftValue], indent: String = "") {
    for note in notes { add(note, values[note.key], indent: indent) }
  }

  private mutating func add(_ note: FieldNote, _ value: DraftValue?, indent: String) {
    let blank = note.isList ? "[…]" : "…"
    switch value {
    case .records(let records):
      lines.append((indent + note.key + ":", note.summary))
      for record in records { add(record, indent: indent + "  ") }
    case let value?:
      lines.append((indent + note.key + ": " + (value.line ?? blank), note.summary))
    case nil where note.isRequired:
      lines.append((indent + note.key + ": " + blank, note.summary))
    case nil where Self.later.contains(note.key): break
    case nil: lines.append((indent + "# " + note.key + ": " + blank, note.summary))
    }
  }

  /// A record of a list: its first field that says something carries the hyphen, so what is only
  /// offered comes behind it.
  private mutating func add(_ record: DraftRecord, indent: String) {
    let first = lines.count
    let isSaid = { (note: FieldNote) in note.isRequired || record.values[note.key] != nil }
    guard let leading = record.notes.firstIndex(where: isSaid) else { return }
    let notes = [record.notes[leading]] + record.notes[..<leading] + record.notes[(leading + 1)...]
    add(Array(notes), record.values, indent: indent + "  ")
    lines[first].text = indent + "- " + lines[first].text.dropFirst(indent.count + 2)
  }

  /// The lines between the two of ---, with their comments beneath each other where there is room.
  var text: String {
    let column = lines.map(\.text.count).filter { $0 <= 42 }.max() ?? 0
    return lines.reduce(into: "---\n") { text, line in
      let gap = String(repeating: " ", count: max(0, column - line.text.count))
      text += "\(line.text)\(gap)  # \(line.comment)\n"
    } + remarks.map { "# \($0)\n" }.joined() + "---\n"
  }
}
