import Linking
import Mustache

/// The cells of every case's row, written once and shown by every list the case is in.
package struct CaseRows: Sendable {
  private var bytes: [UInt8] = []
  /// Where each row ends.
  private var ends: [Int] = []

  package init() {}

  /// The rows of consecutive parts of the list of cases, in its order.
  package init(joining parts: some Sequence<CaseRows>) {
    for part in parts {
      let start = bytes.count
      bytes += part.bytes
      ends += part.ends.map { start + $0 }
    }
  }

  package var count: Int { ends.count }

  mutating func append(_ row: some Collection<UInt8>) {
    bytes += row
    ends.append(bytes.count)
  }

  /// The cells of one case.
  func row(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Writes the cells of one case, without the `tr` around them.
  func write(_ index: Int, into out: inout OutputBuffer) {
    let start = index == 0 ? 0 : ends[index - 1]
    bytes.withUnsafeBytes { all in
      out.append(UnsafeRawBufferPointer(rebasing: all[start..<ends[index]]))
    }
  }
}

extension Publication {
  /// The rows of some of the site's cases, which may be written on any core; those that are known
  /// are copied.
  package func rows(of cases: Range<Int>, known: KnownRows? = nil) -> CaseRows {
    var rows = CaseRows()
    var out = OutputBuffer(capacity: 2048)
    for index in cases {
      if let row = known?.row(of: site.cases[index]) {
        rows.append(row)
        continue
      }
      out.removeAll()
      theme.caseRow.render(CaseSummary(self, Ordinal(index)), into: &out)
      rows.append(out.bytes)
    }
    return rows
  }
}
