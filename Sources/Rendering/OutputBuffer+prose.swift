import CommonMark
import Linking
import Mustache

extension OutputBuffer {
  /// A part of a text for a page of the site: links into the site get its prefix.
  mutating func append(_ prose: LinkedProse, _ part: Range<Int>, on root: SiteRoot) {
    prose.write(part, root: root.prefix) { append($0) }
  }
}
