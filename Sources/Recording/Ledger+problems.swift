import Content
import Diagnostics

extension Ledger {
  /// What readers would lose, or would not be told of, if a build were published: in any order.
  ///
  /// `files` gives the bytes of an entry's file, to show what changed and what would mend it; it is
  /// asked only where something is wrong.
  package func problems(
    with imprint: Imprint, _ files: (_ path: String) -> [UInt8]?
  ) -> [Diagnostic] {
    guard !isEmpty else { return [] }
    return vanished(from: imprint, files) + silentEdits(in: imprint, files)
      + changedIdentities(in: imprint, files)
  }
}
