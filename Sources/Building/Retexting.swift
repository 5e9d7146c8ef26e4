import CommonMark
import Content
import Diagnostics
import Linking
import Loading
import Mustache
import Rendering

/// A build in which nothing has to be made but the HTML of some cases' texts: it goes where the old HTML
/// stands on the site that is there.
///
/// That nothing else can be different follows from three things, and each is looked at: all sources but
/// these cases' files are, byte for byte, those of the build before; the outline of each of these cases, which is
/// all that anybody but the HTML goes by, is the same; and the HTML comes about as in any build, from the
/// same functions, given every entry that a text can name. What is not among these makes a difference to the outline,
/// for it would be told as dangling.
package struct Retexting: Sendable {
  /// The sheets on which one of the texts stands, in ascending order of their paths.
  package var sheets: [String] { rewritten.map { before.sheets[$0.sheet] } }

  private let before: TextMemo
  /// What the next build has to know.
  package private(set) var memo: TextMemo
  private var rewritten: [Rewritten] = []

  private struct Rewritten {
    let sheet: Int
    /// In ascending order of the places, which are those of before.
    var exchanges: [(range: Range<Int>, html: [UInt8])]
  }

  /// Nil where everything has to be built; `sources` is what the site was made of, as one.
  package init?(
    of tree: SourceTree, _ now: SourceFingerprints, after memo: TextMemo,
    madeOf sources: Fingerprint,
    _ options: LinkingOptions, hiding: Hiding, on cores: Cores
  ) async throws {
    guard memo.sources.whole == sources, memo.sources.entries.count == now.entries.count,
      memo.sources.others == now.others
    else { return nil }
    let changed = now.entries.indices.filter { now.entries[$0] != memo.sources.entries[$0] }
    guard !changed.isEmpty, changed.count <= Self.most,
      let linked = try await tree.linked(changed, as: now, memo.texts, options, hiding, on: cores)
    else { return nil }
    before = memo
    self.memo = memo
    self.memo.sources = now
    var exchanges: [Int: [(range: Range<Int>, html: [UInt8])]] = [:]
    for (index, text) in zip(changed, linked) {
      guard let old = memo.texts[index], text.outline == old.outline else { return nil }
      for stand in old.stands {
        exchanges[stand.sheet, default: []].append(
          (stand.range, text.html(of: stand.part, as: stand.form)))
      }
    }
    rewritten = exchanges.keys.sorted().map { sheet in
      Rewritten(
        sheet: sheet,
        exchanges: exchanges[sheet, default: []].sorted {
          $0.range.lowerBound < $1.range.lowerBound
        })
    }
    moveStands()
  }

  /// From so many changed texts on, everything is built.
  private static let most = 64

  /// What stands on one of `sheets` from now on; nil where `old` is not what stood there before.
  package func content(of index: Int, before old: [UInt8]) -> [UInt8]? {
    var content: [UInt8] = []
    content.reserveCapacity(old.count + old.count / 8)
    var copied = 0
    for (range, html) in rewritten[index].exchanges {
      guard copied <= range.lowerBound, range.upperBound <= old.count else { return nil }
      content += old[copied..<range.lowerBound]
      content += html
      copied = range.upperBound
    }
    return content + old[copied...]
  }

  /// Takes note of where the texts stand on the sheets from now on.
  private mutating func moveStands() {
    let exchanges = Dictionary(
      uniqueKeysWithValues: rewritten.map { ($0.sheet, $0.exchanges) })
    func moved(_ stand: TextMemo.Stand) -> TextMemo.Stand {
      guard let exchanges = exchanges[stand.sheet] else { return stand }
      var (start, end) = (stand.range.lowerBound, stand.range.upperBound)
      for (range, html) in exchanges {
        let growth = html.count - range.count
        if range.lowerBound < stand.range.lowerBound { start += growth }
        if range.upperBound <= stand.range.upperBound { end += growth }
      }
      var moved = stand
      moved.range = start..<end
      return moved
    }
    for index in memo.texts.indices {
      guard let stands = memo.texts[index]?.stands,
        stands.contains(where: { exchanges[$0.sheet] != nil })
      else { continue }
      memo.texts[index]?.stands = stands.map(moved)
    }
  }
}

