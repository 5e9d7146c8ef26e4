import CommonMark
import Content
import Diagnostics
import Linking
import Loading
import Mustache
import Recording
import Rendering

/// Everything one run over the sources made: the site ready for print, and what is wrong with it.
///
/// `check` prints its diagnostics, `build` publishes its edition, `preview` serves it.
package struct Build: Sendable {
  package let site: Site
  /// Nil when content or templates have errors: then there is nothing that may be published.
  package let edition: Edition?
  package let diagnostics: [Diagnostic]
  /// How many files were parsed.
  package let entries: Int
  /// What the sources were, byte for byte, when they were read.
  package let sources: SourceFingerprints
  /// The same of those alone that are copied as they are, which happens later.
  package let copies: Fingerprint
  /// What the next build has to know of the cases' texts, by the paths of their files; nil where it is not to
  /// know any.
  package let outlines: [String: TextOutline]?
  /// What was published before, and what is published now, where there is a ledger or somebody wants to
  /// make one.
  package let ledger: Ledger?
  package let imprint: Imprint?

  /// load ▶ parse ▶ link ▶ render, up to the pages: what `write` and Publishing then do.
  ///
  /// `beginning` is told each stage when its turn comes. Texts of cases are put into `store`, where
  /// there is one. `imprinting` keeps what is published, for the ledger; `outlining`, what a later build
  /// can exchange texts by, and tells which problems are only counted.
  package init(
    of sources: SourceTree, _ options: LinkingOptions, on cores: Cores,
    keepingTextsIn store: (any TextStore)? = nil, imprinting: Bool = false,
    outlining: Hiding? = nil, beginning: (Stage) -> Void = { _ in }
  ) async throws {
    beginning(.parsing)
    let sources = try sources.holdingSmallFiles()
    let theme = try sources.theme()
    let before = try sources.publishedBefore()
    var (casebook, read) = try await sources.read(
      on: cores, keepingTextsIn: store,
      noting: imprinting ? .substances : before != nil ? .digests : .nothing,
      outlining: outlining)
    copies = try await sources.fingerprintOfCopies(on: cores)
    self.sources = try sources.fingerprints(reading: read.fingerprints, copying: copies)
    beginning(.linking)
    // Data and the ledger hold what texts say in forms of their own.
    let isOutlined = casebook.value.settings.data.isEmpty && before == nil && !imprinting
    let linked: Diagnosed<Site>
    (linked, outlines) = try await casebook.value.linked(
      options, on: cores, keepingTextsIn: store, outlining: isOutlined ? outlining : nil,
      read.outlines)
    site = linked.value
    entries = sources.entries.count
    beginning(.rendering)
    let found =
      theme.diagnostics + casebook.diagnostics + linked.diagnostics
      + (before?.diagnostics ?? [])
    let comparison = Comparison(
      of: linked.value, from: read.sources, with: before?.value,
      imprinting: imprinting,
      in: found.hasErrors ? nil : theme.value, sources)
    ledger = before?.value
    imprint = imprinting ? comparison.imprint : nil
    diagnostics = found + comparison.diagnostics
    edition =
      if !diagnostics.hasErrors, let publication = comparison.publication {
        try await publication.edition(on: cores, keepingTextsIn: store)
      } else {
        nil
      }
  }
}

/// What a build is at, from reading the first file to what is shared by all pages.
package enum Stage: String, Sendable { case parsing, linking, rendering }

/// What of each entry is kept for the ledger.
private enum Noting { case nothing, digests, substances }

extension SourceTree {
  /// ▶ Stage 2 of every file, on all cores.
  package func casebook(on cores: Cores) async throws -> Diagnosed<Casebook> {
    try await read(on: cores).casebook
  }

  /// The same, with what was read.
  fileprivate func read(
    on cores: Cores, keepingTextsIn store: (any TextStore)? = nil, noting: Noting = .nothing,
    outlining: Hiding? = nil
  ) async throws -> (casebook: Diagnosed<Casebook>, read: ReadEntries) {
    let settings = try publicationSettings()
    let options = ProseOptions(language: settings.value.language)
    let entries = entries
    let parsed = try await cores.map(entries.count, reusing: { WritingDesk() }) { desk, index in
      let bytes = try entries[index].bytes()
      var (digest, substance): (UInt64?, Substance?)
      var file = entries[index].parsed(
        bytes, writing: options, at: &desk,
        noted: noting == .nothing
          ? nil
          : { reading in
            digest = reading.digest
            if noting == .substances { substance = reading.outline.substance }
          })
      let outline = outlining.flatMap { TextOutline.file(file, hiding: $0) }
      if let store { file.value = file.value.keepingText(in: store) }
      return (
        file: file, fingerprint: entries[index].fingerprint(of: bytes), outline: outline,
        source: EntrySource(path: entries[index].path, digest: digest, substance: substance)
      )
    }
    var read = ReadEntries(fingerprints: parsed.map(\.fingerprint))
    if noting != .nothing { read.sources = parsed.map(\.source) }
    if outlining != nil {
      for one in parsed { read.outlines[one.source.path] = one.outline }
    }
    return (
      Casebook.assembled(from: parsed.lazy.map(\.file), settings: settings, in: self), read
    )
  }
}

