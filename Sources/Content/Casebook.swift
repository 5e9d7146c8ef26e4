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
  /// Entries that are there but could not be read, by kind: no reference to them is dangling.
  package internal(set) var broken: [EntryKind: Set<String>] = [:]
  /// Paths of the files below `content/files/`, without that folder.
  package internal(set) var files: Set<String> = []

  /// The casebook of parsed files, which are in ascending order of their paths.
  package static func assembled(
    from parsed: consuming [Diagnosed<ParsedFile>], settings: Diagnosed<Settings>,
    in tree: SourceTree
  ) -> Diagnosed<Casebook> {
    var casebook = Casebook()
    var diagnostics = settings.diagnostics + tree.strays.map { .strayFile($0) }
    casebook.settings = settings.value
    casebook.files = Set(tree.files.map { String($0.path.dropFirst("content/files/".utf8.count)) })
    var paths: [EntryKind: [String: String]] = [:]
    for file in parsed {
      diagnostics += file.diagnostics
      guard let (kind, slug, path) = file.value.identity else { continue }
      if let first = paths[kind, default: [:]][slug] {
        diagnostics.append(.duplicateSlug(slug, kind, path, first: first))
        continue
      }
      paths[kind, default: [:]][slug] = path
      casebook.take(file.value)
    }
    casebook.sort()
    return Diagnosed(casebook, diagnostics)
  }

  private mutating func take(_ file: ParsedFile) {
    switch file {
    case .case(let entry): cases.append(entry)
    case .company(let entry): companies.append(entry)
    case .regulator(let entry): regulators.append(entry)
    case .law(let entry): laws.append(entry)
    case .topic(let entry): topics.append(entry)
    case .page(let entry): pages.append(entry)
    case .broken(let kind, let slug, _): broken[kind, default: []].insert(slug)
    case .stray: break
    }
  }

  /// Sub-folders are for the editor's order only, so slugs and not paths decide.
  private mutating func sort() {
    cases.sort { $0.slug < $1.slug }
    companies.sort { $0.slug < $1.slug }
    regulators.sort { $0.slug < $1.slug }
    laws.sort { $0.slug < $1.slug }
    topics.sort { $0.slug < $1.slug }
    pages.sort { $0.slug < $1.slug }
  }
}

extension ParsedFile {
  fileprivate var identity: (EntryKind, slug: String, path: String)? {
    switch self {
    case .case(let entry): (.case, entry.slug, entry.path)
    case .company(let entry): (.company, entry.slug, entry.path)
    case .regulator(let entry): (.regulator, entry.slug, entry.path)
    case .law(let entry): (.law, entry.slug, entry.path)
    case .topic(let entry): (.topic, entry.slug, entry.path)
    case .page(let entry): (.page, entry.slug, entry.path)
    case .broken(let kind, let slug, let path): (kind, slug, path)
    case .stray: nil
    }
  }
}

extension SourceTree {
  /// What `content/site.yml` says; blank settings, and why, where it cannot be read.
  package func publicationSettings() throws(LoadingError) -> Diagnosed<Settings> {
    guard let settings else { return Diagnosed(Settings(), [.noSettings()]) }
    let bytes = try settings.bytes()
    return bytes.withUnsafeBufferPointer { buffer in
      let text = SourceText(buffer, path: settings.path)
      guard text.isUTF8, !text.hasControls(in: 0..<buffer.count) else {
        return Diagnosed(Settings(), text.diagnostics)
      }
      let document = YAMLReader.document(
        in: UnsafeBufferPointer(rebasing: buffer[text.start...]), from: text.start,
        path: settings.path)
      guard document.value != nil || document.diagnostics.isEmpty else {
        return Diagnosed(Settings(), text.diagnostics + document.diagnostics)
      }
      var reading = Reading(path: settings.path)
      let value = Settings.schema.read(document.value, at: text.start, &reading)
      if document.value?.hasKey("feed_id") != true { reading.note(.noFeedID(settings.path)) }
      return Diagnosed(value, text.diagnostics + document.diagnostics + reading.diagnostics)
    }
  }
}
