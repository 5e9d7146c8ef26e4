import Linking
import Recording

/// An address that leads to another.
package struct Move: Sendable {
  /// From the site's root, as is the other: `/cases/acme-2024/`.
  package let from: String
  package let to: String
  /// What readers find there.
  let title: String
  /// False where the address may have something of its own again: the third page of a list.
  let isLasting: Bool
}

/// The files of a site while those for its earlier addresses are added.
struct Moving {
  private(set) var sheets: [Sheet]
  private(set) var moves: [Move] = []
  private let site: Site
  /// Which sheet each address has; empty where nobody asks.
  private var served: [String: Int] = [:]

  init(_ sheets: [Sheet], of site: Site) {
    self.sheets = sheets
    self.site = site
  }

  /// Earlier addresses of entries, with whatever lies below them; those that site.yml leads on; and
  /// those that were published and have no page of their own any more.
  mutating func addMoves(recorded ledger: Ledger) {
    guard
      !site.redirects.isEmpty || !site.settings.redirects.isEmpty
        || !site.settings.gone.isEmpty || !ledger.isEmpty
    else { return }
    served.reserveCapacity(sheets.count)
    for (index, sheet) in sheets.enumerated() { served[sheet.address] = index }
    addRedirects()
    for moved in site.settings.redirects { lead(moved.from.value, to: moved.to.value) }
    addTombstones()
    addRecorded(ledger)
  }

  /// The publication's own file of a name takes the place of one with rules.
  mutating func addRules(keeping own: Set<String>) {
    for host in site.settings.hosting where !own.contains(host.file) {
      sheets.append(Sheet(path: host.file, content: .rules(host)))
    }
  }

  private mutating func addRedirects() {
    guard !site.redirects.isEmpty else { return }
    var earlier: [String: [Redirect]] = [:]
    for redirect in site.redirects {
      add(redirect.from.path, to: redirect.to.path, redirect.title)
      earlier[redirect.to.path, default: []].append(redirect)
    }
    for index in sheets.indices {
      let address = sheets[index].address
      guard let base = address.entryBase, base.utf8.count < address.utf8.count,
        let redirects = earlier[base]
      else { continue }
      for redirect in redirects {
        let old = redirect.from.path + address.dropFirst(base.count)
        if address.hasSuffix("/") {
          add(old, to: address, redirect.title)
        } else {
          add(old, as: index)
        }
      }
    }
  }

  /// A file is there a second time, since nothing in it could lead on.
  private mutating func lead(_ address: String, to target: String) {
    guard let index = served[target] else { return }
    if address.hasSuffix("/") {
      add(address, to: target, target)
    } else if !target.hasSuffix("/") {
      add(address, as: index)
    }
  }

  private mutating func addTombstones() {
    for (index, gone) in site.settings.gone.enumerated() {
      let address = gone.address.value
      guard address.hasSuffix("/"), served[address] == nil else { continue }
      append(Sheet(path: address.page, content: .tombstone(index)))
    }
  }

  private mutating func addRecorded(_ ledger: Ledger) {
    let heirs = Dictionary(
      site.redirects.map { ($0.from.path, $0) }, uniquingKeysWith: { first, _ in first })
    ledger.forEachPage { address in
      guard served[address] == nil, !isGone(address) else { return }
      if let base = address.entryBase, let redirect = heirs[base] {
        let target = nearest(to: redirect.to.path + address.dropFirst(base.count))
        if let target { add(address, to: target, redirect.title) }
      } else if let list = address.listOfPage, let index = served[list] {
        add(address, to: list, sheets[index].address, isLasting: false)
      }
    }
  }

  /// The page at an address, or the next above it that is there.
  private func nearest(to address: String) -> String? {
    var parts = address.dropFirst().dropLast().split(separator: "/")
    while !parts.isEmpty {
      let candidate = "/" + parts.joined(separator: "/") + "/"
      if served[candidate] != nil { return candidate }
      parts.removeLast()
    }
    return nil
  }

  private func isGone(_ address: String) -> Bool {
    site.settings.gone.contains { gone in
      let gone = gone.address.value
      return gone == address || (gone.hasSuffix("/") && address.hasPrefix(gone))
    }
  }

  private mutating func add(
    _ address: String, to target: String, _ title: String, isLasting: Bool = true
  ) {
    guard served[address] == nil else { return }
    append(Sheet(path: address.page, content: .redirect(moves.count)))
    moves.append(Move(from: address, to: target, title: title, isLasting: isLasting))
  }

  private mutating func add(_ address: String, as index: Int) {
    guard served[address] == nil else { return }
    append(Sheet(path: String(address.dropFirst()), content: .again(index)))
  }

  private mutating func append(_ sheet: Sheet) {
    served[sheet.address] = sheets.count
    sheets.append(sheet)
  }
}

extension String {
  /// The file that a server answers with at an address that ends with `/`.
  fileprivate var page: String { dropFirst() + "index.html" }

  /// The address of the entry that an address is, or lies below: `/companies/acme/` for its feed.
  fileprivate var entryBase: String? {
    var slashes = 0
    for index in utf8.indices where utf8[index] == UInt8(ascii: "/") {
      slashes += 1
      if slashes == 3 { return String(self[...index]) }
    }
    return slashes == 2 && hasSuffix("/") ? self : nil
  }

  /// The list of which it is a further page: `/cases/` for `/cases/page/3/`.
  fileprivate var listOfPage: String? {
    let parts = dropFirst().dropLast().split(separator: "/")
    guard parts.count >= 3, parts[parts.count - 2] == "page", Int(parts[parts.count - 1]) != nil
    else { return nil }
    return "/" + parts.dropLast(2).joined(separator: "/") + "/"
  }
}
