import CommonMark
import Linking
import Mustache

/// The cells of every case's row, written once and shown by every list the case is in.
package struct CaseRows: Sendable {
  /// The rows of some consecutive cases.
  package struct Part: Sendable {
    fileprivate var text: KeptText
    /// Where each row ends.
    fileprivate let ends: [Int32]

    /// The same, with the rows put away.
    package func kept(in store: some TextStore) -> Part {
      var part = self
      part.text = text.kept(in: store)
      return part
    }
  }

  /// Parts are written side by side and stay apart, since putting them together would need all of
  /// them twice. Each but the last has `partLength` rows.
  private let parts: [Part]
  package let count: Int

  package static let partLength = 64

  package init(_ parts: [Part]) {
    precondition(
      parts.dropLast().allSatisfy { $0.ends.count == Self.partLength }, "only the last is shorter")
    self.parts = parts
    count = parts.reduce(0) { $0 + $1.ends.count }
  }

  /// Writes the cells of one case, without the `tr` around them.
  func write(_ index: Int, into out: inout OutputBuffer) {
    let (part, place) = (index / Self.partLength, index % Self.partLength)
    let start = place == 0 ? 0 : Int(parts[part].ends[place - 1])
    parts[part].text.withBytes(start..<Int(parts[part].ends[place])) { out.append($0) }
  }
}

extension Publication {
  /// The `number`-th part of the rows of all cases, which may be written on any core; rows that are
  /// known are copied.
  package func rows(part number: Int, known: KnownRows? = nil) -> CaseRows.Part {
    let first = number * CaseRows.partLength
    let cases = first..<min(site.cases.count, first + CaseRows.partLength)
    var out = OutputBuffer(capacity: cases.count * 1024)
    let ends = cases.map { index in
      if known?.write(rowOf: site.cases[index], into: &out) != true {
        theme.caseRow.render(CaseSummary(self, Ordinal(index)), into: &out)
      }
      return Int32(out.count)
    }
    return CaseRows.Part(text: .held(out.withBytes { Array($0) }), ends: ends)
  }

  /// How many parts the rows of all cases have.
  package var rowParts: Int {
    (site.cases.count + CaseRows.partLength - 1) / CaseRows.partLength
  }
}
