import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An Atom document as a feed reader reads it (RFC 4287): through an XML parser.
struct AtomFeed {
  struct Entry {
    var texts: [String: String] = [:]
    /// Addresses by their relation.
    var links: [String: String] = [:]
    var categories: [String] = []

    var id: String { texts["id"] ?? "" }
    var title: String { texts["title"] ?? "" }
    var updated: String { texts["updated"] ?? "" }
    var content: String { texts["content"] ?? "" }
  }

  /// What the feed says of itself.
  let head: Entry
  let entries: [Entry]
  /// The parser's words; nil where it is sound XML.
  let flaw: String?

  init(_ text: String) {
    let reading = Reading()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reading
    flaw =
      parser.parse() ? nil : "line \(parser.lineNumber): \(parser.parserError.debugDescription)"
    head = reading.head
    entries = reading.entries
  }

  private final class Reading: NSObject, XMLParserDelegate {
    var head = Entry()
    var entries: [Entry] = []
    private var entry: Entry?
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      text = ""
      var open = entry ?? head
      switch name {
      case "entry": open = Entry()
      case "link": open.links[attributes["rel"] ?? "alternate"] = attributes["href"]
      case "category": open.categories.append(attributes["term"] ?? "")
      default: break
      }
      if entry != nil || name == "entry" { entry = open } else { head = open }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "entry", let entry {
        entries.append(entry)
        self.entry = nil
      } else if entry != nil {
        entry?.texts[name] = text
      } else {
        head.texts[name] = text
      }
    }
  }
}
