/// A browser that has a page open, and what it knows of it.
struct Reader: Sendable, Equatable {
  /// The page's address as the browser has it.
  let path: String
  /// The digest of the page that it shows.
  let page: String
  /// The build that the page was made by, with the run of the program.
  let build: String
  /// Whether it had lost the connection.
  let isReturning: Bool
  /// The problems that it was told of last; nil where it shows none.
  var problems: String?
  /// The build of this run that it was told of last; nil where it was told of none yet.
  var seen: Int?

  init(_ request: Request) {
    path = request.parameter("path") ?? "/"
    page = request.parameter("page") ?? ""
    build = request.parameter("build") ?? ""
    isReturning = request.parameter("again") == "1"
    problems = request.parameter("shown") == "1" ? "some" : nil
  }

  init(path: String, page: String, build: String, isReturning: Bool = false) {
    self.path = path
    self.page = page
    self.build = build
    self.isReturning = isReturning
  }
}

/// Something that an open page is told.
enum News: Sendable, Equatable {
  /// Load the page again.
  case reload
  /// Load one style sheet again, in place.
  case style(path: String)
  /// Lay these over the page.
  case problems([UInt8])
  /// Take them away.
  case mended
  /// Nothing: a comment, which keeps the connection alive.
  case silence

  /// As server-sent events are written (HTML standard §9.2).
  var message: [UInt8] {
    switch self {
    case .reload: Array("event: reload\ndata:\n\n".utf8)
    case .style(let path): Array("event: style\ndata: \(path)\n\n".utf8)
    case .silence: Array(":\n\n".utf8)
    case .mended: Array("event: mended\ndata:\n\n".utf8)
    case .problems(let html):
      Array("event: problems\n".utf8)
        + html.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap {
          Array("data: ".utf8) + $0 + [0x0A]
        } + [0x0A]
    }
  }
}

extension Showing {
  /// What a reader has to be told, and notes that it knows it then.
  ///
  /// News are worked out from what the reader has seen, not kept for it: whoever is slow is told of
  /// the last state alone, and misses nothing that still matters.
  ///
  /// `digest` is that of the page at a path as it is now.
  func news(
    for reader: inout Reader, _ manner: Manner, digest: (_ path: String) -> String
  ) -> [News] {
    guard reader.seen != number else { return [] }
    guard pages != nil else { return reader.page == digest(reader.path) ? [] : [.reload] }
    var news: [News] = []
    if reader.problems != problems?.digest {
      news.append(problems.map { .problems($0.html) } ?? .mended)
      reader.problems = problems?.digest
    }
    let isOfThisRun = reader.build.hasPrefix(manner.run + ".")
    let seen =
      reader.seen ?? (isOfThisRun ? Int(reader.build.dropFirst(manner.run.count + 1)) : nil) ?? 0
    for (path, changed) in styles.sorted(by: { $0.key < $1.key }) where changed > seen {
      news.append(.style(path: prefix + "/" + path))
    }
    reader.seen = number
    guard problems == nil else { return news }
    if reader.isReturning && !isOfThisRun { return [.reload] }
    if reader.page != digest(reader.path) { return [.reload] }
    return news
  }
}
