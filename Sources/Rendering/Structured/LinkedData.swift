import Content
import Linking
import Mustache

/// What a page tells programs of its subject, while it is being written: JSON-LD in the words of
/// schema.org, on one line, and safe inside a `script` element.
///
/// `@id` of a thing is its page's address and a fragment, so what several pages say of it adds up.
struct LinkedData {
  private var out: OutputBuffer
  private let root: SiteRoot
  /// The site's host, which addresses of links stand behind: `https://watch.example`.
  let origin: String

  /// Appends a `script` element with what `describe` says, one node after the other.
  static func write(
    on root: SiteRoot, into out: inout OutputBuffer, _ describe: (inout LinkedData) -> Void
  ) {
    var data = LinkedData(
      out: OutputBuffer(capacity: 0), root: root,
      origin: String(root.url.dropLast(root.prefix.utf8.count)))
    swap(&data.out, &out)
    data.out.append("<script type=\"application/ld+json\">")
    data.out.append("{\"@context\":\"https://schema.org\",\"@graph\":[")
    describe(&data)
    data.out.append("]}</script>")
    swap(&data.out, &out)
  }

  /// A comma, unless it is the first here: between two things stands the end of the earlier one.
  private mutating func separate() {
    switch out.withBytes({ $0.last }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: out.append(UInt8(ascii: ","))
    }
  }

  private mutating func start(_ key: StaticString) {
    separate()
    out.append(UInt8(ascii: "\""))
    out.append(key)
    out.append("\":")
  }

  /// A thing of a type, in a list or as the value of a member.
  mutating func thing(_ type: StaticString, _ members: (inout LinkedData) -> Void) {
    separate()
    out.append("{\"@type\":\"")
    out.append(type)
    out.append(UInt8(ascii: "\""))
    members(&self)
    out.append(UInt8(ascii: "}"))
  }

  /// The same as the value of a member.
  mutating func thing(
    _ key: StaticString, _ type: StaticString, _ members: (inout LinkedData) -> Void
  ) {
    start(key)
    thing(type, members)
  }

  /// A list of things; a member without any is left out.
  mutating func list<Items: Collection>(
    _ key: StaticString, of items: Items, _ write: (inout LinkedData, Items.Element) -> Void
  ) {
    guard !items.isEmpty else { return }
    start(key)
    out.append(UInt8(ascii: "["))
    for item in items { write(&self, item) }
    out.append(UInt8(ascii: "]"))
  }
}

// Members.
extension LinkedData {
  mutating func text(_ key: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    start(key)
    out.append(scriptText: value)
  }

  mutating func texts(_ key: StaticString, _ values: [String]) {
    list(key, of: values) { data, value in
      data.separate()
      data.out.append(scriptText: value)
    }
  }

  /// The address of a page or file of this site.
  mutating func address(_ key: StaticString, _ path: String, fragment: StaticString = "") {
    start(key)
    out.append(UInt8(ascii: "\""))
    out.append(scriptBytesOf: root.url)
    out.append(scriptBytesOf: path)
    out.append(fragment)
    out.append(UInt8(ascii: "\""))
  }

  /// A thing that is described elsewhere.
  mutating func reference(_ key: StaticString, to path: String, _ fragment: StaticString) {
    start(key)
    out.append(UInt8(ascii: "{"))
    address("@id", path, fragment: fragment)
    out.append(UInt8(ascii: "}"))
  }

  mutating func number(_ key: StaticString, _ value: Int) {
    start(key)
    out.append(number: value)
  }

  mutating func number(_ key: StaticString, _ value: Quantity) {
    start(key)
    out.append(plain: value)
  }

  mutating func yes(_ key: StaticString) {
    start(key)
    out.append("true")
  }

  mutating func date(_ key: StaticString, _ value: CalendarDate?) {
    guard let value else { return }
    start(key)
    out.append(UInt8(ascii: "\""))
    out.append(iso: value)
    out.append(UInt8(ascii: "\""))
  }

  mutating func moment(_ key: StaticString, _ value: Timestamp) {
    start(key)
    out.append(UInt8(ascii: "\""))
    out.append(iso: value)
    out.append(UInt8(ascii: "\""))
  }
}

extension OutputBuffer {
  /// Appends a string with its quotation marks, so that nothing in it can end the element it is in.
  fileprivate mutating func append(scriptText text: String) {
    append(UInt8(ascii: "\""))
    append(scriptBytesOf: text)
    append(UInt8(ascii: "\""))
  }

  fileprivate mutating func append(scriptBytesOf text: String) {
    var text = text
    text.withUTF8 { bytes in
      let text = UnsafeRawBufferPointer(bytes)
      guard text.mayHoldScriptEscape else { return append(text) }
      var start = 0
      for offset in text.indices {
        guard let escaped = text.scriptEscape(at: offset) else { continue }
        appendJSON(UnsafeRawBufferPointer(rebasing: text[start..<offset]))
        append(escaped.text)
        start = offset + escaped.length
      }
      appendJSON(UnsafeRawBufferPointer(rebasing: text[start...]))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a byte is there with which such a character could begin, or that JSON escapes. It looks
  /// at all of them, many at a time.
  fileprivate var mayHoldScriptEscape: Bool {
    var found: UInt8 = 0
    for byte in self {
      let isMarkup = byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      let isOther = byte == UInt8(ascii: "&") || byte == 0xE2
      found |= isMarkup || isOther || byte.isEscapedInJSON ? 1 : 0
    }
    return found != 0
  }

  /// How the character that begins here is written, where HTML or older JavaScript would read
  /// something into it: `<`, `>`, `&` and the two line separators U+2028 and U+2029.
  fileprivate func scriptEscape(at offset: Int) -> (text: StaticString, length: Int)? {
    switch self[offset] {
    case UInt8(ascii: "<"): return ("\\u003c", 1)
    case UInt8(ascii: ">"): return ("\\u003e", 1)
    case UInt8(ascii: "&"): return ("\\u0026", 1)
    case 0xE2 where offset + 2 < count && self[offset + 1] == 0x80:
      if self[offset + 2] == 0xA8 { return ("\\u2028", 3) }
      return self[offset + 2] == 0xA9 ? ("\\u2029", 3) : nil
    default: return nil
    }
  }
}
