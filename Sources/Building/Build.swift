import Content
import Diagnostics
import Linking
import Loading

/// Everything one run over the sources made: the linked site, and what is wrong with it.
///
/// `check` prints its diagnostics, `build` publishes its pages, `preview` serves them.
package struct Build: Sendable {
  package let site: Site
  package let diagnostics: [Diagnostic]
  /// How many files were parsed.
  package let entries: Int

  /// load ▶ parse ▶ link ▶ render: a run over `sources`, on `cores`.
  package init(of sources: SourceTree, _ options: LinkingOptions, on cores: Cores) async throws {
    let casebook = try await sources.casebook(on: cores)
    let linked = try await casebook.then { try await $0.linked(options, on: cores) }
    site = linked.value
    diagnostics = linked.diagnostics
    entries = sources.entries.count
  }
}

extension SourceTree {
  /// ▶ Stage 2 of every file, on all cores.
  fileprivate func casebook(on cores: Cores) async throws -> Diagnosed<Casebook> {
    let settings = try publicationSettings()
    let language = settings.value.language
    let entries = entries
    let parsed = try await cores.map(entries.count) { try entries[$0].parsed(language: language) }
    return Casebook.assembled(from: parsed, settings: settings, in: self)
  }
}

extension Casebook {
  /// ▶ Stage 3: each case by itself on all cores, then what follows from all of them.
  fileprivate func linked(
    _ options: LinkingOptions, on cores: Cores
  ) async throws -> Diagnosed<Site> {
    let directory = directory(options)
    return directory.site(
      try await cores.map(directory.caseCount) { directory.linkedCase($0) })
  }
}
