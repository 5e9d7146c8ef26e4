import Diagnostics
import Linking
import Loading

/// The sources after every replacement that is certain, and what is still wrong with them.
package struct Mending: Sendable {
  /// Changed files in the order of their paths.
  package let changes: [Change]
  package let sources: SourceTree
  package let build: Build

  package struct Change: Sendable {
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]
  }

  /// More rounds than mistakes can lie on top of each other.
  private static let rounds = 12

  /// Mends in memory, builds again, and goes on while that brings up more that is certain. Nothing is
  /// written, and what `weights` passes over stays as it is.
  package init(
    of sources: SourceTree, _ options: LinkingOptions, weighing weights: RuleWeights = .asDeclared,
    on cores: Cores
  ) async throws {
    var originals: [String: [UInt8]] = [:]
    var changed: [String: [UInt8]] = [:]
    var tree = sources
    var build = try await Build(of: sources, options, on: cores)
    for _ in 0..<Self.rounds {
      var isMended = false
      let certain = build.diagnostics.filter { weights.weighed($0) != nil }
      for path in Set(certain.compactMap(\.certainPath)).sorted() {
        guard let bytes = tree.bytes(at: path) else { continue }
        let replacements = Replacements(certainIn: certain, of: path, bytes)
        guard replacements.count > 0 else { continue }
        if originals[path] == nil { originals[path] = bytes }
        changed[path] = replacements.applied(to: bytes)
        isMended = true
      }
      guard isMended else { break }
      tree = sources.replacing(changed)
      build = try await Build(of: tree, options, on: cores)
    }
    changes = originals.keys.sorted().compactMap { path in
      guard let old = originals[path], let new = changed[path], old != new else { return nil }
      return Change(path: path, old: old, new: new)
    }
    self.sources = tree
    self.build = build
  }
}

extension Diagnostic {
  /// The file in which a replacement may be made without asking.
  fileprivate var certainPath: String? {
    guard let replacement, replacement.isCertain else { return nil }
    return replacement.place.path
  }
}
