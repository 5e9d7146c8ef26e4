import Content
import Diagnostics

extension Ledger {
  /// Entries that feed readers know by another id than the one they would have now.
  func changedIdentities(in imprint: Imprint, _ files: (String) -> [UInt8]?) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for page in imprint.pages {
      guard let name = page.name, let known = self.name(at: page.address), known != name else {
        continue
      }
      // An earlier slug that became part of another entry's has left a record of its own.
      diagnostics.append(.identityChanged(page, from: known, at: place(of: page), files))
    }
    for former in imprint.formers where !former.isMerged {
      let page = imprint.pages[former.page]
      guard let name = page.name, let path = page.path,
        let known = record(at: former.address)?.name, known != name,
        record(at: page.address)?.name.map({ $0 == name }) ?? true
      else { continue }
      diagnostics.append(
        .formerIsAnother(former, known: known, of: page, at: former.slug.place(in: path)))
    }
    if let feedID, let now = imprint.feedID, feedID != now {
      diagnostics.append(.feedIDChanged(from: feedID, to: now))
    }
    return diagnostics
  }

  private func place(of page: Imprint.Page) -> Place {
    guard let path = page.path else {
      return Place(path: Ledger.path, at: 0)
    }
    return Place(path: path, at: 0)
  }
}
