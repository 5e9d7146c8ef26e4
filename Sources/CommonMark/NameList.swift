/// Names in the order they came, and their positions by name.
///
/// A few are compared one by one, which costs less than hashing them; many are looked up.
struct NameList {
  /// The names' bytes, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [Int] = []
  /// The positions of those behind the first few.
  private var positions: [String: Int] = [:]

  private static let few = 12

  var count: Int { ends.count }

  /// Forgets all of them, but keeps their memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    if !positions.isEmpty { positions = [:] }
  }

  var names: [String] { ends.indices.map { self[$0] } }

  /// The name at a position.
  subscript(position: Int) -> String {
    bytes.withUnsafeBufferPointer { $0.part(range(position)).text }
  }

  private func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  /// The position of the first of several equal names.
  func position(of name: Bytes) -> Int? {
    let known = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var start = 0
      for position in 0..<min(Self.few, ends.count) {
        let end = ends[position]
        if end - start == name.count, bytes.holds(name, at: start) { return position }
        start = end
      }
      return nil
    }
    return known ?? (ends.count > Self.few ? positions[name.text] : nil)
  }

  func position(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { position(of: $0) }
  }

  mutating func append(_ name: Bytes) {
    if ends.count >= Self.few {
      let key = name.text
      if positions[key] == nil { positions[key] = ends.count }
    }
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
  }

  mutating func append(_ name: String) {
    var name = name
    name.withUTF8 { append($0) }
  }
}
