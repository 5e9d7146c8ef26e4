/// What publishing has done, for the line at the end of a build.
package struct Tally: Hashable, Sendable {
  /// Files that are new or have other bytes than before.
  package var written = 0
  /// Files that had the same bytes before.
  package var unchanged = 0
  /// Files of the old site that the new one does not have.
  package var removed = 0
  /// False only where files had to be put in place one by one, so that a reader may for a moment
  /// have seen a mixture: on a mount point, on some network file systems.
  package var exchanged = true
  /// The site is published, but something of the old one could not be removed; the next build
  /// tries again.
  package var leftBehind: PublishingError?

  package init() {}
}
