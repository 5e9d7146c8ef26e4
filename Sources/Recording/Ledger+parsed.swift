import Content
import Diagnostics
import Loading

extension SourceTree {
  /// What was ever published, and what is wrong with the file that says so; nil where there is none.
  package func publishedBefore() throws(LoadingError) -> Diagnosed<Ledger>? {
    guard let ledger else { return nil }
    return Ledger.parsing(try ledger.bytes())
  }
}

extension Ledger {
  /// Larger than that of any publication: five million addresses.
  static let largest = 512 << 20

  /// The ledger of a file, as far as it is sound, and every place where it is not.
  package static func parsing(_ bytes: [UInt8]) -> Diagnosed<Ledger> {
    guard bytes.count <= largest else {
      return Diagnosed(.empty, [.ledgerTooLarge(bytes.count, limit: largest)])
    }
    var reader = LedgerReader(bytes: bytes)
    return reader.ledger()
  }
}

/// A ledger while it is read.
private struct LedgerReader {
  let bytes: [UInt8]
  private var diagnostics: [Diagnostic] = []
  private var spans: [Ledger.Span] = []
  private var isSorted = true

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func ledger() -> Diagnosed<Ledger> {
    var start = 0
    var lines = 0
    var feedID: String?
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var last = end
      if last > start, bytes[last - 1] == 0x0D { last -= 1 }
      if lines == 0 {
        switch header(start..<last) {
        case .success(let id): feedID = id
        case .failure(let flaw): return Diagnosed(.empty, [flaw.diagnostic])
        }
      } else if last > start {
        take(start..<last, upTo: min(end + 1, bytes.count), feedID)
      }
      lines += 1
      start = end + 1
    }
    if lines == 0 { diagnostics.append(.noLedgerTitle("", at: place(0..<0))) }
    if !isSorted { settle() }
    return Diagnosed(Ledger(bytes: bytes, spans: spans, feedID: feedID), diagnostics)
  }

  private func place(_ range: Range<Int>) -> Place {
    Place(path: Ledger.path, start: range.lowerBound, end: range.upperBound)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private struct Flaw: Error { let diagnostic: Diagnostic }

  /// `# gazette ledger 1`, and what feeds' ids begin with.
  private func header(_ range: Range<Int>) -> Result<String?, Flaw> {
    let line = text(range)
    guard line.hasPrefix(Ledger.title) else {
      return .failure(Flaw(diagnostic: .noLedgerTitle(line, at: place(range))))
    }
    let words = line.dropFirst(Ledger.title.count).split(separator: " ")
    guard let version = words.first, version == Ledger.version, words.count <= 2 else {
      return .failure(Flaw(diagnostic: .unknownLedgerVersion(line, at: place(range))))
    }
    return .success(words.count == 2 ? String(words[1]) : nil)
  }

  private mutating func take(_ range: Range<Int>, upTo end: Int, _ feedID: String?) {
    let line = bytes[range]
    guard bytes.withUnsafeBufferPointer({ isSoundLine(in: $0, range) }) else {
      // A second title that says the same comes from a merge.
      if line.starts(with: Ledger.title.utf8), case .success(feedID) = header(range) { return }
      let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
      diagnostics.append(
        marks.contains { line.starts(with: $0.utf8) }
          ? .mergeMark(text(range), at: place(range), line: place(range.lowerBound..<end))
          : .damagedLine(text(range), at: place(range)))
      return
    }
    let addressEnd = line.firstIndex(of: 0x20) ?? range.upperBound
    let span = Ledger.Span(
      start: range.lowerBound, end: range.upperBound, addressEnd: addressEnd)
    if let last = spans.last, isSorted { isSorted = isBefore(last, span) }
    spans.append(span)
  }

  /// The order of bytes in whole lines is that of addresses, since no address holds a blank.
  private func isBefore(_ left: Ledger.Span, _ right: Ledger.Span) -> Bool {
    bytes[left.start..<left.end].lexicographicallyPrecedes(bytes[right.start..<right.end])
  }

  /// Puts the lines in order, and says from where to where they were not: as happens where the ledgers
  /// of two editors are merged.
  private mutating func settle() {
    var settled: [Ledger.Span] = []
    for span in spans.sorted(by: isBefore) {
      if let last = settled.last, !isBefore(last, span) { continue }
      settled.append(span)
    }
    let first = zip(spans, settled).prefix { $0.start == $1.start }.count
    let common = zip(spans.reversed(), settled.reversed()).prefix { $0.start == $1.start }.count
    let last = min(common, spans.count - first, settled.count - first)
    let unsettled = spans[first..<spans.count - last]
    let misplaced = unsettled.indices.dropFirst().count { !isBefore(spans[$0 - 1], spans[$0]) }
    if let start = unsettled.first?.start, let end = unsettled.last?.end {
      let lines = settled[first..<settled.count - last].map { text($0.start..<$0.end) }
      diagnostics.append(
        .unsettledLedger(
          text(start..<(unsettled.first?.addressEnd ?? start)), misplaced: max(1, misplaced),
          at: place(start..<(unsettled.first?.addressEnd ?? start)),
          all: place(start..<end), settled: lines.joined(separator: "\n")))
    }
    spans = settled
  }
}
