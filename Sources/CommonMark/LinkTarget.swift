/// What a link's destination turns out to be.
enum LinkTarget: Equatable {
  /// An address on another host: http or https.
  case external(host: String)
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
    if let scheme = Self.scheme(of: address) {
      self = Self.target(scheme.name, rest: address.part(scheme.end..<address.count))
    } else if address.first == UInt8(ascii: "#"), !isImage {
      self = .fragment(Self.decoded(address.part(1..<address.count)))
    } else if address.count > 1, address[0] == UInt8(ascii: "/"), address[1] == UInt8(ascii: "/") {
      self = .withoutScheme
    } else {
      self = Self.open(isImage ? .image : .file, address, isDecoded: true)
    }
  }

  private static func target(_ scheme: String, rest: Bytes) -> LinkTarget {
    switch scheme {
    case "http", "https": return .external(host: host(of: rest))
    case "mailto", "tel": return .contact
    case "javascript", "vbscript", "data", "file": return .unsafe(scheme: scheme)
    default:
      guard let kind = OpenLink.Kind(rawValue: scheme), kind != .file, kind != .image else {
        return .unknown(scheme: scheme)
      }
      return open(kind, rest, isDecoded: false)
    }
  }

  private static func open(_ kind: OpenLink.Kind, _ rest: Bytes, isDecoded: Bool) -> LinkTarget {
    let hash = rest.first(UInt8(ascii: "#"), in: 0..<rest.count)
    let path = rest.part(0..<(hash ?? rest.count))
    let fragment = hash.map { decoded(rest.part($0 + 1..<rest.count)) }
    guard !path.isEmpty else { return .empty }
    return .open(kind, target: isDecoded ? decoded(path) : path.text, fragment: fragment)
  }

  /// The scheme in lower case without blanks and control characters, and where it ends.
  private static func scheme(of address: Bytes) -> (name: String, end: Int)? {
    var name: [UInt8] = []
    for (index, byte) in address.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        guard let first = name.first, first.isLetter else { return nil }
        return (String(decoding: name, as: UTF8.self), index + 1)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      case 0...0x20, 0x7F: continue
      case 0x80...: return nil
      default: name.append(byte.lowercased)
      }
      if name.count > 32 { return nil }
    }
    return nil
  }

  /// The host of `//user@www.host:port/path`, in lower case without `www.`.
  private static func host(of rest: Bytes) -> String {
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
    let host = rest.part(start..<end).text.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
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
