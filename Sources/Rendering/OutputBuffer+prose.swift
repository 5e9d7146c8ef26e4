import CommonMark
import Linking
import Mustache

/// How a text is written: on its page, or inside of what a feed is made of.
package enum TextForm: UInt8, Sendable {
  case page, xml, json
}

/// What of a text is written.
package struct TextPart: Hashable, Sendable {
  /// A footnote's number; 0 for the body.
  package let number: Int

  static let body = TextPart(number: 0)

  package init(number: Int) { self.number = number }
}

extension OutputBuffer {
  /// A part of a case's text, and a note of where it stands.
  mutating func append(
    textOf linked: LinkedCase, _ part: TextPart, as form: TextForm, on root: SiteRoot
  ) {
    note(linked.path, part: part.number, as: form.rawValue) {
      $0.append(linked.body, part, as: form, of: linked.permalink, on: root)
    }
  }

  /// A part of a text; `page` is the address of its own page.
  package mutating func append(
    _ text: LinkedProse, _ part: TextPart, as form: TextForm, of page: Permalink,
    on root: SiteRoot
  ) {
    let range = part.number == 0 ? text.body : text.footnote(part.number) ?? 0..<0
    switch form {
    case .page: append(text, range, on: root)
    case .xml: append(text, range, of: page, on: root, as: .xml)
    case .json: append(text, range, of: page, on: root, as: .json)
    }
  }

  /// A part of a text for a page of the site: links into the site get its prefix.
  mutating func append(_ prose: LinkedProse, _ part: Range<Int>, on root: SiteRoot) {
    prose.write(part, root: root.prefix) { append($0) }
  }

  /// The same for a feed, which is read elsewhere: links are whole.
  mutating func append(
    _ prose: LinkedProse, _ part: Range<Int>, of page: Permalink, on root: SiteRoot,
    as form: FeedForm
  ) {
    prose.write(part, root: root.url, page: root.url + page.path) { append($0, as: form) }
  }
}
