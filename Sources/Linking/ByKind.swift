import Content

/// One value for each kind of entry; what is asked for every reference, so without hashing.
struct ByKind<Value: Sendable>: Sendable {
  private let values: [Value]

  init(_ value: (EntryKind) -> Value) { values = EntryKind.allCases.map(value) }

  subscript(kind: EntryKind) -> Value { values[kind.place] }
}

extension EntryKind {
  /// Its place among all kinds.
  fileprivate var place: Int {
    switch self {
    case .case: 0
    case .company: 1
    case .regulator: 2
    case .law: 3
    case .topic: 4
    case .page: 5
    case .news: 6
    }
  }
}