/// What is kept of the entries' files beside what stands in them.
private struct ReadEntries {
  let fingerprints: [Fingerprint]
  /// What the ledger asks for.
  var sources: [EntrySource] = []
  /// What outlines take from each file by itself, by its path.
  var outlines: [String: Fingerprint] = [:]
}

extension Casebook {
  /// ▶ Stage 3, of which only the site is wanted.
  package mutating func linked(
    _ options: LinkingOptions, on cores: Cores
  ) async throws -> Diagnosed<Site> {
    try await linked(options, on: cores, keepingTextsIn: nil, outlining: nil, [:]).site
  }

  /// ▶ Stage 3: each case by itself on all cores, then what follows from all of them. The texts of
  /// the cases are used up; what is made of them goes into `store`, where there is one.
  ///
  /// Where it is asked for them, it hands on the outlines of the cases as well, by the paths of their files, as
  /// are the parts of them that each file tells by itself.
  fileprivate mutating func linked(
    _ options: LinkingOptions, on cores: Cores, keepingTextsIn store: (any TextStore)?,
    outlining hiding: Hiding?, _ files: [String: Fingerprint]
  ) async throws -> (site: Diagnosed<Site>, outlines: [String: TextOutline]?) {
    let texts = takeCaseTexts()
    let directory = try await directory(of: texts, options, on: cores)
    let cases = cases
    let linked = try await cores.map(consuming: consume texts, reusing: { WritingDesk() }) {
      desk, position, text in
      let text = text.loaded
      var links = directory.linkedCase(position, text, at: &desk)
      let outline = hiding.flatMap {
        TextOutline(
          of: cases[position], links, file: files[cases[position].path], hiding: $0)
      }
      if let store { links.value = links.value.keepingText(in: store) }
      return (links: links, outline: outline)
    }
    var outlines: [String: TextOutline] = [:]
    for (position, one) in linked.enumerated() { outlines[cases[position].path] = one.outline }
    let site = try await directory.site(linked.map(\.links), on: cores)
    return (site, hiding == nil ? nil : outlines)
  }

  private func directory(
    of texts: [Prose], _ options: LinkingOptions, on cores: Cores
  ) async throws -> Directory {
    let (named, references) = try await cores.both(
      { self.directory(options) }, { self.references(in: texts) })
    return named.with(references)
  }
}

extension Directory {
  fileprivate func site(
    _ links: [Diagnosed<CaseLinks>], on cores: Cores
  ) async throws -> Diagnosed<Site> {
    let (entries, overview) = try await cores.both(
      { self.entries(of: links) }, { self.overview(of: links) })
    return joined(entries, with: overview)
  }
}

extension Publication {
  /// ▶ Stage 4 of what pages share: every case's row, on all cores.
  ///
  /// Where texts are put away, so are rows: of a large site they are a tenth of the memory.
  func edition(
    on cores: Cores, known: KnownRows? = nil, keepingTextsIn store: (any TextStore)? = nil
  ) async throws -> Edition {
    let parts = try await cores.map(rowParts) { number in
      let rows = self.rows(part: number, known: known)
      return if let store { rows.kept(in: store) } else { rows }
    }
    return edition(with: CaseRows(parts))
  }
}

extension Edition {
  /// ▶ Stage 4 of every sheet, on all cores: `take` is given each with its bytes, or with the file
  /// that it is a copy of, in no order. A core's buffer is used again, so `take` keeps nothing of it.
  package func written(
    on cores: Cores,
    _ take: @escaping @Sendable (Sheet, SheetContent) throws -> Void
  ) async throws {
    let sheets = sheets
    try await cores.forEach(sheets.count, reusing: { OutputBuffer(capacity: 1 << 16) }) {
      out, index in
      let sheet = sheets[index]
      try self.withContent(of: sheet, in: &out) { try take(sheet, $0) }
    }
  }

  /// Calls `take` with what is on a sheet: the one way to what is published, for a build and for the
  /// preview. What is written goes into `out`; `take` keeps nothing of it.
  package func withContent<Result>(
    of sheet: Sheet, in out: inout OutputBuffer, _ take: (SheetContent) throws -> Result
  ) throws -> Result {
    if let source = source(of: sheet) {
      guard isStyleSheet(sheet) else { return try take(.copy(of: source)) }
      let served = StyleSheetText(stripping: try source.bytes()).stripped
      return try served.withUnsafeBytes { try take(.bytes($0, [])) }
    }
    if isLarge(sheet) { return try take(.pieces) }
    out.removeAll()
    write(sheet, into: &out)
    if isDrawn(sheet) { return try take(.drawing(Array(out.bytes))) }
    return try out.bytes.withUnsafeBytes { try take(.bytes($0, out.passages)) }
  }
}

/// What is on a sheet.
package enum SheetContent {
  /// With the places of the texts that are on it.
  case bytes(UnsafeRawBufferPointer, [Passage])
  case copy(of: SourceFile)
  /// What the edition's `forEachPiece` hands on.
  case pieces
  /// SVG, of which a picture is to be made.
  case drawing([UInt8])
}
