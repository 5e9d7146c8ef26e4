import Content

/// What would change for readers if a build were published, since something was last recorded.
package struct LedgerDifference: Sendable {
  /// A page or file with whose it is.
  package struct Change: Sendable, Equatable {
    package let address: String
    package let title: String
    /// Where it leads by now; nil for what is there itself.
    package var target: String?
  }

  /// An entry that says something else.
  package struct Edit: Sendable {
    package let address: String
    package let title: String
    /// What changed, in a phrase.
    package let words: String
    /// How each new or changed passage begins.
    package let passages: [String]
    /// What the history says of it that it did not say before.
    package let history: [Amendment]
    /// Whether readers are owed a word: something was said that is said otherwise by now.
    package let needsHistory: Bool
  }

  package struct Sum: Sendable, Equatable {
    package let address: String
    package let title: String
    /// `EUR:46000000,GBP:500..700`; nil where nothing was or is in force.
    package let before: String?
    package let now: String?
  }

  /// A feed, and the entries that its readers will be shown: for the first time, or again.
  package struct Feed: Sendable, Equatable {
    package let address: String
    package fileprivate(set) var new: [String] = []
    package fileprivate(set) var again: [String] = []
  }

  package private(set) var added: [Change] = []
  /// New headings of pages that are not new.
  package private(set) var anchors: [Change] = []
  package private(set) var gone: [Change] = []
  package private(set) var moved: [Change] = []
  package private(set) var edits: [Edit] = []
  package private(set) var totals: [Sum] = []
  package private(set) var feeds: [Feed] = []

  package var isEmpty: Bool {
    added.isEmpty && anchors.isEmpty && gone.isEmpty && moved.isEmpty && edits.isEmpty
      && totals.isEmpty && feeds.isEmpty
  }
}

extension LedgerDifference {
  /// `files` gives the bytes of an entry's file, to show what changed.
  package init(from ledger: Ledger, to imprint: Imprint, _ files: (_ path: String) -> [UInt8]?) {
    addAddresses(ledger, imprint)
    ledger.forEachAddress { address, index in
      guard !address.utf8.contains(UInt8(ascii: "#")) else { return }
      compare(ledger.record(startingAt: index), imprint)
    }
    let renaming = Renaming(since: ledger, in: imprint)
    for page in imprint.pages { compare(page, ledger, imprint, renaming, files) }
    addFeeds(ledger, imprint)
  }

  private mutating func addAddresses(_ ledger: Ledger, _ imprint: Imprint) {
    for address in imprint.lasting.sorted() where ledger.record(at: address) == nil {
      let title = imprint.owner(of: address)?.title ?? ""
      if let target = imprint.moved[address] {
        moved.append(Change(address: address, title: title, target: target))
      } else {
        added.append(Change(address: address, title: title))
      }
    }
    for page in imprint.pages where page.name != nil && ledger.record(at: page.address) != nil {
      for anchor in page.anchors {
        let address = page.address + "#" + ledgerAddress(anchor)
        if ledger.record(at: address) == nil {
          anchors.append(Change(address: address, title: page.title))
        }
      }
    }
  }

  /// What became of an address that was there.
  private mutating func compare(_ record: Record, _ imprint: Imprint) {
    let title = imprint.owner(of: record.address)?.title ?? record.name ?? ""
    if imprint.dayGone(record.address) != nil {
      if record.latest?.gone == nil { gone.append(Change(address: record.address, title: title)) }
    } else if let target = imprint.moved[record.address] {
      if record.latest?.movedTo != target {
        moved.append(Change(address: record.address, title: title, target: target))
      }
    } else if imprint.served?.contains(record.address) == false {
      gone.append(Change(address: record.address, title: title))
    } else if let state = record.latest, state.gone != nil || state.movedTo != nil {
      added.append(Change(address: record.address, title: title))
    }
  }

  private mutating func compare(
    _ page: Imprint.Page, _ ledger: Ledger, _ imprint: Imprint, _ renaming: Renaming,
    _ files: (String) -> [UInt8]?
  ) {
    let states = ledger.state(of: page, in: imprint) ?? []
    let last = states.max { $0.day < $1.day }
    if last?.inForce != page.inForce {
      totals.append(
        Sum(
          address: page.address, title: page.title, before: last?.inForce, now: page.inForce))
    }
    guard let before = last?.substance, let now = page.substance, let path = page.path,
      !states.contains(where: { $0.substance == now })
    else { return }
    let renamed = renaming.substance(of: path, files)
    if let renamed, states.contains(where: { $0.substance == renamed }) { return }
    let bytes = files(path) ?? []
    let changes = Outline(of: bytes, path: path).map { Changes(of: $0, since: before, page) }
    let isDetail = before.text == now.text && changes?.isNothing != false
    edits.append(
      Edit(
        address: page.address, title: page.title,
        words: isDetail ? "details in front of the text" : changes?.words(in: bytes) ?? "",
        passages: changes?.passages.map { $0.excerpt(in: bytes) } ?? [],
        history: page.newHistory(since: before), needsHistory: page.history != nil && !isDetail))
  }

  /// Feeds show an entry that is new to them, and once more one whose `updated` has moved.
  private mutating func addFeeds(_ ledger: Ledger, _ imprint: Imprint) {
    var feeds: [String: Feed] = [:]
    for page in imprint.pages {
      guard let updated = page.updated else { continue }
      let last = ledger.state(of: page, in: imprint)?.max { $0.day < $1.day }
      if let last, last.updated == updated.inUTC { continue }
      let told = imprint.feeds[page.address] ?? []
      for address in last == nil ? told : told + ["/changes.atom"] {
        var feed = feeds[address] ?? Feed(address: address)
        if last == nil { feed.new.append(page.address) } else { feed.again.append(page.address) }
        feeds[address] = feed
      }
    }
    self.feeds = feeds.values.sorted { $0.address < $1.address }
  }
}

extension Imprint.Page {
  /// The items of its history that were not there before.
  fileprivate func newHistory(since before: Substance) -> [Amendment] {
    var known = Counts(before.history)
    return zip(history ?? [], substance?.history ?? []).filter { !known.take($1) }.map(\.0)
  }
}
