import Diagnostics
import Loading

/// How this run of the program shows things.
struct Manner: Sendable {
  /// Tells this run from the one before, for pages that come back after a restart.
  let run: String
  /// Whether pages are sent as they will be published and nothing is added.
  let isBare: Bool
  let hosts: HostName
  /// The source directory; files that lie elsewhere are not shown.
  let source: String
}

extension Showing {
  /// What is sent back for a request: the whole of HTTP but for the bytes on the wire.
  func answer(_ request: Request, _ manner: Manner) -> Response {
    guard manner.hosts.allows(request.host) else {
      return Response(
        .misdirected,
        saying: "this preview answers for localhost only; --bind NAME lets it answer for another")
    }
    guard request.method != .other else {
      var refusal = Response(.methodNotAllowed, saying: "a preview can only be looked at")
      refusal.fields = [("Allow", "GET, HEAD")]
      return refusal
    }
    if request.path.hasPrefix(Dressing.folder) { return own(request, manner) }
    return whole(request, manner).narrowed(to: request)
  }

  /// What the server itself has: the script, and the news of changes.
  private func own(_ request: Request, _ manner: Manner) -> Response {
    switch request.path {
    case Dressing.scriptPath where !manner.isBare:
      return Response(
        .ok, MediaType.script, .bytes(PackageResources.overlay_js + PackageResources.preview_js))
    case Dressing.stylePath where !manner.isBare:
      return Response(.ok, MediaType.of("overlay.css"), .bytes(PackageResources.overlay_css))
    case Dressing.eventsPath where !manner.isBare:
      return Response(.ok, MediaType.events, .events(Reader(request)))
    default:
      return Response(.notFound, saying: "there is nothing here")
    }
  }

  private func whole(_ request: Request, _ manner: Manner) -> Response {
    guard let pages else { return broken(manner) }
    guard let path = RequestedPath(request.path) else {
      return missing(request, manner, nearest: [])
    }
    if !prefix.isEmpty, path.text == "/" || path.text == prefix {
      return redirect(to: prefix + "/")
    }
    guard let file = file(at: request.path) else {
      return missing(request, manner, nearest: [prefix + "/"])
    }
    switch pages.content(of: file) {
    case .bytes(let bytes): return page(bytes, at: file, request, manner)
    case .copy(let source): return copy(of: source, at: file, manner)
    case nil: break
    }
    if pages.has(file + "/index.html") { return redirect(to: request.path + "/") }
    return missing(request, manner, nearest: nearest(to: path.text, in: pages))
  }

  private func page(
    _ bytes: [UInt8], at file: String, _ request: Request, _ manner: Manner
  ) -> Response {
    let digest = digest(of: bytes)
    let type = MediaType.of(file)
    guard type == MediaType.html, request.isFromBrowser, !manner.isBare else {
      return Response(.ok, type, .bytes(bytes), tag: "\"\(digest)\"")
    }
    let dressed = Dressing.dressed(bytes, digest: digest, build: build(manner))
    return Response(.ok, type, .bytes(dressed), tag: "\"\(digest)-\(build(manner))\"")
  }

  /// A file of the publication, or of the theme; one that lies outside the sources is not there.
  private func copy(of source: SourceFile, at file: String, _ manner: Manner) -> Response {
    guard let size = source.size, source.lies(within: manner.source) else {
      return Response(.notFound, saying: "there is nothing here that belongs to the sources")
    }
    let state = source.stamp.map { String($0.digest, radix: 16) }
    let tag = state ?? (try? source.bytes()).map { digest(of: $0) } ?? ""
    return Response(.ok, MediaType.of(file), .file(source, 0..<size), tag: "\"\(tag)\"")
  }

  private func missing(_ request: Request, _ manner: Manner, nearest: [String]) -> Response {
    guard case .bytes(let bytes) = pages?.content(of: "404.html") else {
      return Response(.notFound, saying: "there is no page at this address")
    }
    let page = Dressing.notFound(bytes, nearest: nearest)
    guard request.isFromBrowser, !manner.isBare else {
      return Response(.notFound, MediaType.html, .bytes(page))
    }
    let dressed = Dressing.dressed(page, digest: digest(of: bytes), build: build(manner))
    return Response(.notFound, MediaType.html, .bytes(dressed))
  }

  /// While there is no page to show yet, every address tells why.
  private func broken(_ manner: Manner) -> Response {
    guard let problems else { return Response(.unavailable, saying: "there is nothing yet") }
    var page = Dressing.page(of: problems)
    if !manner.isBare {
      page = Dressing.dressed(page, digest: problems.digest, build: build(manner))
    }
    return Response(.unavailable, MediaType.html, .bytes(page))
  }

  private func redirect(to address: String) -> Response {
    var answer = Response(.temporaryRedirect, saying: address)
    answer.fields = [("Location", address)]
    return answer
  }

  func build(_ manner: Manner) -> String { "\(manner.run).\(number)" }

  /// The addresses that were most likely meant: the same name elsewhere, then a name like it.
  private func nearest(to path: String, in pages: Pages) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    var found = pages.addresses.filter { address in
      !name.isEmpty && address.hasSuffix("/" + name + "/")
    }.sorted()
    let folder = path.hasSuffix("/") ? path : path + "/"
    if let near = nearestName(to: folder, among: pages.addresses) { found.insert(near, at: 0) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }.prefix(5).map { prefix + $0 }
  }
}
