import Content

/// The ledger after something was published, and what is new in it.
package struct Recorded: Sendable {
  /// The whole file; the same as before where nothing is new.
  package let bytes: [UInt8]
  /// Addresses that were not known, of pages and files and of headings.
  package let addresses: Int
  package let anchors: Int
  /// Entries that say something else than was recorded.
  package let entries: Int
}

extension Ledger {
  /// The ledger with everything that an imprint shows; what was recorded before stays for ever.
  ///
  /// `files` gives the bytes of an entry's file, to tell an entry that was edited from one that refers to
  /// others by their new names.
  package func recorded(_ imprint: Imprint, _ files: @escaping (String) -> [UInt8]?) -> Recorded {
    var writing = LedgerWriting(ledger: self, imprint: imprint, files)
    forEachAddress { _, index in writing.keep(record(startingAt: index)) }
    for address in imprint.lasting { writing.add(address) }
    for page in imprint.pages where page.name != nil {
      for anchor in page.anchors { writing.add(page.address + "#" + ledgerAddress(anchor)) }
    }
    return writing.recorded
  }
}

/// A ledger while it is written.
private struct LedgerWriting {
  let ledger: Ledger
  let imprint: Imprint
  private let day: CalendarDate
  private let renaming: Renaming
  private let files: (String) -> [UInt8]?
  private var lines: [String] = []
  private var known: Set<String> = []
  private var (addresses, anchors, entries) = (0, 0, 0)

  init(ledger: Ledger, imprint: Imprint, _ files: @escaping (String) -> [UInt8]?) {
    self.ledger = ledger
    self.imprint = imprint
    self.files = files
    renaming = Renaming(since: ledger, in: imprint)
    day = imprint.now.inUTC.date
  }

  /// What was recorded of an address, with what is there now.
  mutating func keep(_ record: Record) {
    known.insert(record.address)
    var line = Line(record.address, since: record.since, name: record.name)
    line.state = state(at: record.address, after: record)
    lines.append(line.text)
  }

  mutating func add(_ address: String) {
    guard known.insert(address).inserted else { return }
    if address.utf8.contains(UInt8(ascii: "#")) { anchors += 1 } else { addresses += 1 }
    var line = Line(address, since: day, name: imprint.name(of: address))
    line.state = state(at: address, after: nil)
    lines.append(line.text)
  }

  private mutating func state(at address: String, after record: Record?) -> State {
    if let day = imprint.dayGone(address) {
      var state = record?.latest ?? State()
      state.gone = day
      return state
    }
    if let target = imprint.moved[address] {
      var state = State()
      state.movedTo = target
      return state
    }
    guard let position = imprint.positions[address] else { return State() }
    let page = imprint.pages[position]
    var state = State()
    (state.substance, state.inForce) = (page.substance, page.inForce)
    state.updated = page.updated
    guard let substance = page.substance else { return state }
    let known = ledger.state(of: page, in: imprint) ?? []
    var same = known.first { $0.substance == substance }
    if same == nil, !known.isEmpty, let path = page.path,
      let before = renaming.substance(of: path, files)
    {
      same = known.first { $0.substance == before }
    }
    state.recorded = same?.recorded ?? day
    if !known.isEmpty, same == nil { entries += 1 }
    return state
  }

  var recorded: Recorded {
    let title = Ledger.title + Ledger.version + (imprint.feedID.map { " " + $0 } ?? "")
    var bytes = Array(title.utf8)
    bytes.append(0x0A)
    for line in lines.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes += line.utf8
      bytes.append(0x0A)
    }
    return Recorded(bytes: bytes, addresses: addresses, anchors: anchors, entries: entries)
  }
}

extension Imprint {
  /// Whose an address is: that of an entry's page, of what lies below it, or of where it leads.
  func name(of address: String) -> String? {
    let page = String(address.prefix { $0 != "#" })
    if let owner = owner(of: page) { return owner.name }
    guard let base = base(of: page), let former = formers.first(where: { $0.address == base })
    else { return nil }
    guard former.isMerged, let kind = pages[former.page].name?.prefix(while: { $0 != "/" }) else {
      return pages[former.page].name
    }
    return "\(kind)/\(former.slug.value)"
  }

  /// When an address was taken away; nil for one that is there.
  func dayGone(_ address: String) -> CalendarDate? {
    if served?.contains(address) == true, positions[address] != nil { return nil }
    return gone.first { item in
      item.address == address || (item.address.hasSuffix("/") && address.hasPrefix(item.address))
    }?.day
  }
}
