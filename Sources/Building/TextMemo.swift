import Loading
import Mustache
import Rendering

/// What a build remembers of the cases' texts for the next one: where each stands, byte for byte, and what
/// else anybody goes by of it.
///
/// Where the next build finds that texts alone have changed, it exchanges them in these places and makes
/// nothing else again (`Retexting`). It belongs to the build's own memo and is worth nothing without it.
package struct TextMemo: Equatable, Sendable {
  /// A text in one place of the site.
  struct Stand: Equatable, Sendable {
    /// Which of `sheets`.
    let sheet: Int
    let part: TextPart
    let form: TextForm
    var range: Range<Int>
  }

  struct Text: Equatable, Sendable {
    let outline: TextOutline
    var stands: [Stand]
  }

  /// Of which sources it was made.
  package internal(set) var sources: SourceFingerprints
  /// The paths of the sheets on which there are texts, in ascending order.
  let sheets: [String]
  /// One for each entry of the sources; nil for one whose text cannot be exchanged.
  var texts: [Text?]

  /// Nil where the build was not asked for it, or its site shows texts in ways of its own.
  package init?(of build: Build, in tree: SourceTree, _ places: TextPlaces) {
    guard let outlines = build.outlines else { return nil }
    sources = build.sources
    var indices: [String: Int] = [:]
    indices.reserveCapacity(outlines.count)
    var texts = [Text?](repeating: nil, count: tree.entries.count)
    for (index, file) in tree.entries.enumerated() {
      guard let outline = outlines[file.path] else { continue }
      indices[file.path] = index
      texts[index] = Text(outline: outline, stands: [])
    }
    var sheets: [String] = []
    for (sheet, passages) in places.all {
      for passage in passages {
        guard let form = TextForm(rawValue: passage.form) else { return nil }
        // A text without an outline may stand anywhere.
        guard let index = indices[passage.source] else { continue }
        texts[index]?.stands.append(
          Stand(
            sheet: sheets.count, part: TextPart(number: passage.part), form: form,
            range: passage.range))
      }
      sheets.append(sheet)
    }
    self.sheets = sheets
    self.texts = texts
  }
}

extension TextMemo {
  private static let title = Array("gazette texts 1\n".utf8)

  /// Of which site it is; then numbers of eight bytes, little end first, and the sheets' paths on a line each.
  package func bytes(of site: Fingerprint) -> [UInt8] {
    var bytes = Self.title
    func add(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    func add(_ print: Fingerprint) {
      add(print.low)
      add(print.high)
    }
    func add(_ number: Int) { add(UInt64(number)) }
    add(site)
    for list in [sources.entries, sources.others] {
      add(list.count)
      for print in list { add(print) }
    }
    for text in texts {
      add(text.map { $0.stands.count + 1 } ?? 0)
      guard let text else { continue }
      add(text.outline.file)
      add(text.outline.links)
      for stand in text.stands {
        add(stand.sheet)
        add(stand.part.number)
        add(UInt64(stand.form.rawValue))
        add(stand.range.lowerBound)
        add(stand.range.upperBound)
      }
    }
    add(sheets.count)
    for sheet in sheets {
      bytes.append(contentsOf: sheet.utf8)
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Nil for anything that `bytes` has not made whole of this very site.
  package init?(parsing bytes: [UInt8], of site: Fingerprint) {
    guard bytes.starts(with: Self.title) else { return nil }
    var numbers = Numbers(bytes, from: Self.title.count)
    guard numbers.fingerprint() == site, let entries = numbers.fingerprints(),
      let others = numbers.fingerprints()
    else { return nil }
    sources = SourceFingerprints(entries: entries, others: others)
    var texts: [Text?] = []
    texts.reserveCapacity(entries.count)
    for _ in entries {
      guard let count = numbers.count(of: 8) else { return nil }
      if count == 0 {
        texts.append(nil)
        continue
      }
      guard let file = numbers.fingerprint(), let links = numbers.fingerprint() else { return nil }
      var stands: [Stand] = []
      for _ in 1..<count {
        guard let sheet = numbers.next(), let part = numbers.next(), let form = numbers.next(),
          let start = numbers.next(),
          let end = numbers.next(), start <= end,
          let form = UInt8(exactly: form).flatMap({ TextForm(rawValue: $0) })
        else { return nil }
        stands.append(
          Stand(sheet: sheet, part: TextPart(number: part), form: form, range: start..<end))
      }
      texts.append(Text(outline: TextOutline(file: file, links: links), stands: stands))
    }
    self.texts = texts
    guard let count = numbers.count(of: 1) else { return nil }
    var lines = bytes[numbers.offset...].split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true, lines.count == count else { return nil }
    sheets = lines.compactMap { String(validating: $0, as: UTF8.self) }
    guard sheets.count == count else { return nil }
    let known = sheets.indices
    guard texts.allSatisfy({ $0?.stands.allSatisfy { known.contains($0.sheet) } ?? true }) else {
      return nil
    }
  }
}

/// Numbers of eight bytes one after the other; nil where there are no more, or one that cannot be.
private struct Numbers {
  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], from offset: Int) { (self.bytes, self.offset) = (bytes, offset) }

  mutating func word() -> UInt64? {
    guard offset + 8 <= bytes.count else { return nil }
    defer { offset += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  mutating func next() -> Int? { word().flatMap { Int(exactly: $0) } }

  /// A number of things that take at least so many bytes each.
  mutating func count(of size: Int) -> Int? {
    next().flatMap { $0 <= (bytes.count - offset) / size ? $0 : nil }
  }

  mutating func fingerprint() -> Fingerprint? {
    guard let low = word(), let high = word() else { return nil }
    return Fingerprint(low: low, high: high)
  }

  mutating func fingerprints() -> [Fingerprint]? {
    guard let count = count(of: 16) else { return nil }
    var prints: [Fingerprint] = []
    prints.reserveCapacity(count)
    for _ in 0..<count {
      guard let print = fingerprint() else { return nil }
      prints.append(print)
    }
    return prints
  }
}
