import CommonMark
import Diagnostics
import Loading

extension SourceFile {
  /// Stage 2: one file, one entry, and everything that is wrong with the file by itself.
  ///
  /// It depends on this file and the publication's language alone, so an unchanged file may keep
  /// its parsed entry.
  package func parsed(language: String) throws(LoadingError) -> Diagnosed<ParsedFile> {
    var desk = WritingDesk()
    return parsed(try bytes(), writing: ProseOptions(language: language), at: &desk)
  }

  /// The same of bytes that were read from there. `noted` is given the entry as it is read, where
  /// somebody wants to know what it says.
  package func parsed(
    _ bytes: [UInt8], writing options: ProseOptions, at desk: inout WritingDesk,
    noted: ((EntryReading) -> Void)? = nil
  ) -> Diagnosed<ParsedFile> {
    guard let (kind, slug) = identity else {
      return Diagnosed(.stray, [.strayFile(path)])
    }
    var diagnostics: [Diagnostic] = []
    if !isSlug(slug) { diagnostics.append(.badSlug(slug, path)) }
    let parsed = bytes.withUnsafeBufferPointer { buffer in
      EntryFile(
        path: path, slug: slug, kind: kind, options: options, bytes: buffer, noted: noted
      ).parsed(at: &desk)
    }
    return Diagnosed(parsed.value, diagnostics + parsed.diagnostics)
  }

  /// Kind and slug by the path; nil for a file in no kind's folder.
  private var identity: (EntryKind, slug: String)? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count >= 3, let name = parts.last, name.suffix(3).elementsEqual(".md".utf8),
      let kind = EntryKind.allCases.first(where: { $0.folder.utf8.elementsEqual(parts[1]) })
    else { return nil }
    return (kind, String(Substring(name.dropLast(3))))
  }
}

/// One entry's bytes while they are read.
private struct EntryFile {
  let path: String
  let slug: String
  let kind: EntryKind
  let options: ProseOptions
  let bytes: UnsafeBufferPointer<UInt8>
  let noted: ((EntryReading) -> Void)?

  private static let largestFrontMatter = 256 << 10

  private var broken: ParsedFile { .broken(kind, slug: slug, path: path) }

  func parsed(at desk: inout WritingDesk) -> Diagnosed<ParsedFile> {
    guard bytes.count <= SourceText.largest else {
      return Diagnosed(
        broken, [.tooLarge("the file", bytes.count, limit: SourceText.largest, path)])
    }
    let text = SourceText(bytes, path: path)
    var diagnostics = text.diagnostics
    guard text.isUTF8 else { return Diagnosed(broken, diagnostics) }
    switch FrontMatter(in: bytes, from: text.start) {
    case .missing:
      diagnostics.append(.noFrontMatter(path))
      return Diagnosed(broken, diagnostics)
    case .unterminated(let line):
      diagnostics.append(
        .unterminatedFrontMatter(
          at: Place(path: path, start: line.lowerBound, end: line.upperBound)))
      return Diagnosed(broken, diagnostics)
    case .found(let yaml, _) where yaml.count > Self.largestFrontMatter:
      diagnostics.append(
        .tooLarge("the front matter", yaml.count, limit: Self.largestFrontMatter, path))
      return Diagnosed(broken, diagnostics)
    case .found(let yaml, let bodyStart):
      let isPlain = !text.hasControls(in: yaml)
      let document =
        isPlain
        ? YAMLReader.document(
          in: UnsafeBufferPointer(rebasing: bytes[yaml]), from: yaml.lowerBound, path: path)
        : Diagnosed(nil)
      diagnostics += document.diagnostics
      let isReadable = isPlain && (document.value != nil || document.diagnostics.isEmpty)
      if let noted, isReadable {
        noted(
          EntryReading(of: document.value, bytes, endingAt: yaml.upperBound, textFrom: bodyStart))
      }
      let entry = entry(
        isReadable ? document.value : nil, frontMatterAt: text.start, bodyStart, &diagnostics,
        isReadable: isReadable, mayHoldReferences: text.mayHoldReferences, at: &desk)
      return Diagnosed(isReadable ? entry : broken, diagnostics)
    }
  }

