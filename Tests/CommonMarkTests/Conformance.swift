import CCmark
import CommonMark
import Foundation

/// The official examples, where they lie beside the package.
struct Example: Decodable, CustomStringConvertible {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  var description: String { "example \(example) (\(section))" }

  static func all(in file: String) -> [Example] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for folder in ["../shared/conformance", "../../shared/conformance"] {
      let url = package.appendingPathComponent(folder).appendingPathComponent(file)
      if let data = try? Data(contentsOf: url) {
        return (try? JSONDecoder().decode([Example].self, from: data)) ?? []
      }
    }
    return []
  }
}

/// What libcmark's own renderer makes of `markdown`, in safe mode.
func libcmarkHTML(_ markdown: String) -> String {
  var markdown = markdown
  return markdown.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { characters in
      guard let html = cmark_markdown_to_html(characters.baseAddress, characters.count, 0) else {
        return ""
      }
      defer { free(html) }
      return String(cString: html)
    }
  }
}

func bare(_ markdown: String) -> String {
  String(decoding: bareHTML(Array(markdown.utf8)), as: UTF8.self)
}
