/// A template as it was written.
package struct TemplateSource: Hashable, Sendable {
  /// Where diagnostics point: `templates/partials/head.mustache`.
  package let path: String
  /// What `{{>…}}` calls it: `partials/head`.
  package let name: String
  /// UTF-8; a byte order mark is left out of pages.
  package let bytes: [UInt8]

  package init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
  }
}