/// A case's text as it is now.
private struct LinkedText {
  let outline: TextOutline
  let prose: LinkedProse
  let page: Permalink
  let root: SiteRoot

  func html(of part: TextPart, as form: TextForm) -> [UInt8] {
    var out = OutputBuffer()
    out.append(prose, part, as: form, of: page, on: root)
    return Array(out.bytes)
  }
}

extension SourceTree {
  /// The texts of the cases with these indices among the entries, linked among everything that a text can
  /// name; nil where one has no outline or another one than is known, or where a file is not any more what it was.
  fileprivate func linked(
    _ changed: [Int], as now: SourceFingerprints, _ known: [TextMemo.Text?],
    _ options: LinkingOptions, _ hiding: Hiding, on cores: Cores
  ) async throws -> [LinkedText]? {
    let settings = try publicationSettings()
    let writing = ProseOptions(language: settings.value.language)
    let entries = entries
    func parsed(_ indices: [Int]) async throws -> [Diagnosed<ParsedFile>]? {
      let files = try await cores.map(indices.count, reusing: { WritingDesk() }) { desk, number in
        let (file, bytes) = (entries[indices[number]], try entries[indices[number]].bytes())
        return file.fingerprint(of: bytes) == now.entries[indices[number]]
          ? file.parsed(bytes, writing: writing, at: &desk) : nil
      }
      return files.contains { $0 == nil } ? nil : files.compactMap(\.self)
    }
    guard changed.allSatisfy({ known[$0] != nil }), let own = try await parsed(changed) else {
      return nil
    }
    let files = own.map { TextOutline.file($0, hiding: hiding) }
    // Mostly it is the front matter that has changed; then nothing else is read.
    guard zip(changed, files).allSatisfy({ known[$0]?.outline.file == $1 }) else { return nil }
    let named = Set(own.flatMap(\.value.namedCases))
    let isOwn = Set(changed)
    let around = entries.indices.filter { index in
      guard !isOwn.contains(index), let (kind, slug) = EntryKind.identity(of: entries[index].path)
      else { return false }
      return kind != .case || named.contains(slug)
    }
    guard let others = try await parsed(around) else { return nil }
    var casebook = Casebook.assembled(from: own + others, settings: settings, in: self).value
    let texts = casebook.takeCaseTexts()
    let directory = casebook.directory(of: texts, options)
    var desk = WritingDesk()
    var linked: [LinkedText] = []
    for (file, told) in zip(own, files) {
      guard case .case(let parsed) = file.value,
        let position = casebook.cases.position(of: parsed.entry.slug),
        casebook.cases[position].path == parsed.entry.path
      else { return nil }
      let links = directory.linkedCase(position, parsed.text, at: &desk)
      guard
        let outline = TextOutline(of: parsed.entry, links, file: told, hiding: hiding)
      else { return nil }
      linked.append(
        LinkedText(
          outline: outline, prose: links.value.body,
          page: Permalink(EntryKind.case.folder, parsed.entry.slug), root: directory.root))
    }
    return linked
  }
}

extension ParsedFile {
  /// The cases that a case names, by their slugs as far as they can be told from it alone.
  fileprivate var namedCases: [String] {
    guard case .case(let parsed) = self else { return [] }
    let links = parsed.text.links.compactMap { link -> String? in
      switch link.kind {
      case .case: link.target
      case .file: EntryKind.identity(of: link.resolved(from: parsed.entry.path))?.1
      default: nil
      }
    }
    return parsed.entry.fields.related.map(\.other.value) + links
  }
}
