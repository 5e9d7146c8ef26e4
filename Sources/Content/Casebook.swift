import CommonMark
import Diagnostics
import Loading

/// All entries of one publication, each read by itself; nothing refers to anything yet.
///
/// Every list is in ascending order of slugs, and a slug is in it once.
package struct Casebook: Sendable {
  package internal(set) var settings = Settings()
  package internal(set) var cases: [Entry<Case>] = []
  package internal(set) var companies: [Entry<Company>] = []
  package internal(set) var regulators: [Entry<Regulator>] = []
  package internal(set) var laws: [Entry<Law>] = []
  package internal(set) var topics: [Entry<Topic>] = []
  package internal(set) var pages: [Entry<Page>] = []
  package internal(set) var news: [Entry<NewsItem>] = []
  /// The texts of the cases, in their order; nothing once they were taken.
  private var caseTexts: [Prose] = []
  /// The texts of all other entries, by kind, in the order of the kind's list.
  var texts: [EntryKind: [Prose]] = [:]
  /// Entries that are there but could not be read, by kind: no reference to them is dangling.
  package internal(set) var broken: [EntryKind: Set<String>] = [:]
  /// Paths of the files below `content/files/`, without that folder.
  package internal(set) var files: Set<String> = []

  /// The casebook of parsed files, which are in ascending order of their paths.
  package static func assembled(
    from parsed: some Sequence<Diagnosed<ParsedFile>>, settings: Diagnosed<Settings>,
    in tree: SourceTree
  ) -> Diagnosed<Casebook> {
    var casebook = Casebook()
    var diagnostics = settings.diagnostics + tree.strays.map { .strayFile($0) }
    casebook.settings = settings.value
    casebook.files = Set(tree.files.map { String($0.path.dropFirst("content/files/".utf8.count)) })
    var paths: [EntryKind: [String: String]] = [:]
    var gathered = GatheredEntries()
    for file in parsed {
      diagnostics += file.diagnostics
      guard let (kind, slug, path) = file.value.identity else { continue }
      if let first = paths[kind, default: [:]][slug] {
        diagnostics.append(.duplicateSlug(slug, kind, path, first: first))
        continue
      }
      paths[kind, default: [:]][slug] = path
      if case .broken = file.value { casebook.broken[kind, default: []].insert(slug) }
      gathered.take(file.value)
    }
    casebook.fill(with: gathered)
    return Diagnosed(casebook, diagnostics)
  }

  private mutating func fill(with gathered: consuming GatheredEntries) {
    (cases, caseTexts) = gathered.cases.sorted()
    (companies, texts[.company]) = gathered.companies.sorted()
    (regulators, texts[.regulator]) = gathered.regulators.sorted()
    (laws, texts[.law]) = gathered.laws.sorted()
    (topics, texts[.topic]) = gathered.topics.sorted()
    (pages, texts[.page]) = gathered.pages.sorted()
    (news, texts[.news]) = gathered.news.sorted()
  }

  /// The texts of the cases, each in the place of its entry: from then on they are the caller's
  /// alone, so that one that is linked can be let go.
  package mutating func takeCaseTexts() -> [Prose] {
    defer { caseTexts = [] }
    return caseTexts
  }

  /// The text of an entry that is no case.
  package func text(_ kind: EntryKind, _ position: Int) -> Prose {
    precondition(kind != .case, "the texts of cases are taken, not asked for")
    return texts[kind, default: []][position]
  }
}

/// Entries and their texts while a casebook is put together.
private struct GatheredEntries {
  struct Kind<Fields: Sendable> {
    var found: [ParsedEntry<Fields>] = []

    /// Sub-folders are for the editor's order only, so slugs and not paths decide.
    consuming func sorted() -> (entries: [Entry<Fields>], texts: [Prose]) {
      found.sort { $0.entry.slug < $1.entry.slug }
      return (found.map(\.entry), found.map(\.text))
    }
  }

  var cases = Kind<Case>()
  var companies = Kind<Company>()
  var regulators = Kind<Regulator>()
  var laws = Kind<Law>()
  var topics = Kind<Topic>()
  var pages = Kind<Page>()
  var news = Kind<NewsItem>()

  mutating func take(_ file: ParsedFile) {
    switch file {
    case .case(let parsed): cases.found.append(parsed)
    case .company(let parsed): companies.found.append(parsed)
    case .regulator(let parsed): regulators.found.append(parsed)
    case .law(let parsed): laws.found.append(parsed)
    case .topic(let parsed): topics.found.append(parsed)
    case .page(let parsed): pages.found.append(parsed)
    case .news(let parsed): news.found.append(parsed)
    case .broken, .stray: break
    }
  }
}

extension ParsedFile {
  fileprivate var identity: (EntryKind, slug: String, path: String)? {
    switch self {
    case .case(let parsed): (.case, parsed.entry.slug, parsed.entry.path)
    case .company(let parsed): (.company, parsed.entry.slug, parsed.entry.path)
    case .regulator(let parsed): (.regulator, parsed.entry.slug, parsed.entry.path)
    case .law(let parsed): (.law, parsed.entry.slug, parsed.entry.path)
    case .topic(let parsed): (.topic, parsed.entry.slug, parsed.entry.path)
    case .page(let parsed): (.page, parsed.entry.slug, parsed.entry.path)
    case .news(let parsed): (.news, parsed.entry.slug, parsed.entry.path)
    case .broken(let kind, let slug, let path): (kind, slug, path)
    case .stray: nil
    }
  }
}

extension SourceTree {
  /// What `content/site.yml` says; blank settings, and why, where it cannot be read.
  package func publicationSettings() throws(LoadingError) -> Diagnosed<Settings> {
    guard let settings else { return Diagnosed(Settings(), [.noSettings()]) }
    let file = try YAMLFile(settings)
    guard file.isReadable else { return Diagnosed(Settings(), file.diagnostics) }
    var reading = Reading(path: settings.path)
    let value = Settings.schema.read(file.document, at: file.start, &reading)
    if file.document?.hasKey("feed_id") != true { reading.note(.noFeedID(settings.path)) }
    return Diagnosed(value, file.diagnostics + reading.diagnostics)
  }
}
