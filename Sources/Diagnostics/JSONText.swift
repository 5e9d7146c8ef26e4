/// JSON being written (RFC 8259): keys in the order given, no blanks, everything escaped.
package struct JSONText {
  package private(set) var text = ""
  /// Whether something stands before in the innermost open array or object.
  private var isFollowing: [Bool] = [false]

  package init() {}

  package mutating func object(_ body: (inout JSONText) -> Void) { nested("{", "}", body) }

  package mutating func array(_ body: (inout JSONText) -> Void) { nested("[", "]", body) }

  package mutating func value(_ string: String) {
    separate()
    text += Self.quoted(string)
  }

  package mutating func value(_ number: Int) {
    separate()
    text += String(number)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    text += flag ? "true" : "false"
  }

  /// A member's key; its value comes next.
  package mutating func key(_ name: String) {
    separate()
    text += Self.quoted(name) + ":"
    isFollowing[isFollowing.count - 1] = false
  }

  package mutating func member(_ name: String, _ string: String) {
    key(name)
    value(string)
  }

  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  private mutating func nested(
    _ opening: String, _ closing: String, _ body: (inout JSONText) -> Void
  ) {
    separate()
    text += opening
    isFollowing.append(false)
    body(&self)
    isFollowing.removeLast()
    text += closing
  }

  private mutating func separate() {
    if isFollowing[isFollowing.count - 1] { text += "," }
    isFollowing[isFollowing.count - 1] = true
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
