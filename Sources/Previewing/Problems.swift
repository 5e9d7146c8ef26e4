import Diagnostics
import Mustache

/// Everything that keeps the sources from being shown, as HTML for an overlay or a page.
struct Problems: Sendable, Equatable {
  let html: [UInt8]
  /// Tells these problems from others.
  let digest: String
  /// Whether the sources could not even be read.
  let isTrouble: Bool

  /// More would help nobody, and a browser would suffer.
  static let most = 200

  init(_ report: Report) {
    var out = OutputBuffer(capacity: 4096)
    let errors = report.count(.error)
    out.append("<header><h1>".utf8)
    out.append((errors == 1 ? "One error keeps" : "\(errors) errors keep").utf8)
    out.append(" this from being shown</h1><p>The page below is the last one that was right. ".utf8)
    out.append("This goes away when it is mended.</p></header>\n<ol>\n".utf8)
    let shown = report.items.filter { $0.diagnostic.severity != .hint }
      .sorted { $0.diagnostic.severity < $1.diagnostic.severity }
    for item in shown.prefix(Self.most) { out.append(item) }
    out.append("</ol>\n".utf8)
    if shown.count > Self.most {
      out.append(
        "<p>And \(shown.count - Self.most) more; <code>gazette check</code> lists all.</p>".utf8)
    }
    html = Array(out.bytes)
    digest = Previewing.digest(of: html)
    isTrouble = false
  }

  /// Trouble that no line of a file is to blame for.
  init(trouble: String) {
    var out = OutputBuffer(capacity: 512)
    out.append("<header><h1>The sources cannot be read</h1><p>".utf8)
    out.appendEscaped(trouble)
    out.append("</p></header>".utf8)
    html = Array(out.bytes)
    digest = Previewing.digest(of: html)
    isTrouble = true
  }
}

extension OutputBuffer {
  /// One problem with the line it is about.
  fileprivate mutating func append(_ item: Report.Item) {
    let diagnostic = item.diagnostic
    append("<li class=\"\(diagnostic.severity.rawValue)\"><p class=\"place\">".utf8)
    if let start = item.start { appendEscaped("\(start.path):\(start.line):\(start.column)") }
    append("</p><p class=\"message\"><strong>\(diagnostic.severity.rawValue)</strong> ".utf8)
    appendEscaped(diagnostic.message)
    append(" <span class=\"rule\">".utf8)
    appendEscaped(diagnostic.rule.id)
    append("</span></p>".utf8)
    if let start = item.start, let line = item.excerpt, !line.isEmpty {
      appendExcerpt(of: line, at: item.firstColumn, from: start, to: item.end)
    }
    for note in item.notes {
      append("<p class=\"note\">note: ".utf8)
      appendEscaped(note.message)
      if let place = note.position {
        appendEscaped(" (\(place.path):\(place.line):\(place.column))")
      }
      append("</p>".utf8)
    }
    if let help = diagnostic.help {
      append("<p class=\"note\">help: ".utf8)
      appendEscaped(help)
      append("</p>".utf8)
    }
    append("</li>\n".utf8)
  }

  /// The line with its number, and what is meant of it marked; a long one is cut around that.
  private mutating func appendExcerpt(
    of line: String, at column: Int, from start: SourcePosition, to end: SourcePosition?
  ) {
    let characters = Array(line)
    let first = min(max(0, start.column - column), characters.count)
    var last = min(first + 1, characters.count)
    if let end, end.line == start.line {
      last = min(max(last, end.column - column), characters.count)
    }
    let from = first > 100 ? first - 60 : 0
    let to = min(characters.count, max(last, from + 200))
    append("<pre><span class=\"line\">\(start.line)</span>".utf8)
    if from > 0 || column > 1 { append("…".utf8) }
    appendEscaped(String(characters[from..<first]))
    append("<mark>".utf8)
    appendEscaped(String(characters[first..<last]))
    append("</mark>".utf8)
    appendEscaped(String(characters[last..<to]))
    if to < characters.count { append("…".utf8) }
    append("</pre>".utf8)
  }
}
