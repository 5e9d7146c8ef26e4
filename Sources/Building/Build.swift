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
  package let sources: Fingerprint
  /// The same of those alone that are copied as they are, which happens later.
  package let copies: Fingerprint
  /// What was published before, and what is published now, where there is a ledger or somebody wants to
  /// make one.
  package let ledger: Ledger?
  package let imprint: Imprint?

  /// load ▶ parse ▶ link ▶ render, up to the pages: what `write` and Publishing then do.
  ///
  /// `beginning` is told each stage when its turn comes. Texts of cases are put into `store`, where
  /// there is one. `imprinting` keeps what is published, for the ledger.
  package init(
    of sources: SourceTree, _ options: LinkingOptions, on cores: Cores,
    keepingTextsIn store: (any TextStore)? = nil, imprinting: Bool = false,
    beginning: (Stage) -> Void = { _ in }
  ) async throws {
    beginning(.parsing)
    let sources = try sources.holdingSmallFiles()
    let theme = try sources.theme()
    let before = try sources.publishedBefore()
    var (casebook, read, entrySources) = try await sources.read(
      on: cores, keepingTextsIn: store,
      noting: imprinting ? .substances : before != nil ? .digests : .nothing)
    copies = try await sources.fingerprintOfCopies(on: cores)
    self.sources = try sources.fingerprint(reading: read, copying: copies)
    beginning(.linking)
    let linked = try await casebook.value.linked(options, on: cores, keepingTextsIn: store)
    site = linked.value
    entries = sources.entries.count
    beginning(.rendering)
    let found =
      theme.diagnostics + casebook.diagnostics + linked.diagnostics
      + (before?.diagnostics ?? [])
    let comparison = Comparison(
      of: linked.value, from: entrySources, with: before?.value, imprinting: imprinting,
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
    on cores: Cores, keepingTextsIn store: (any TextStore)? = nil, noting: Noting = .nothing
  ) async throws -> (
    casebook: Diagnosed<Casebook>, entries: [Fingerprint], sources: [EntrySource]
  ) {
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
      if let store { file.value = file.value.keepingText(in: store) }
      return (
        file: file,
        fingerprint: entries[index].fingerprint(of: bytes),
        source: EntrySource(path: entries[index].path, digest: digest, substance: substance)
      )
    }
    let fingerprints = parsed.map(\.fingerprint)
    let sources = noting == .nothing ? [] : parsed.map(\.source)
    return (
      Casebook.assembled(from: parsed.lazy.map(\.file), settings: settings, in: self),
      fingerprints, sources
    )
  }
}

extension Casebook {
  /// ▶ Stage 3: each case by itself on all cores, then what follows from all of them. The texts of
  /// the cases are used up; what is made of them goes into `store`, where there is one.
  package mutating func linked(
    _ options: LinkingOptions, on cores: Cores, keepingTextsIn store: (any TextStore)? = nil
  ) async throws -> Diagnosed<Site> {
    let texts = takeCaseTexts()
    let directory = directory(of: texts, options)
    let links = try await cores.map(consuming: consume texts, reusing: { WritingDesk() }) {
      desk, position, text in
      var linked = directory.linkedCase(position, text.loaded, at: &desk)
      if let store { linked.value.keepText(in: store) }
      return linked
    }
    return directory.site(consume links)
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
      return try served.withUnsafeBytes { try take(.bytes($0)) }
    }
    if isLarge(sheet) { return try take(.pieces) }
    out.removeAll()
    write(sheet, into: &out)
    if isDrawn(sheet) { return try take(.drawing(Array(out.bytes))) }
    return try out.bytes.withUnsafeBytes { try take(.bytes($0)) }
  }
}

/// What is on a sheet.
package enum SheetContent {
  case bytes(UnsafeRawBufferPointer)
  case copy(of: SourceFile)
  /// What the edition's `forEachPiece` hands on.
  case pieces
  /// SVG, of which a picture is to be made.
  case drawing([UInt8])
}
