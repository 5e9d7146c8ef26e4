import Diagnostics

/// What does not hold, though it must of every input.
struct Flaws {
  private(set) var found: [String] = []

  mutating func require(_ holds: Bool, _ flaw: @autoclosure () -> String) {
    if !holds, found.count < 10 { found.append(flaw()) }
  }

  /// Every diagnostic points into a file that there is, at whole characters, and is one line of a report.
  mutating func check(_ diagnostics: [Diagnostic], in source: (_ path: String) -> [UInt8]?) {
    for diagnostic in diagnostics {
      let rule = diagnostic.rule.id
      for place in [diagnostic.place].compactMap({ $0 }) + diagnostic.notes.compactMap(\.place) {
        guard let bytes = source(place.path) else {
          require(false, "\(rule) names \(place.path), which is not there")
          continue
        }
        let isInside = 0 <= place.start && place.start <= place.end && place.end <= bytes.count
        require(isInside, "\(rule) at \(place.start)..<\(place.end) of \(bytes.count) bytes")
        guard isInside, String(validating: bytes, as: UTF8.self) != nil else { continue }
        for offset in [place.start, place.end] where offset < bytes.count {
          require(bytes[offset] & 0xC0 != 0x80, "\(rule) at \(offset) is inside a character")
        }
      }
    }
    // Reports work out lines, columns and excerpts; they must not trap.
    let report = Report(diagnostics, source: source)
    for item in report.items {
      require((item.start?.column ?? 1) > 0, "a column below 1")
    }
    let short = report.formatted(as: .short, colored: false, version: "0")
    require(
      short.utf8.count { $0 == 0x0A } == report.items.count, "a report of other lines:\n\(short)")
    _ = report.formatted(as: .human, colored: true, version: "0")
  }
}
