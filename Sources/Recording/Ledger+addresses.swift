import Content
import Diagnostics

extension Ledger {
  /// Recorded addresses at which readers would find nothing any more: neither a page nor a file, no
  /// redirect, and no word of why.
  ///
  /// `files` gives the bytes of an entry's file, to say what would mend it.
  func vanished(from imprint: Imprint, _ files: (String) -> [UInt8]?) -> [Diagnostic] {
    var search = VanishedSearch(ledger: self, imprint: imprint)
    forEachAddress { address, index in search.look(at: address, index) }
    return search.diagnostics(files)
  }

  func place(of record: Record) -> Place {
    Place(path: Ledger.path, start: record.start, end: record.start + record.address.utf8.count)
  }
}

/// What is looked for in the order of addresses: a page comes right before what lies below it.
private struct VanishedSearch {
  let ledger: Ledger
  let imprint: Imprint
  /// Former addresses of entries, and which pages they lead to.
  private let formers: [String: Imprint.Former]
  /// The last page that is not there, with how many addresses below it.
  private var pages: [(record: Record, below: Int)] = []
  private var anchors: [Diagnostic] = []
  /// Everything else, by what it is: files of many entries vanish together.
  private var files: [String: [Record]] = [:]
  /// The page that anchors were last looked for on, and its anchors.
  private var anchored: (address: String, anchors: Set<String>)?

  init(ledger: Ledger, imprint: Imprint) {
    self.ledger = ledger
    self.imprint = imprint
    formers = Dictionary(
      imprint.formers.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func look(at address: String, _ index: Int) {
    if let mark = address.utf8.firstIndex(of: UInt8(ascii: "#")) {
      return lookForAnchor(
        String(address[address.index(after: mark)...]), on: String(address[..<mark]), index)
    }
    let isThere =
      imprint.served?.contains(address) ?? isThereForCertain(address)
    if isThere || imprint.isGone(address) { return }
    if let last = pages.last, address.hasPrefix(last.record.address),
      last.record.address.hasSuffix("/")
    {
      pages[pages.count - 1].below += 1
      return
    }
    let record = ledger.record(startingAt: index)
    if address.hasSuffix("/") {
      pages.append((record, 0))
    } else {
      let name = address.split(separator: "/").last.map(String.init) ?? address
      files[name, default: []].append(record)
    }
  }

  /// While content has errors only the pages of entries are known; whatever is made of them together
  /// may be missing because of the errors.
  private func isThereForCertain(_ address: String) -> Bool {
    guard base(of: address) == address, ledger.record(at: address)?.name != nil else { return true }
    return imprint.positions[address] != nil || formers[address] != nil
  }

  private mutating func lookForAnchor(_ anchor: String, on address: String, _ index: Int) {
    let position = imprint.positions[address] ?? formers[address]?.page
    guard let position else {
      if pages.last?.record.address == address { pages[pages.count - 1].below += 1 }
      return
    }
    let page = imprint.pages[position]
    if anchored?.address != page.address { anchored = (page.address, Set(page.anchors)) }
    // What was merged into another entry brought no headings with it.
    guard anchored?.anchors.contains(anchor) != true, formers[address]?.isMerged != true else {
      return
    }
    let fresh = page.anchors.filter { ledger.index(of: page.address + "#" + $0) == nil }
    let nearest = fresh.count == 1 ? fresh[0] : nearestName(to: anchor, among: fresh)
    anchors.append(
      .anchorVanished(
        anchor, of: page, at: ledger.place(of: ledger.record(startingAt: index)), heir: nearest))
  }

  func diagnostics(_ read: (String) -> [UInt8]?) -> [Diagnostic] {
    guard !pages.isEmpty else { return lost(on: imprint.now) + anchors }
    let heirs = Heirs(of: ledger, in: imprint, read)
    let gone = pages.map { page in
      Diagnostic.addressVanished(
        page.record, below: page.below, heir: heirs.heir(of: page.record),
        on: imprint.now, at: ledger.place(of: page.record), read)
    }
    return gone + lost(on: imprint.now) + anchors
  }

  private func lost(on now: Timestamp) -> [Diagnostic] {
    files.values.compactMap { records in
      records.first.map {
        .fileVanished($0, others: records.count - 1, on: now, at: ledger.place(of: $0))
      }
    }
  }
}

/// Entries that nothing is recorded of yet: one of them may be what a recorded one is called now.
private struct Heirs {
  private let fresh: [(page: Imprint.Page, substance: Substance)]

  init(of ledger: Ledger, in imprint: Imprint, _ read: (String) -> [UInt8]?) {
    fresh = imprint.pages.compactMap { page in
      guard page.name != nil, let path = page.path, ledger.index(of: page.address) == nil,
        let substance = read(path).flatMap({ Outline(of: $0, path: path)?.substance })
      else { return nil }
      return (page, substance)
    }
  }

  /// The entry that says the same, or much of it; nil where none does.
  func heir(of record: Record) -> (page: Imprint.Page, isCertain: Bool)? {
    guard let substance = record.latest?.substance, let kind = record.kind else { return nil }
    let alike = fresh.filter { $0.page.name?.hasPrefix(kind + "/") == true }
    let same = alike.filter { $0.substance.digest == substance.digest }
    if same.count == 1 { return (same[0].page, true) }
    let known = Set(substance.passages + substance.statements)
    let close = alike.compactMap { other -> (page: Imprint.Page, shared: Int)? in
      let marks = Set(other.substance.passages + other.substance.statements)
      let shared = marks.intersection(known).count
      return shared * 2 >= max(1, known.count) ? (other.page, shared) : nil
    }
    return close.max { $0.shared < $1.shared }.map { ($0.page, false) }
  }
}

extension Record {
  /// The kind of the entry, in a word.
  var kind: String? { name.map { String($0.prefix { $0 != "/" }) } }

  /// The slug in its address.
  var slug: String {
    address.split(separator: "/").last.map(String.init) ?? address
  }
}
