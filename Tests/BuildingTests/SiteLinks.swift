/// Where a page's links lead, and the places in it that links can lead to.
struct SiteLinks {
  let targets: [String]
  let anchors: Set<String>

  init(_ html: String) {
    var targets: [String] = []
    var anchors: Set<String> = []
    for tag in html.split(separator: "<") where tag.first != "/" {
      // What stands behind the tag's end is text.
      let tag = tag.prefix { $0 != ">" }
      for name in ["href", "src", "poster", "action"] {
        if let target = tag.attribute(name) { targets.append(target) }
      }
      if let refresh = tag.attribute("content")?.split(separator: "; url=", maxSplits: 1),
        refresh.count == 2
      {
        targets.append(String(refresh[1]))
      }
      if let anchor = tag.attribute("id") { anchors.insert(anchor) }
    }
    self.targets = targets
    self.anchors = anchors
  }
}

extension Substring {
  /// The value of an attribute in double quotes, with its references resolved.
  fileprivate func attribute(_ name: String) -> String? {
    firstRange(of: " \(name)=\"").map { found in
      String(self[found.upperBound...].prefix { $0 != "\"" })
        .replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
  }
}

extension RenderedSite {
  /// What is wrong with the links of all pages and feeds, given where the site is published; empty
  /// when every one that stays on the site arrives.
  func deadLinks(on root: String) -> [String] {
    let host = String(
      root.prefix(root.split(separator: "/").prefix(2).joined(separator: "//").count))
    let prefix = String(root.dropFirst(host.count))
    let links = Dictionary(uniqueKeysWithValues: pages.map { ($0, SiteLinks(text($0))) })
    var dead: [String] = []
    for page in pages {
      for target in links[page]?.targets ?? [] {
        if let flaw = flaw(of: target, on: page, host, prefix, links) {
          dead.append("\(page): '\(target)' \(flaw)")
        }
      }
    }
    return dead
  }

  private func flaw(
    of target: String, on page: String, _ host: String, _ prefix: String,
    _ links: [String: SiteLinks]
  ) -> String? {
    var path = target[...]
    if path.hasPrefix(host + "/") { path = path.dropFirst(host.count) }
    if path.hasPrefix("https://") || path.hasPrefix("mailto:") { return nil }
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var file = page
    if !parts[0].isEmpty {
      guard parts[0].hasPrefix(prefix + "/") else { return "leads out of the site" }
      file = String(parts[0].dropFirst(prefix.count + 1))
      if file.isEmpty || file.hasSuffix("/") { file += "index.html" }
      guard files[file] != nil else { return "leads nowhere" }
    }
    guard parts.count == 2 else { return nil }
    return links[file]?.anchors.contains(String(parts[1])) == true ? nil : "has no such place"
  }
}
