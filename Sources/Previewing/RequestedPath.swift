/// The path of a request as the site's own: what may be looked up.
///
/// Nothing is ever looked up on the disk by what a client sends, only in the list of what the site
/// has; all the same, a path that tries to leave the site is nobody's.
package struct RequestedPath: Sendable, Equatable {
  /// Escapes undone, from the site's root: `/cases/acme/`.
  let text: String

  /// Nil for what no page of the site can link to: `..`, `%2e%2e`, `%00`, `\`, `%2F`, empty parts.
  package init?(_ sent: String) {
    guard sent.hasPrefix("/"), !sent.lowercased().contains("%2f"), let text = unescaped(sent),
      !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" })
    else { return nil }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part == "." || part == ".." || part.isEmpty && index < parts.count - 1 { return nil }
    }
    self.text = text
  }

  /// The file of the site that is asked for: `cases/acme/index.html`.
  package var file: String { text.dropFirst() + (text.hasSuffix("/") ? "index.html" : "") }
}
