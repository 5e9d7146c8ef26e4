import ArgumentParser
import Building
import Content
import Diagnostics
import Loading

/// The slugs that a shell may offer: those of the folder it is in, read from the names of files alone.
private enum Slugs {
  static func here(_ kind: EntryKind) -> [String] {
    // Where there is no publication, a shell has nothing to offer.
    guard let tree = try? SourceTree(reading: ".") else { return [] }
    return tree.entries.map(\.path).filter { $0.hasPrefix("content/\(kind.folder)/") }
      .compactMap { $0.split(separator: "/").last.map { String($0.dropLast(3)) } }
  }
}

extension CompletionKind {
  /// The names of all rules.
  static var rules: CompletionKind { .custom { _, _, _ in Rule.all.map(\.id) } }

  /// The slugs of a kind, in the folder that the shell is in.
  static func slugs(of kind: EntryKind) -> CompletionKind {
    .custom { _, _, _ in Slugs.here(kind) }
  }
}
