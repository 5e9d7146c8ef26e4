extension Settings {
  /// A place where readers are, to which `gazette publish` brings the site.
  package struct Target: Sendable {
    package var name = Written("", start: 0, end: 0)
    package var kind = Kind.folder
    package var to = ""

    /// By what a target is reached.
    package enum Kind: String, Vocabulary {
      case folder, rsync, rclone

      package var meaning: String {
        switch self {
        case .folder: "a folder of this machine, from which a web server reads"
        case .rsync: "a folder that rsync reaches: user@host:/srv/www"
        case .rclone: "an object store, or whatever rclone reaches: remote:bucket/folder"
        }
      }
    }

    static let schema = Schema<Target>(
      "target", blank: { Target() },
      [
        Field("name", .slug, \.name, required: true, "what `gazette publish` is told"),
        Field("kind", .word, \.kind, required: true, "folder, rsync or rclone"),
        Field(
          "to", .text, \.to, required: true, "the folder, as the program of that kind names it"),
      ])
  }
}
