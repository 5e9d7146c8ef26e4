import CommonMark
import Linking
import Mustache

extension OutputBuffer {
  /// A part of a text for a page of the site: links into the site get its prefix.
  mutating func append(_ prose: LinkedProse, _ part: Range<Int>, on root: SiteRoot) {
    prose.write(part, root: root.prefix) { append($0) }
  }

  /// A part of a text for a feed, where every link has to be whole and markup is text.
  mutating func appendEscaped(
    _ prose: LinkedProse, _ part: Range<Int>, of page: Permalink, on root: SiteRoot
  ) {
    prose.write(part, root: root.url, page: root.url + page.path) { appendXML($0) }
  }
}
