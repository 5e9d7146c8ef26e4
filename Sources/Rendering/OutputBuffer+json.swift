import Mustache

// JSON text (RFC 8259), for feeds and data.

extension OutputBuffer {
  /// Appends a string with its quotation marks.
  mutating func append(json text: String) {
    var text = text
    append("\"")
    text.withUTF8 { appendJSON(UnsafeRawBufferPointer($0)) }
    append("\"")
  }

  /// Appends UTF-8 so that it means itself inside a JSON string.
  mutating func appendJSON(_ text: UnsafeRawBufferPointer) {
    var start = 0
    for offset in text.indices where text[offset].isEscapedInJSON {
      append(UnsafeRawBufferPointer(rebasing: text[start..<offset]))
      append(escaped: text[offset])
      start = offset + 1
    }
    append(UnsafeRawBufferPointer(rebasing: text[start...]))
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default:
      append("\\u00")
      append(UInt8(ascii: byte < 0x10 ? "0" : "1"))
      let digit = byte & 0x0F
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

extension UInt8 {
  var isEscapedInJSON: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
