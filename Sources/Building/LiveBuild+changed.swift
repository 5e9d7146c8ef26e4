import CommonMark
import Content
import Diagnostics
import Linking
import Loading
import Rendering

extension LiveBuild {
  /// The build after a change of the sources; throws, and leaves this one as it is, where they
  /// cannot be read.
  ///
  /// Whatever came before, the result is what a build from nothing would make of the sources now.
  package func changed(
    _ change: SourceChange, _ newOptions: LinkingOptions? = nil, on cores: Cores
  ) async throws -> LiveBuild {
    let sources =
      switch change {
      case .anything: try SourceTree(reading: directory)
      case .files(let paths): self.sources.lookingAgain(at: paths, in: directory)
      }
    let named: Set<String> = if case .files(let paths) = change { paths } else { [] }
    let difference = Difference(from: self, to: sources, named: named)
    guard newOptions == nil else {
      return try await relinked(sources, difference, newOptions ?? options, on: cores)
    }
    if difference.isEmpty { return LiveBuild(self, reach: .nothing, changed: []) }
    if difference.hasSameFiles, difference.settings.isEmpty, difference.templates.isEmpty {
      let entries = try reparsed(difference.entries)
      if difference.entries.isEmpty {
        return LiveBuild(
          self, reach: .files, changed: difference.paths, stamps: sources.stamps)
      }
      if let build = retexted(entries, difference, sources) { return build }
    }
    return try await relinked(sources, difference, options, on: cores)
  }

  private func reparsed(_ files: [SourceFile]) throws -> [(path: String, state: EntryState)] {
    let options = ProseOptions(language: linking.language)
    var desk = WritingDesk()
    var states: [(path: String, state: EntryState)] = []
    for file in files { states.append((file.path, try file.state(writing: options, at: &desk))) }
    return states
  }

  /// Nil where more than texts has changed.
  private func retexted(
    _ changed: [(path: String, state: EntryState)], _ difference: Difference, _ sources: SourceTree
  ) -> LiveBuild? {
    var retexted: Retexted?
    var entries = entries
    var diagnostics = diagnostics
    var links = links
    for (path, state) in changed {
      guard let old = entries[path],
        let next = (retexted?.directory ?? linking).retexted(
          state.parsed.value, before: old.parsed.value, in: retexted?.site ?? site)
      else { return nil }
      var gone = next.gone
      if let (position, one) = next.links {
        gone += links[position].links.diagnostics
        links[position] = LinksState(one)
      }
      diagnostics.remove(old.parsed.diagnostics + gone)
      diagnostics += state.parsed.diagnostics + next.found
      entries[path] = state
      retexted = next
    }
    guard let site = retexted?.site else { return nil }
    // Where pages were never dressed for this shape of the site, there is nothing to keep.
    let isSound = !diagnostics.hasErrors
    guard dressed != nil || !isSound else { return nil }
    return LiveBuild(
      self, reach: .texts, changed: difference.paths, entries: entries,
      stamps: difference.others.isEmpty ? nil : sources.stamps, retexted: retexted,
      links: links, diagnostics: diagnostics, dressed: dressed?.retexted(site))
  }

  /// Everything but the parsing of what did not change.
  private func relinked(
    _ sources: SourceTree, _ difference: Difference, _ options: LinkingOptions, on cores: Cores
  ) async throws -> LiveBuild {
    let language = try sources.publicationSettings().value.language
    let isSameLanguage = language == linking.language
    let changed = Set(difference.entries.map(\.path))
    let known = entries
    let files = sources.entries
    let writing = ProseOptions(language: language)
    let states = try await cores.map(files.count, reusing: { WritingDesk() }) { desk, index in
      let file = files[index]
      if isSameLanguage, !changed.contains(file.path), let state = known[file.path] { return state }
      return try file.state(writing: writing, at: &desk)
    }
    let entries = Dictionary(
      zip(files.map(\.path), states), uniquingKeysWith: { first, _ in first })
    return try await LiveBuild(
      of: sources, in: directory, entries, options, changed: difference.paths,
      after: self, looksTheSame: difference.settings.isEmpty && difference.templates.isEmpty,
      on: cores)
  }
}

/// What is different in the sources from what was built of them.
private struct Difference {
  /// Entries that are new or have changed.
  var entries: [SourceFile] = []
  var settings: [String] = []
  var templates: [String] = []
  /// Files that are copied as they are.
  var others: [String] = []
  /// What was there and is gone.
  var gone: [String] = []
  /// Whether there are the same files as before, whatever is in them.
  let hasSameFiles: Bool

  var paths: [String] {
    (entries.map(\.path) + settings + templates + others + gone).sorted()
  }
  var isEmpty: Bool { paths.isEmpty }

  /// A file that is named counts as changed even if it looks the same: a clock can be too coarse.
  init(from build: LiveBuild, to sources: SourceTree, named: Set<String>) {
    let isWholeLook = named.isEmpty
    let (before, after) = (build.sources.folders.files, sources.folders.files)
    hasSameFiles = before == after || before.sorted() == after.sorted()
    func hasChanged(_ file: SourceFile, _ stamp: FileStamp?) -> Bool {
      named.contains(file.path) || (isWholeLook || stamp == nil) && file.stamp != stamp
    }
    for file in sources.entries where hasChanged(file, build.entries[file.path]?.stamp) {
      entries.append(file)
    }
    func changed(_ files: [SourceFile]) -> [String] {
      files.filter { hasChanged($0, build.stamps[$0.path]) }.map(\.path)
    }
    settings = changed(sources.settings.map { [$0] } ?? [])
    templates = changed(sources.templates)
    others = changed(sources.assets + sources.files)
    if !hasSameFiles {
      let (known, now) = (Set(before), Set(after))
      gone = before.filter { !now.contains($0) }
      let listed = Set(paths)
      // What nobody reads, such as a stray file, is a change all the same.
      others += after.filter { !known.contains($0) && !listed.contains($0) }
    }
  }
}

extension [Diagnostic] {
  /// Takes each of them out once.
  fileprivate mutating func remove(_ others: [Diagnostic]) {
    for other in others {
      if let index = firstIndex(of: other) { remove(at: index) }
    }
  }
}
