import Content
import Linking
import Mustache

// Small files that programs look for at a known place.

extension Publication {
  /// `/.well-known/security.txt` (RFC 9116).
  func writeSecurity(into out: inout OutputBuffer) {
    guard let security = site.settings.security else { return }
    func write(_ field: StaticString, _ value: String?) {
      guard let value else { return }
      out.append(field)
      out.append(": ")
      out.append(value)
      out.append("\n")
    }
    for contact in security.contacts { write("Contact", contact) }
    write("Expires", security.expires.value?.text)
    write("Encryption", security.encryption)
    write("Acknowledgments", security.acknowledgments)
    if !security.languages.isEmpty {
      write("Preferred-Languages", security.languages.joined(separator: ", "))
    }
    // It stands there for the whole host, so a site in a folder of one has no such place.
    if site.root.prefix.isEmpty && site.root.url.hasPrefix("https://") {
      write("Canonical", site.root.url + "/.well-known/security.txt")
    }
    write("Policy", security.policy)
  }

  /// `/llms.txt` (llmstxt.org): what there is and where, as Markdown.
  func writeLLMs(into out: inout OutputBuffer) {
    let settings = site.settings
    out.append("# " + settings.title + "\n")
    if let description = settings.description { out.append("\n> " + description + "\n") }
    out.append("\n" + words[.aboutAmounts] + "\n")
    if let licence = settings.licence {
      out.append(
        "\n" + words.text(.licensed, ["licence": licence.name])
          + (licence.url.map { ", \($0)" } ?? "") + ".\n")
    }
    writeLinks(
      words[.lists],
      sections.all.map { ($0.name, $0.href, nil) }, into: &out)
    writeLinks(
      words[.newestCases],
      news.prefix(settings.feeds.site).map { site.cases[$0] }.map {
        ($0.fields.title, site.root.prefix + $0.permalink.path, $0.fields.summary)
      }, into: &out)
    writeLinks(
      words[.news],
      site.news.prefix(settings.feeds.others).map {
        ($0.fields.title, site.root.prefix + $0.permalink.path, $0.fields.summary)
      }, into: &out)
    writeLinks(
      words[.feeds], Self.feedLinks(of: site, in: words).map { ($0.name, $0.href, nil) }, into: &out
    )
    writeLinks(
      words[.about],
      site.pages.map {
        ($0.fields.title, site.root.prefix + $0.permalink.path, $0.fields.summary)
      }, into: &out)
  }

  private func writeLinks(
    _ heading: String, _ links: [(name: String, href: String, summary: String?)],
    into out: inout OutputBuffer
  ) {
    guard !links.isEmpty else { return }
    out.append("\n## " + heading + "\n\n")
    let host = site.root.url.dropLast(site.root.prefix.utf8.count)
    for link in links {
      out.append("- [" + link.name.markdown + "](" + host + link.href + ")")
      if let summary = link.summary { out.append(": " + summary.oneLine) }
      out.append("\n")
    }
  }
}

extension String {
  /// As the text of a link.
  fileprivate var markdown: String {
    var text = ""
    for character in oneLine {
      if "[]\\`*_<>".contains(character) { text += "\\" }
      text.append(character)
    }
    return text
  }

  fileprivate var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
