/// What may have changed in the sources since they were looked at.
package enum SourceChange: Sendable, Equatable {
  /// Files that were written, made or removed, by their paths from the source directory.
  case files(Set<String>)
  /// Folders came or went, or nobody knows what happened: everything has to be looked at.
  case anything

  package func joined(with other: SourceChange) -> SourceChange {
    guard case .files(let own) = self, case .files(let others) = other else { return .anything }
    return .files(own.union(others))
  }
}
