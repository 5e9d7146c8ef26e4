import Diagnostics
import Linking
import Loading
import Recording

extension Publication {
  /// Every address at which readers find something, as the ledger writes it.
  package var addresses: Set<String> {
    var addresses = Set<String>(minimumCapacity: sheets.count)
    for sheet in sheets { addresses.insert(ledgerAddress(sheet.address)) }
    return addresses
  }

  /// Where addresses lead that have nothing of their own; a file that is there twice leads to itself.
  package var movedAddresses: [String: String] {
    var moved: [String: String] = [:]
    for move in moves { moved[ledgerAddress(move.from)] = ledgerAddress(move.to) }
    for sheet in sheets {
      guard case .again(let index) = sheet.content else { continue }
      moved[ledgerAddress(sheet.address)] = ledgerAddress(sheets[index].address)
    }
    return moved
  }

  /// Adds what only somebody wants to know who compares two editions.
  package func complete(_ imprint: inout Imprint) {
    imprint.lasting = sheets.filter { $0.isLasting && !isDrawn($0) }.map {
      ledgerAddress($0.address)
    }
    for linked in site.cases {
      let subjects: [FeedSubject] =
        [.site]
        + linked.companies.map { .company(Int($0.index)) }
        + linked.regulators.map { .regulator(Int($0.index)) }
        + linked.jurisdictions.map { .jurisdiction(Int($0.index)) }
        + lawsOf(linked).map { .law($0) } + linked.topics.map { .topic(Int($0.index)) }
      imprint.feeds[linked.permalink.path] = addresses(of: subjects)
    }
    for item in site.news {
      imprint.feeds[item.permalink.path] = addresses(of: [.site, .news])
    }
  }

  /// Where feeds are, in both of their forms.
  private func addresses(of subjects: [FeedSubject]) -> [String] {
    let inJSON = site.settings.feeds.json ? subjects.filter(\.hasJSON) : []
    return subjects.map { $0.address(in: site) } + inJSON.map { $0.addressOfJSON(in: site) }
  }

  private func lawsOf(_ linked: LinkedCase) -> [Int] {
    Set(linked.provisions.map { Int($0.law.index) }).sorted()
  }

  /// What is wrong with addresses of this very edition, whatever was published before.
  package var problemsOfAddresses: [Diagnostic] {
    let alike = lookAlikes(among: sheets.lazy.map(\.path)) { path in
      self.sheets.first { $0.path == path }.flatMap { self.source(of: $0) }?.path
    }
    guard !site.settings.redirects.isEmpty || !site.settings.gone.isEmpty else { return alike }
    let own = Set(sheets.filter(\.isOwn).map(\.address))
    let earlier = Dictionary(
      site.redirects.map { ($0.from.path, $0.to.path) }, uniquingKeysWith: { first, _ in first })
    let gone = site.settings.gone.filter { own.contains($0.address.value) }.map {
      Diagnostic.goneButServed(
        $0.address.value, at: $0.address.place(in: "content/site.yml"))
    }
    return alike + gone + Redirects(of: site.settings, own: own, earlier: earlier).problems
  }

  private func source(of sheet: Sheet) -> SourceFile? {
    switch sheet.content {
    case .asset(let index): theme.assets[index]
    case .file(let index): files[index]
    default: nil
    }
  }
}

extension Sheet {
  /// Whether there is something of its own, not only a way to something else.
  fileprivate var isOwn: Bool {
    switch content {
    case .redirect, .again, .tombstone: false
    default: true
    }
  }
}
