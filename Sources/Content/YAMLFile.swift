import Diagnostics
import Loading

/// A file that is one YAML document and nothing else, such as `site.yml`.
struct YAMLFile {
  /// Nil for an empty document, and for one that cannot be read.
  let document: YAMLNode?
  /// Where the document begins.
  let start: Int
  let isReadable: Bool
  let diagnostics: [Diagnostic]

  private init(
    _ document: YAMLNode?, from start: Int, isReadable: Bool, _ diagnostics: [Diagnostic]
  ) {
    self.document = document
    self.start = start
    self.isReadable = isReadable
    self.diagnostics = diagnostics
  }

  init(_ file: SourceFile) throws(LoadingError) {
    let bytes = try file.bytes()
    self = bytes.withUnsafeBufferPointer { YAMLFile(reading: $0, path: file.path) }
  }

  private init(reading bytes: UnsafeBufferPointer<UInt8>, path: String) {
    func unreadable(_ diagnostics: [Diagnostic]) -> YAMLFile {
      YAMLFile(nil, from: 0, isReadable: false, diagnostics)
    }
    guard bytes.count <= SourceText.largest else {
      self = unreadable([.tooLarge("the file", bytes.count, limit: SourceText.largest, path)])
      return
    }
    let text = SourceText(bytes, path: path)
    guard text.isUTF8, !text.hasControls(in: 0..<bytes.count) else {
      self = unreadable(text.diagnostics)
      return
    }
    let found = YAMLReader.document(
      in: UnsafeBufferPointer(rebasing: bytes[text.start...]), from: text.start, path: path)
    self.init(
      found.value, from: text.start,
      isReadable: found.value != nil || found.diagnostics.isEmpty,
      text.diagnostics + found.diagnostics)
  }
}
