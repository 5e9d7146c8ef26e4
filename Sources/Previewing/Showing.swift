import Diagnostics
import Linking

/// What the preview shows at one moment. Requests are answered from one such value, so that a page
/// is never half of one build and half of another.
struct Showing: Sendable {
  /// Which build of this run of the program it is.
  let number: Int
  /// The last build without errors; nil before there is one.
  let pages: Pages?
  /// What keeps the sources as they are now from being shown.
  let problems: Problems?
  /// Style sheets that were changed since the program began, and in which build.
  var styles: [String: Int] = [:]

  /// What comes after it.
  func next(pages: Pages?, problems: Problems?, styles changed: [String] = []) -> Showing {
    var styles = styles
    for path in changed { styles[path] = number + 1 }
    return Showing(number: number + 1, pages: pages, problems: problems, styles: styles)
  }

  /// Whether the sources could not even be read.
  var isInTrouble: Bool { problems?.isTrouble == true }

  /// What stands before every address: `/archive`, or nothing.
  var prefix: String { pages?.edition.publication.site.root.prefix ?? "" }

  /// The file at a path, without what stands before every address; nil outside of that.
  func file(at path: String) -> String? {
    guard path.hasPrefix(prefix + "/"),
      let path = RequestedPath(String(path.dropFirst(prefix.count)))
    else { return nil }
    return path.file
  }

  /// What tells whether the page at a path is another than the one that somebody has open.
  func pageDigest(at path: String) -> String {
    guard let pages else { return problems?.digest ?? "" }
    let file = file(at: path)
    switch pages.content(of: file ?? "") ?? pages.content(of: "404.html") {
    case .bytes(let bytes): return digest(of: bytes)
    case .copy(let source): return source.stamp.map { String($0.digest, radix: 16) } ?? ""
    case nil: return ""
    }
  }
}
