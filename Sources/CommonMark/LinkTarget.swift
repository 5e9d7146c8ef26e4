/// What a link's destination turns out to be.
enum LinkTarget {
  /// An address on another host, http or https; the host without `www.` as typed, not to be kept.
  case external(host: Bytes)
  /// A mail address or telephone number.
  case contact
  /// An entry, file or image that the publication must have.
  case open(OpenLink.Kind, target: String, fragment: String?)
  /// A place in this page, with percent-encoding undone.
  case fragment(String)
  case empty
  /// A scheme that runs or embeds something.
  case unsafe(scheme: String)
  case unknown(scheme: String)
  /// `//host/path`.
  case withoutScheme

  /// Browsers pass over control characters in a scheme, and readers over case; so does this.
  init(_ address: Bytes, isImage: Bool) {
    let trimmed = address.trimmed(0..<address.count)
    guard !trimmed.isEmpty else {
      self = .empty
      return
    }
    let address = address.part(trimmed)
    if let end = Self.schemeEnd(of: address), let target = Self.target(address, schemeEnd: end) {
      self = target
    } else if address.first == UInt8(ascii: "#"), !isImage {
      self = .fragment(Self.decoded(address.part(1..<address.count)))
    } else if address.count > 1, address[0] == UInt8(ascii: "/"), address[1] == UInt8(ascii: "/") {
      self = .withoutScheme
    } else {
      self = Self.open(isImage ? .image : .file, address, isDecoded: true)
    }
  }

  private static func target(_ address: Bytes, schemeEnd end: Int) -> LinkTarget? {
    let scheme = address.part(0..<end)
    let rest = address.part(end + 1..<address.count)
    if scheme.allSatisfy({ $0 &- 0x61 < 26 }) { return target(scheme, rest: rest) }
    let normalized = normalized(scheme)
    guard let first = normalized.first, first.isLetter else { return nil }
    return normalized.withUnsafeBufferPointer { target($0, rest: rest) }
  }

  private static func target(_ scheme: Bytes, rest: Bytes) -> LinkTarget {
    if let kind = entryKind(scheme) { return open(kind, rest, isDecoded: false) }
    switch scheme.count {
    case 4 where scheme.equals("http"), 5 where scheme.equals("https"):
      return .external(host: host(of: rest))
    case 3 where scheme.equals("tel"), 6 where scheme.equals("mailto"): return .contact
    case 4 where scheme.equals("data") || scheme.equals("file"),
      8 where scheme.equals("vbscript"), 10 where scheme.equals("javascript"):
      return .unsafe(scheme: scheme.text)
    default: return .unknown(scheme: scheme.text)
    }
  }

  private static func entryKind(_ scheme: Bytes) -> OpenLink.Kind? {
    switch scheme.count {
    case 3 where scheme.equals("law"): .law
    case 4 where scheme.equals("case"): .case
    case 4 where scheme.equals("page"): .page
    case 5 where scheme.equals("topic"): .topic
    case 7 where scheme.equals("company"): .company
    case 9 where scheme.equals("regulator"): .regulator
    default: nil
    }
  }

  private static func open(_ kind: OpenLink.Kind, _ rest: Bytes, isDecoded: Bool) -> LinkTarget {
    let hash = rest.first(UInt8(ascii: "#"), in: 0..<rest.count)
    let path = rest.part(0..<(hash ?? rest.count))
    let fragment = hash.map { decoded(rest.part($0 + 1..<rest.count)) }
    guard !path.isEmpty else { return .empty }
    return .open(kind, target: isDecoded ? decoded(path) : path.text, fragment: fragment)
  }

  /// Where the scheme ends, in front of the colon; nil when there is none.
  private static func schemeEnd(of address: Bytes) -> Int? {
    for index in 0..<address.count {
      let byte = address[index]
      if byte.isLetter { continue }
      switch byte {
      case UInt8(ascii: ":"): return index > 0 ? index : nil
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...: return nil
      default: continue
      }
    }
    return nil
  }

  /// The scheme in lower case without blanks and control characters.
  private static func normalized(_ scheme: Bytes) -> [UInt8] {
    scheme.filter { $0 > .space && $0 != 0x7F }.map(\.lowercased)
  }

  /// The host of `//user@www.host:port/path`, without `www.`.
  private static func host(of rest: Bytes) -> Bytes {
    var start = 0
    while start < rest.count, rest[start] == UInt8(ascii: "/") { start += 1 }
    var end = start
    while end < rest.count {
      let byte = rest[end]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
        break
      }
      end += 1
      if byte == UInt8(ascii: "@") { start = end }
    }
    if let colon = rest.first(UInt8(ascii: ":"), in: start..<end) { end = colon }
    if start + 4 < end, rest[start + 3] == UInt8(ascii: "."),
      rest.part(start..<start + 3).allSatisfy({ $0.lowercased == UInt8(ascii: "w") })
    {
      start += 4
    }
    return rest.part(start..<end)
  }

  /// Undoes percent-encoding.
  static func decoded(_ text: Bytes) -> String {
    guard text.first(UInt8(ascii: "%"), in: 0..<text.count) != nil else { return text.text }
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.count,
        let value = UInt8(text.part(index + 1..<index + 3).text, radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
