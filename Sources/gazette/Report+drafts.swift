import Content
import Diagnostics
import Loading

extension Report {
  /// What new files have in them that an editor must look at.
  init(checking files: [SourceFile], in tree: SourceTree) throws {
    let language = try tree.publicationSettings().value.language
    let diagnostics = try files.flatMap { try $0.parsed(language: language).diagnostics }
    self.init(diagnostics) { path in files.first { $0.path == path }.flatMap { try? $0.bytes() } }
  }

  /// What to do next with a new entry, line by line.
  func remaining(of kind: EntryKind) -> String {
    let blanks = items.filter { [.unfilled, .unfilledDraft].contains($0.diagnostic.rule) }
    let others = items.filter { ![.unfilled, .unfilledDraft].contains($0.diagnostic.rule) }
    var text = ""
    switch kind {
    case .case, .news: text = "a draft until 'draft: true' is taken out"
    case .page: text = "its text is still to be written"
    default: text = "'gazette check' warns of it until something refers to it"
    }
    text += blanks.isEmpty ? "\n" : "; still to be filled in:\n"
    var hasText = false
    for item in blanks {
      let isText = item.excerpt?.hasPrefix(Blank.text) == true
      if !isText || !hasText { text += "  \(item.line): \(item.blank)\n" }
      hasText = hasText || isText
    }
    for item in others { text += "  \(item.line): \(item.diagnostic.message)\n" }
    return text
  }
}

extension Report.Item {
  fileprivate var line: String { start.map { "line \($0.line)" } ?? "somewhere" }

  /// What belongs there: the key, and what its comment in the new file says.
  fileprivate var blank: String {
    guard let excerpt, let mark = excerpt.firstRange(of: Blank.text),
      mark.lowerBound > excerpt.startIndex
    else { return "the text" }
    let key = excerpt[..<mark.lowerBound].filter { $0.isLetter || $0 == "_" }
    let comment = excerpt.firstRange(of: "# ").map { ", " + excerpt[$0.upperBound...] } ?? ""
    return key + comment
  }
}
