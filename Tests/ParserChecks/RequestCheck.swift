import Previewing

/// What must hold of any bytes as the head of a request: what was read does not depend on how the bytes
/// came in, and no path leaves the site.
package struct RequestCheck {
  package private(set) var flaws: [String] = []

  package init(_ bytes: [UInt8]) {
    guard case .request(let request, let length) = Request.reading(bytes) else { return }
    if length > bytes.count { flaws.append("a head longer than what came in") }
    if Request.reading(bytes.prefix(length)) != .request(request, length: length) {
      flaws.append("what follows a head changes it")
    }
    for cut in [1, length / 2, length - 1] where cut < length {
      switch Request.reading(bytes.prefix(cut)) {
      case .incomplete: break
      case .refused, .request: flaws.append("\(cut) of \(length) bytes are taken for a head")
      }
    }
    if let path = RequestedPath(request.path) {
      let parts = path.file.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0 == ".." || $0 == "." || $0.contains("\\") })
        || path.file.hasPrefix("/") || path.file.contains("\0")
      {
        flaws.append("'\(request.path)' leads out of the site: '\(path.file)'")
      }
    }
  }
}
