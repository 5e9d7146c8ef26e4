import CommonMark
import Content

extension OpenLink.Kind {
  /// The kind of entry that such a link names; nil for files and addresses.
  var entry: EntryKind? {
    switch self {
    case .case: .case
    case .company: .company
    case .regulator: .regulator
    case .law: .law
    case .topic: .topic
    case .page: .page
    default: nil
    }
  }
}