  /// The entry of the file's kind; the body is checked even where the front matter is not readable.
  private func entry(
    _ node: YAMLNode?, frontMatterAt start: Int, _ bodyStart: Int,
    _ diagnostics: inout [Diagnostic], isReadable: Bool, mayHoldReferences: Bool,
    at desk: inout WritingDesk
  ) -> ParsedFile {
    func read<Fields>(_ schema: Schema<Fields>) -> Fields {
      var reading = Reading(path: path)
      let fields = isReadable ? schema.read(node, at: start, &reading) : schema.blank()
      diagnostics += reading.diagnostics
      return fields
    }
    func entry<Fields>(
      _ fields: Fields, citing sources: [String]? = [], aliases: [AnchorAlias]
    ) -> ParsedEntry<Fields> {
      let body = Prose.parsing(
        bytes, from: bodyStart, path: path, sources: sources ?? [],
        options: options.with(aliases: aliases.ofProse), at: &desk)
      // Where the sources could not be read, nobody can say which citations are wrong.
      diagnostics += body.diagnostics.filter { sources != nil || $0.rule != .unknownNote }
      if mayHoldReferences {
        diagnostics += ControlReference.all(in: bytes, from: bodyStart, path: path)
      }
      diagnostics += Blank.lines(of: bytes, from: bodyStart, path: path)
      var anchors = body.value.headings.map(\.anchor)
      diagnostics += aliases.compactMap { $0.problem(among: anchors, in: path) }
      anchors += aliases.map(\.earlier.value) + body.value.notes.map(\.anchor)
      return ParsedEntry(
        entry: Entry(
          slug: slug, path: path, fields: fields, anchors: anchors,
          frontMatter: FrontMatterDigest(of: bytes, upTo: bodyStart)),
        text: body.value)
    }
    switch kind {
    case .case:
      var fields = read(Case.schema)
      if isReadable {
        diagnostics += fields.problems(in: path)
        diagnostics += fields.amountsThatDiffer(in: path, bytes, bodyFrom: bodyStart)
      }
      if fields.isDraft {
        diagnostics = diagnostics.map(\.ofDraft)
        // Nothing behind this point knows of a step that has no date.
        let isSound = !diagnostics.hasErrors
        if isSound { fields.steps.removeAll { $0.date.value == nil } }
      }
      let parsed = entry(
        fields, citing: isReadable ? fields.sources.map(\.id.value) : nil, aliases: fields.anchors)
      if fields.isDraft { diagnostics = diagnostics.map(\.ofDraft) }
      return .case(parsed)
    case .company:
      let fields = read(Company.schema)
      return .company(entry(fields, aliases: fields.anchors))
    case .regulator:
      let fields = read(Regulator.schema)
      return .regulator(entry(fields, aliases: fields.anchors))
    case .law:
      let fields = read(Law.schema)
      return .law(entry(fields, aliases: fields.anchors))
    case .topic:
      let fields = read(Topic.schema)
      return .topic(entry(fields, aliases: fields.anchors))
    case .page:
      let fields = read(Page.schema)
      return .page(entry(fields, aliases: fields.anchors))
    case .news:
      let fields = read(NewsItem.schema)
      let parsed = entry(fields, aliases: fields.anchors)
      if parsed.entry.fields.isDraft { diagnostics = diagnostics.map(\.ofDraft) }
      return .news(parsed)
    }
  }
}

extension Case {
  /// What the fields together get wrong, though each of them can be read.
  fileprivate func problems(in path: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    problems += repeated(sources.map(\.id), what: "source", path)
    problems += repeated(steps.compactMap(\.id), what: "step", path)
    problems += repeated(deadlines.compactMap(\.id), what: "deadline", path)
    problems += deadlines.compactMap { $0.problem(in: path) }
    problems += references.compactMap { $0.problem(in: path) }
    return problems
  }

  private func repeated(_ ids: [Written<String>], what: String, _ path: String) -> [Diagnostic] {
    var first: [String: Written<String>] = [:]
    return ids.compactMap { id in
      guard !id.value.isEmpty else { return nil }
      guard let earlier = first[id.value] else {
        first[id.value] = id
        return nil
      }
      return .duplicateID(
        id.value, of: what, at: id.place(in: path), first: earlier.place(in: path))
    }
  }
}

extension DocketReference {
  /// What is wrong with a number that has a standard form.
  fileprivate func problem(in path: String) -> Diagnostic? {
    let typed = value.value
    let place = value.place(in: path)
    guard !typed.isEmpty else { return nil }
    switch kind {
    case .ecli:
      if let flaw = flaw(inECLI: typed) { return .badECLI(typed, flaw, at: place) }
      return isLongECLI(typed) ? .longECLI(typed, at: place) : nil
    case .celex:
      return isCELEX(typed) ? nil : .badCELEX(typed, at: place)
    case .docket, .citation, .register:
      return nil
    }
  }
}
