import Content

/// `content/ledger.txt`: every address that was ever published, with whose it is, since when it is
/// known, and what readers were last told there.
///
/// A line for each address, in ascending order of its bytes, below a line with the version. Lines are
/// taken apart when somebody asks, since a large publication has a million of them.
package struct Ledger: Sendable {
  package static let path = "content/ledger.txt"
  static let title = "# gazette ledger "
  static let version = "1"

  let bytes: [UInt8]
  /// In ascending order of the address; lines with the same address stand together.
  let spans: [Span]
  /// What the ids of feeds began with: `watch.example,2026`.
  package let feedID: String?

  /// A sound line, without its end.
  struct Span: Sendable {
    let start: Int
    let end: Int
    /// Where the address ends, which begins the line.
    let addressEnd: Int
  }

  /// A publication of which nothing is recorded yet.
  package static let empty = Ledger(bytes: [], spans: [], feedID: nil)

  init(bytes: [UInt8], spans: [Span], feedID: String?) {
    self.bytes = bytes
    self.spans = spans
    self.feedID = feedID
  }

  package var isEmpty: Bool { spans.isEmpty }

  /// What is recorded of an address; nil where it was never published.
  package func record(at address: String) -> Record? {
    index(of: address).map { record(startingAt: $0) }
  }

  /// Hands on each address once, in ascending order, with a way to the rest of what is recorded.
  func forEachAddress(_ body: (_ address: String, _ index: Int) -> Void) {
    var last: ArraySlice<UInt8> = []
    for (index, span) in spans.enumerated() {
      let bytes = addressBytes(span)
      // Two versions of a line stand side by side where two editors' ledgers were merged.
      if bytes == last { continue }
      last = bytes
      body(String(decoding: bytes, as: UTF8.self), index)
    }
  }

  /// The record that the lines from one on make, which have the same address.
  func record(startingAt index: Int) -> Record {
    var record = Record(line(spans[index]))
    var next = index + 1
    while next < spans.count, addressBytes(spans[next]) == addressBytes(spans[index]) {
      record.add(line(spans[next]))
      next += 1
    }
    record.start = spans[index].start
    record.end = spans[index].end
    return record
  }

  /// The lines as they are, each address as often as it is there.
  func line(_ span: Span) -> Line {
    guard let line = Line(parsing: bytes[span.start..<span.end]) else {
      preconditionFailure("only sound lines have spans")
    }
    return line
  }

  private func addressBytes(_ span: Span) -> ArraySlice<UInt8> {
    bytes[span.start..<span.addressEnd]
  }
}

/// What the ledger says of one address, whatever lines it takes to say so.
package struct Record: Sendable {
  package let address: String
  /// The day on which it was first seen.
  package private(set) var since: CalendarDate
  /// Kind and identity of the entry it belongs to: `case/acme`; nil where it is no entry's.
  package private(set) var name: String?
  /// What readers were told; more than one where two versions were merged.
  package private(set) var states: [State] = []
  /// The first line, in bytes from the top of the file.
  var start = 0
  var end = 0

  init(_ line: Line) {
    address = line.address
    since = line.since
    name = line.name
    if !line.state.isEmpty { states = [line.state] }
  }

  mutating func add(_ line: Line) {
    if line.since.earliest < since.earliest { since = line.since }
    name = name ?? line.name
    if !line.state.isEmpty, !states.contains(line.state) { states.append(line.state) }
  }

  /// The one that was recorded last.
  package var latest: State? {
    states.max { ($0.recorded?.earliest ?? 0) < ($1.recorded?.earliest ?? 0) }
  }
}

/// What readers were told at an address when it was last recorded.
package struct State: Sendable, Equatable {
  /// The day on which it was recorded.
  package var recorded: CalendarDate?
  /// When the entry had last changed in substance.
  package var updated: Timestamp?
  package var substance: Substance?
  /// What was in force, of the cases that a page adds up: `EUR:46000000,GBP:500..700`.
  package var inForce: String?
  /// Where the address leads, which was a page or file of its own.
  package var movedTo: String?
  /// The day on which it was taken away, as readers were told.
  package var gone: CalendarDate?

  package init() {}

  package var isEmpty: Bool { self == State() }
}

extension Ledger {
  /// Hands on each recorded address of a page, in ascending order.
  package func forEachPage(_ body: (_ address: String) -> Void) {
    forEachAddress { address, _ in
      if address.utf8.last == UInt8(ascii: "/") { body(address) }
    }
  }
}

extension Ledger {
  /// The file it was read from, byte for byte.
  package var text: [UInt8] { bytes }
}
