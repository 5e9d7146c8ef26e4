import Content
import Linking
import Mustache

// The list of all feeds, for feed readers to take in at once (OPML 2.0).

extension Publication {
  func writeOPML(into out: inout OutputBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n")
    out.append(element: "title", words.feedTitle(words[.allFeeds], site: site.settings.title))
    out.append("</head>\n<body>\n")
    var open: String?
    for subject in FeedSubject.all(in: site) {
      let group = subject.group.map { words[$0] }
      if group != open {
        if open != nil { out.append("</outline>\n") }
        if let group {
          out.append("<outline text=\"")
          out.appendEscaped(group)
          out.append("\">\n")
        }
        open = group
      }
      writeOutline(of: subject, into: &out)
    }
    if open != nil { out.append("</outline>\n") }
    out.append("</body>\n</opml>\n")
  }

  private func writeOutline(of subject: FeedSubject, into out: inout OutputBuffer) {
    let title = words.feedTitle(subject.name(in: site, words), site: site.settings.title)
    out.append("<outline type=\"rss\" text=\"")
    out.appendEscaped(title)
    out.append("\" title=\"")
    out.appendEscaped(title)
    out.append("\" xmlUrl=\"")
    out.appendEscaped(site.root.url)
    out.appendEscaped(subject.address(in: site))
    out.append("\" htmlUrl=\"")
    out.appendEscaped(site.root.url)
    out.appendEscaped(subject.page(in: site).path)
    out.append("\"/>\n")
  }
}

extension FeedSubject {
  /// What it stands under in a list of feeds; nil for feeds of the whole site.
  fileprivate var group: Word? {
    switch self {
    case .site, .changes, .corrections, .news: nil
    case .company: .companies
    case .regulator: .regulators
    case .jurisdiction: .jurisdictions
    case .law: .laws
    case .topic: .topics
    }
  }
}
