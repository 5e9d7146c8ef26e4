import CommonMark
import Content
import Diagnostics
import Linking
import Loading
import Rendering

/// A publication while it is being worked on: what was built of it last, and all that the next build
/// need not do again.
///
/// An unchanged file keeps its parsed entry and its diagnostics. Linking runs in full, because that
/// is where stale cross-links come from, unless the only thing that changed is text which nothing
/// else looks at.
package struct LiveBuild: Sendable {
  /// How much of a build was done again.
  package enum Reach: Sendable, Equatable {
    /// Nothing that the site shows has changed.
    case nothing
    /// Only bytes that are copied as they are.
    case files
    /// The texts of some entries.
    case texts
    /// Everything that follows from entries and templates.
    case everything
  }

  package let directory: String
  package let sources: SourceTree
  package let reach: Reach
  package let diagnostics: [Diagnostic]
  /// Ready to be shown; nil while content or templates have errors.
  package var edition: Edition? { isSound ? dressed : nil }
  package let site: Site
  /// Files that were found changed, in ascending order.
  package let changed: [String]

  let options: LinkingOptions
  let entries: [String: EntryState]
  /// The stamps of all other files, by path.
  let stamps: [String: FileStamp]
  let linking: Directory
  /// What each case is linked to, in the order of the casebook.
  let links: [LinksState]
  let theme: Theme?
  /// The last edition with pages as there are now; its texts may be wrong.
  let dressed: Edition?

  private var isSound: Bool { !diagnostics.hasErrors }

  /// How many files were parsed.
  package var entryCount: Int { entries.count }

  /// Builds what lies in a directory, from nothing.
  package init(reading directory: String, _ options: LinkingOptions, on cores: Cores) async throws {
    let sources = try SourceTree(reading: directory)
    let proseOptions = ProseOptions(language: try sources.publicationSettings().value.language)
    let files = sources.entries
    let states = try await cores.map(files.count, reusing: { WritingDesk() }) { desk, index in
      try files[index].state(writing: proseOptions, at: &desk)
    }
    let entries = Dictionary(
      zip(files.map(\.path), states), uniquingKeysWith: { first, _ in first })
    self = try await LiveBuild(
      of: sources, in: directory, entries, options, changed: files.map(\.path), on: cores)
  }

  /// Links and dresses entries that are parsed already. What a case is linked to, and how it looks in
  /// lists, is taken from a build before where nothing that has a say in it is different.
  init(
    of sources: SourceTree, in directory: String, _ entries: [String: EntryState],
    _ options: LinkingOptions, changed: [String], after before: LiveBuild? = nil,
    looksTheSame: Bool = false, on cores: Cores
  ) async throws {
    self.directory = directory
    self.sources = sources
    self.options = options
    self.entries = entries
    self.changed = changed
    stamps = sources.stamps
    reach = .everything
    let theme = try sources.theme()
    var casebook = Casebook.assembled(
      from: sources.entries.compactMap { entries[$0.path]?.parsed },
      settings: try sources.publicationSettings(), in: sources)
    let texts = casebook.value.takeCaseTexts()
    let linking = casebook.value.directory(of: texts, options)
    let known = before.flatMap { linking.answers(as: $0.linking) ? $0 : nil }
    let links = try await cores.map(texts.count, reusing: { WritingDesk() }) { desk, position in
      if let known, linking.hasSameCase(at: position, as: known.linking) {
        return known.links[position]
      }
      return LinksState(linking.linkedCase(position, texts[position], at: &desk))
    }
    let linked = linking.site(links.map(\.links))
    (self.linking, self.links, site) = (linking, links, linked.value)
    self.theme = theme.value
    diagnostics = theme.diagnostics + casebook.diagnostics + linked.diagnostics
    let isSound = !diagnostics.hasErrors
    guard isSound, let theme = theme.value else {
      dressed = nil
      return
    }
    let rows = looksTheSame ? known?.rows(unless: Set(changed)) : nil
    dressed = try await linked.value.dressed(in: theme, files: sources.files)
      .edition(on: cores, known: rows)
  }

  /// The rows of all cases but those of some files.
  private func rows(unless changed: Set<String>) -> KnownRows? {
    dressed.map { edition in
      let slugs = Set(site.cases.filter { changed.contains($0.path) }.map(\.slug))
      return KnownRows(of: edition) { !slugs.contains($0) }
    }
  }

  /// The same build in another state.
  init(
    _ other: LiveBuild, reach: Reach, changed: [String], entries: [String: EntryState]? = nil,
    stamps: [String: FileStamp]? = nil, retexted: Retexted? = nil,
    links: [LinksState]? = nil, diagnostics: [Diagnostic]? = nil, dressed: Edition? = nil
  ) {
    self.reach = reach
    self.changed = changed
    self.entries = entries ?? other.entries
    self.stamps = stamps ?? other.stamps
    linking = retexted?.directory ?? other.linking
    self.links = links ?? other.links
    site = retexted?.site ?? other.site
    self.diagnostics = diagnostics ?? other.diagnostics
    self.dressed = dressed ?? other.dressed
    directory = other.directory
    sources = other.sources
    options = other.options
    theme = other.theme
  }
}

/// A file's entry, and the state of the file that it was read from.
///
/// A class, since thousands of them are handed from build to build.
package final class EntryState: Sendable {
  let stamp: FileStamp?
  let parsed: Diagnosed<ParsedFile>

  init(stamp: FileStamp?, parsed: Diagnosed<ParsedFile>) {
    self.stamp = stamp
    self.parsed = parsed
  }
}

/// What a case is linked to; a class for the same reason.
final class LinksState: Sendable {
  let links: Diagnosed<CaseLinks>

  init(_ links: Diagnosed<CaseLinks>) { self.links = links }
}

extension SourceFile {
  /// The stamp is taken first: a file that changes while it is read looks changed the next time.
  func state(writing options: ProseOptions, at desk: inout WritingDesk) throws -> EntryState {
    let stamp = stamp
    return EntryState(stamp: stamp, parsed: parsed(try bytes(), writing: options, at: &desk))
  }
}

extension SourceTree {
  /// The stamps of everything but entries.
  var stamps: [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for file in files + templates + assets + (settings.map { [$0] } ?? []) {
      if let stamp = file.stamp { stamps[file.path] = stamp }
    }
    return stamps
  }
}
