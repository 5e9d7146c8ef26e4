/// Whether a request's `Host` may be answered.
///
/// A page of somebody else's can make its own name lead to this machine (DNS rebinding) and then
/// read what is previewed, drafts included, as if it were its own. So names are answered only that
/// nobody can point here: this machine's own, numeric addresses, and the one that was asked for.
struct HostName: Sendable {
  /// What `--bind` says.
  let bound: String

  func allows(_ host: String?) -> Bool {
    guard let host, let name = Self.name(of: host.lowercased()) else { return false }
    return name == "localhost" || name.hasSuffix(".localhost") || name == bound.lowercased()
      || Self.isAddress(name)
  }

  /// Without the port, and without the brackets of an IPv6 address.
  private static func name(of host: String) -> String? {
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      let rest = host[host.index(after: end)...]
      guard rest.isEmpty || isPort(rest) else { return nil }
      return String(host[host.index(after: host.startIndex)..<end])
    }
    let name = host.prefix { $0 != ":" }
    let rest = host.dropFirst(name.count)
    guard !name.isEmpty, rest.isEmpty || isPort(rest) else { return nil }
    return String(name.last == "." ? name.dropLast() : name)
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.first == ":" && text.count <= 6 && text.dropFirst().utf8.allSatisfy { isDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `192.0.2.7` or `2001:db8::7`: no name server has a say in these.
  private static func isAddress(_ name: String) -> Bool {
    if name.contains(":") {
      return name.utf8.allSatisfy {
        isDigit($0) || (0x61...0x66).contains($0) || $0 == 0x3A || $0 == 0x2E
      }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy(isDigit) }
  }
}
