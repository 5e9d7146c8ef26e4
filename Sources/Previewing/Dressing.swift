/// What the server adds to a page on its way to a browser. Rendering knows nothing of it.
enum Dressing {
  /// Where the server keeps what is its own; no page can have that address.
  static let folder = "/.gazette/"
  static let scriptPath = folder + "preview.js"
  static let stylePath = folder + "overlay.css"
  static let eventsPath = folder + "events"

  /// The page with the script that follows changes, put in before the end of its body.
  static func dressed(_ page: [UInt8], digest: String, build: String) -> [UInt8] {
    let script =
      "<script src=\"\(scriptPath)\" data-page=\"\(digest)\" data-build=\"\(build)\" defer></script>\n"
    let place = lastPlace(of: Array("</body>".utf8), in: page) ?? page.count
    return page[..<place] + Array(script.utf8) + page[place...]
  }

  /// The page for an address that is not there, with those that may have been meant.
  static func notFound(_ page: [UInt8], nearest: [String]) -> [UInt8] {
    guard !nearest.isEmpty else { return page }
    var list =
      "<nav class=\"plain\" aria-label=\"Nearest addresses\"><p>Perhaps you look for:</p><ul>\n"
    for address in nearest {
      let text = escaped(address)
      list += "<li><a href=\"\(text)\">\(text)</a></li>\n"
    }
    list += "</ul></nav>\n"
    let place =
      lastPlace(of: Array("</main>".utf8), in: page)
      ?? lastPlace(of: Array("</body>".utf8), in: page) ?? page.count
    return page[..<place] + Array(list.utf8) + page[place...]
  }

  /// A page of the server's own that says what is wrong, for when there is none to show.
  static func page(of problems: Problems) -> [UInt8] {
    let head = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Preview: not yet</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,"><style>
      """
    return Array(head.utf8) + PackageResources.overlay_css
      + Array("</style></head><body class=\"alone\"><div class=\"panel\">".utf8) + problems.html
      + Array("</div></body></html>\n".utf8)
  }

  private static func lastPlace(of words: [UInt8], in page: [UInt8]) -> Int? {
    guard page.count >= words.count else { return nil }
    var place = page.count - words.count
    while place >= 0 {
      if page[place] == words[0], page[place..<place + words.count].elementsEqual(words) {
        return place
      }
      place -= 1
    }
    return nil
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
