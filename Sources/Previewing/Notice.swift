import Building
import Diagnostics

/// What happens during a preview, for whoever tells people.
package enum Notice: Sendable {
  /// The usual port is somebody else's, so another one is taken.
  case moved(from: Int, to: Int)
  /// Pages can be looked at.
  case started(Started)
  case changed(Changed)
  /// The sources cannot be read; what was shown before is shown still.
  case trouble(String)

  package struct Started: Sendable {
    package let address: String
    package let entries: Int
    package let pages: Int
    package let files: Int
    /// Of entries that a reader of the published site would not see yet.
    package let drafts: Int
    package let embargoed: Int
    package let report: Report
    package let seconds: Double
    /// Whether the system tells of changes; else they are looked for.
    package let isWatched: Bool
  }

  package struct Changed: Sendable {
    /// Paths from the source directory.
    package let paths: [String]
    package let reach: LiveBuild.Reach
    package let pages: Int
    package let milliseconds: Int64
    /// What is wrong now; nil where nothing is that keeps pages from being shown.
    package let report: Report?
    /// Whether something was wrong before.
    package let isMended: Bool
  }
}
