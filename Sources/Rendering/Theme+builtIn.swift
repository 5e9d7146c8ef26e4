import Loading
import Mustache
import ThemeFiles

extension BuiltInTheme {
  /// Where diagnostics point that are about a built-in template: a path that no source has.
  package static let folder = "built-in/"

  /// The built-in templates by their names.
  static var templates: [TemplateSource] {
    files.compactMap { file in
      guard file.name.hasSuffix(".mustache") else { return nil }
      let name = file.name.dropLast(".mustache".utf8.count)
      return TemplateSource(path: folder + file.name, name: String(name), bytes: file.bytes)
    }
  }

  /// Everything else, as if it lay in a publication's own `templates/`.
  static var assets: [SourceFile] {
    files.filter { !$0.name.hasSuffix(".mustache") && !$0.name.hasPrefix("strings/") }.map { file in
      SourceFile(path: "templates/" + file.name, bytes: file.bytes)
    }
  }

  /// The text that a diagnostic with this path is about; nil for a path of the publication's own.
  package static func bytes(at path: String) -> [UInt8]? {
    files.first { folder + $0.name == path }?.bytes
  }
}
