/// What is wrong with a piece of HTML that a body was written as: nothing, if every tag is known,
/// closed and where it may be, every attribute is quoted and there once, and every id is unique.
///
/// It knows nothing of how the HTML was made, and only what a body may hold.
package struct HTMLCheck {
  package private(set) var flaws: [String] = []
  /// The text between tags, with references resolved.
  package private(set) var text: [UInt8] = []
  /// The values of all attributes, with references resolved.
  package private(set) var attributes: [UInt8] = []

  private let html: [UInt8]
  private var offset = 0
  private var open: [String] = []
  private var ids: Set<String> = []

  /// Tags that separate leave a space in the text.
  private let isSeparating: Bool
  /// Bare HTML: libcmark itself writes a link in a link where one is in pointed brackets, and harmless
  /// tags are there as they were typed.
  private let isBare: Bool

  package init(
    _ html: some Sequence<UInt8>, separatingTags isSeparating: Bool = false,
    bare isBare: Bool = false
  ) {
    self.html = Array(html)
    self.isSeparating = isSeparating
    self.isBare = isBare
    while offset < self.html.count, flaws.count < 10 {
      switch self.html[offset] {
      case UInt8(ascii: "<"): passTag()
      case UInt8(ascii: ">"): fail("a '>' that is not escaped")
      case UInt8(ascii: "&"): text.append(contentsOf: passReference())
      default:
        text.append(self.html[offset])
        offset += 1
      }
    }
    if !open.isEmpty { flaws.append("never closed: \(open)") }
  }

  private static let empty: Set = ["br", "hr", "img"]
  private static let blocks: Set = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "figure",
    "table", "thead", "tbody", "tr", "th", "td", "div", "section",
  ]
  private static let inline: Set = [
    "a", "em", "strong", "code", "sup", "sub", "cite", "q", "ins", "del", "small", "mark", "abbr",
    "figcaption", "b", "i", "kbd", "s", "u", "samp", "var",
  ]
  /// What may be open around a block.
  private static let containers: Set = [
    "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "div", "section",
  ]

  private mutating func fail(_ flaw: String) {
    let around = html[max(0, offset - 40)..<min(html.count, offset + 40)]
    flaws.append("\(flaw): …\(String(decoding: around, as: UTF8.self))…")
    offset += 1
  }

  private mutating func passTag() {
    let comment = "<!-- raw HTML omitted -->".utf8
    if html[offset...].starts(with: comment) {
      offset += comment.count
      return
    }
    if isSeparating { text.append(UInt8(ascii: " ")) }
    offset += 1
    let isClosing = offset < html.count && html[offset] == UInt8(ascii: "/")
    if isClosing { offset += 1 }
    let name = word()
    guard Self.empty.contains(name) || Self.blocks.contains(name) || Self.inline.contains(name)
    else { return fail("'\(name)' is no element of a body") }
    if isClosing {
      guard open.last == name else { return fail("'\(name)' is closed inside \(open.last ?? "")") }
      open.removeLast()
    } else {
      check(name)
      passAttributes(of: name)
    }
    if isBare { passBlanksAndSlash(of: name) }
    guard offset < html.count, html[offset] == UInt8(ascii: ">") else {
      return fail("a tag without its end")
    }
    offset += 1
  }

  private mutating func passBlanksAndSlash(of name: String) {
    while offset < html.count, [0x20, 0x09, 0x0A, 0x0D].contains(html[offset]) { offset += 1 }
    if offset < html.count, html[offset] == UInt8(ascii: "/"), Self.empty.contains(name) {
      offset += 1
    }
  }

  private mutating func check(_ name: String) {
    if Self.blocks.contains(name), let outer = open.last(where: { !Self.containers.contains($0) }) {
      fail("the block '\(name)' is inside '\(outer)'")
    }
    if name == "a", open.contains("a"), !isBare { fail("a link is inside a link") }
    if !Self.empty.contains(name) { open.append(name) }
  }

  private mutating func passAttributes(of element: String) {
    var seen: Set<String> = []
    while offset + 1 < html.count, html[offset] == UInt8(ascii: " ") {
      // Blanks in front of the end were typed so.
      if isBare, !(html[offset + 1] | 0x20 &- 0x61 < 26) { return }
      offset += 1
      if html[offset] == UInt8(ascii: "/"), Self.empty.contains(element) {
        offset += 1
        return
      }
      let name = word()
      guard !name.isEmpty, seen.insert(name).inserted else { return fail("'\(name)' once more") }
      guard html[offset...].starts(with: "=\"".utf8) else { return fail("'\(name)' has no value") }
      offset += 2
      let value = passValue()
      if name == "id", !ids.insert(value).inserted { fail("the id '\(value)' is there twice") }
      if name == "href" || name == "src", value.lowercased().hasPrefix("javascript:") {
        fail("an address that runs something")
      }
    }
  }

  private mutating func passValue() -> String {
    var value: [UInt8] = []
    while offset < html.count, html[offset] != UInt8(ascii: "\"") {
      switch html[offset] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"): fail("a '<' or '>' in an attribute")
      case UInt8(ascii: "&"): value.append(contentsOf: passReference())
      default:
        value.append(html[offset])
        offset += 1
      }
    }
    offset += 1
    attributes.append(contentsOf: value)
    attributes.append(UInt8(ascii: " "))
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func passReference() -> [UInt8] {
    let known: [(reference: String, byte: UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#x27;", UInt8(ascii: "'")),
    ]
    for (reference, byte) in known where html[offset...].starts(with: reference.utf8) {
      offset += reference.utf8.count
      return [byte]
    }
    fail("a '&' that is not escaped")
    return [UInt8(ascii: "&")]
  }

  private mutating func word() -> String {
    let start = offset
    while offset < html.count {
      let byte = html[offset]
      let isPart =
        byte | 0x20 &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte &- 0x30 < 10
      guard isPart else { break }
      offset += 1
    }
    return String(decoding: html[start..<offset], as: UTF8.self).lowercased()
  }
}
