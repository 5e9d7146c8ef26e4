import Building

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
    /// With what is wrong in the sources.
    package let build: LiveBuild
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
    /// Where something keeps pages from being shown, the build that knows what; else nil.
    package let broken: LiveBuild?
    /// Whether something was wrong before.
    package let isMended: Bool
  }
}
