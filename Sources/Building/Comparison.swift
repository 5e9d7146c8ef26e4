import Diagnostics
import Linking
import Loading
import Recording
import Rendering

/// A site beside what was published before, and beside itself: whether every address that readers know
/// is still good, and every new one can be.
struct Comparison {
  /// Nil where content or theme have errors.
  let publication: Publication?
  /// Nil where there is no ledger and nobody wants to make one.
  let imprint: Imprint?
  let diagnostics: [Diagnostic]

  /// `theme` is nil where there is nothing to be dressed, since something is wrong.
  init(
    of site: Site, from entries: [EntrySource], with ledger: Ledger?, imprinting: Bool,
    in theme: Theme?, _ sources: SourceTree
  ) {
    let publication = theme.map {
      site.dressed(in: $0, files: sources.files, recorded: ledger ?? .empty)
    }
    self.publication = publication
    var diagnostics = publication?.problemsOfAddresses ?? []
    guard ledger != nil || imprinting else {
      (imprint, self.diagnostics) = (nil, diagnostics)
      return
    }
    var imprint = Imprint(of: site, from: entries)
    if let publication {
      imprint.served = publication.addresses
      imprint.moved = publication.movedAddresses
    }
    if let ledger {
      // Where an entry cannot be read, nobody knows what it would say.
      let isWhole = entries.allSatisfy { $0.digest != nil }
      if isWhole { diagnostics += ledger.problems(with: imprint) { sources.bytes(at: $0) } }
    }
    if imprinting, let publication { publication.complete(&imprint) }
    self.imprint = imprint
    self.diagnostics = diagnostics
  }
}
