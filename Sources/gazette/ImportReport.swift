import Drafting

/// What an import has made, left out and not understood, as its user reads it.
struct ImportReport {
  let table: String
  let isRehearsal: Bool
  let new: [ImportedCase]
  let skipped: [ImportedCase]
  let rows: DelimitedTable
  let importing: Importing

  private static let shown = 20

  var text: String {
    var text =
      "\(isRehearsal ? "would make" : "made") \(count(new.count, "draft")) of "
      + "\(count(rows.rows.count, "row")) of '\(table)'\n"
    if !skipped.isEmpty {
      let names = skipped.prefix(3).map { "'\($0.slug)' (line \($0.line))" }
      text +=
        "  left out, since somebody has or had their addresses: \(skipped.count), such as "
        + names.joined(separator: ", ") + "\n"
    }
    text += lacking
    let ragged = rows.rows.filter { $0.cells.count != rows.header.count }
    if let first = ragged.first {
      text +=
        "  \(count(ragged.count, "row")) of another length than the header, the first in line "
        + "\(first.line): what is missing is empty, what is more is a comment\n"
    }
    for (kind, names) in importing.uncertain { text += lines(for: kind, names) }
    return text
  }

  /// What is still to be filled in, and how often.
  private var lacking: String {
    var counts: [String: Int] = [:]
    for draft in new { for key in Set(draft.missing) { counts[key, default: 0] += 1 } }
    guard !counts.isEmpty else {
      return new.isEmpty ? "" : "  nothing that a case needs is missing\n"
    }
    let complete = new.count { $0.missing.isEmpty }
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "  complete: \(complete); still to be filled in: "
      + most.map { "\($0.key) (\($0.value))" }.joined(separator: ", ") + "\n"
  }

  /// Names that are not surely an entry's, as a part of the map.
  private func lines(for kind: String, _ names: [KnownNames.Uncertain]) -> String {
    guard !names.isEmpty else { return "" }
    let sorted = names.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
    var text =
      "\(kind) that are not surely one of the publication's; say in the map who is meant:\n"
    text += "\(kind):\n"
    for name in sorted.prefix(Self.shown) { text += "  \(name.mapLine)\n" }
    if sorted.count > Self.shown { text += "  # and \(sorted.count - Self.shown) more\n" }
    return text
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
