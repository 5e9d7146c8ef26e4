/// Names in the order they came, and their positions by name.
///
/// A few are compared one by one, which costs less than hashing them; many are looked up.
struct NameList {
  private(set) var names: [String] = []
  /// The positions of those behind the first few.
  private var positions: [String: Int] = [:]

  private static let few = 12

  var count: Int { names.count }

  /// The position of the first of several equal names.
  func position(of name: Bytes) -> Int? {
    for position in 0..<min(Self.few, names.count) {
      // Short names live in the string itself, so this copies nothing.
      var candidate = names[position]
      if candidate.withUTF8({ $0.count == name.count && name.holds($0, at: 0) }) { return position }
    }
    return names.count > Self.few ? positions[name.text] : nil
  }

  func position(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { position(of: $0) }
  }

  mutating func append(_ name: String) {
    if names.count >= Self.few, positions[name] == nil { positions[name] = names.count }
    names.append(name)
  }
}
