import Diagnostics

/// A value, and where its file says it.
package struct Written<Value: Sendable>: Sendable {
  package let value: Value
  /// Bytes from the top of the file; half the size of `Int`, since there are many.
  private let start: UInt32
  private let end: UInt32

  package init(_ value: Value, start: Int, end: Int) {
    self.value = value
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: end)
  }

  package func place(in path: String) -> Place {
    Place(path: path, start: Int(start), end: Int(end))
  }
}

extension Written: Equatable where Value: Equatable {
  /// Two are equal that say the same, wherever they say it.
  package static func == (left: Written, right: Written) -> Bool { left.value == right.value }
}

extension Written: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// Whether `text` can be a slug: lower-case ASCII letters, digits and single hyphens between them.
@_specialize(where Text == String)
@_specialize(where Text == Substring)
package func isSlug<Text: StringProtocol>(_ text: Text) -> Bool {
  var wasHyphen = true
  for byte in text.utf8 {
    switch byte {
    case 0x2D:
      if wasHyphen { return false }
      wasHyphen = true
    case 0x61...0x7A, 0x30...0x39:
      wasHyphen = false
    default:
      return false
    }
  }
  return !wasHyphen && text.utf8.count <= 120
}
