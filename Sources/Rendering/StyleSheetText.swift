/// A style sheet on its way to readers, without what is there for its writers: comments, indentation, and
/// spaces that part nothing (CSS Syntax Level 3). It means the same; a rule ends a line where it did, and
/// comments that begin with `/*!` stay, as whose work it is stands in them.
package struct StyleSheetText {
  private let source: [UInt8]
  private var place = 0
  package private(set) var stripped: [UInt8] = []

  package init(stripping source: [UInt8]) {
    self.source = source
    stripped.reserveCapacity(source.count)
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): copyString(byte)
      case UInt8(ascii: "\\"): copyEscape()
      case UInt8(ascii: "("): copyParenthesis()
      case UInt8(ascii: "/") where source[place...].starts(with: "/*!".utf8): copyNotice()
      case _ where byte.isBlank || isComment: skipGap()
      case UInt8(ascii: "}"):
        if stripped.last == UInt8(ascii: ";") { stripped.removeLast() }
        copy()
      default: copy()
      }
    }
  }

  private var next: UInt8? { place < source.count ? source[place] : nil }

  private var isComment: Bool {
    source[place...].starts(with: "/*".utf8) && !source[place...].starts(with: "/*!".utf8)
  }

  private mutating func copy() {
    guard let byte = next else { return }
    stripped.append(byte)
    place += 1
  }

  private mutating func copyString(_ quote: UInt8) {
    copy()
    while let byte = next {
      copy()
      if byte == UInt8(ascii: "\\") { copy() }
      if byte == quote { return }
    }
  }

  private mutating func copyNotice() {
    while next != nil, !source[place...].starts(with: "*/".utf8) { copy() }
    copy()
    copy()
  }

  /// With the space that may end it.
  private mutating func copyEscape() {
    copy()
    let start = place
    while let byte = next, place < start + 6, byte.isHexDigit { copy() }
    if place == start || next?.isBlank == true { copy() }
  }

  /// An address without quotation marks is no text of CSS: nothing in it is a comment.
  private mutating func copyParenthesis() {
    let isAddress = stripped.suffix(3).map { $0 | 0x20 }.elementsEqual("url".utf8)
    copy()
    while isAddress, let byte = next, byte != UInt8(ascii: ")"), byte != UInt8(ascii: "\""),
      byte != UInt8(ascii: "'")
    {
      if byte == UInt8(ascii: "\\") { copy() }
      copy()
    }
  }

  /// Spaces and comments, for which one space, an end of line or nothing will do.
  private mutating func skipGap() {
    var (hasSpace, endsLine) = (false, false)
    while let byte = next {
      if byte.isBlank {
        hasSpace = true
        endsLine = endsLine || byte == 0x0A
        place += 1
      } else if isComment {
        place += 2
        while place < source.count, !source[place...].starts(with: "*/".utf8) { place += 1 }
        place = min(place + 2, source.count)
      } else {
        break
      }
    }
    guard let before = stripped.last, let after = next else { return }
    if before == UInt8(ascii: "}"), endsLine {
      if after != UInt8(ascii: "}") { stripped.append(0x0A) }
    } else if before.isMark || after.isMark || (before == UInt8(ascii: ":") && hasSpace) {
      return
    } else {
      // What only a comment parts is two words all the same, and no space is between them.
      stripped += Array(hasSpace ? " ".utf8 : "/**/".utf8)
    }
  }
}

extension Edition {
  /// Whether a sheet is a style sheet of the theme, the built-in one or the publication's own.
  package func isStyleSheet(_ sheet: Sheet) -> Bool {
    guard case .asset = sheet.content else { return false }
    return sheet.path.hasSuffix(".css")
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) && self != 0x0B }

  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Whether spaces at either side of it mean nothing.
  fileprivate var isMark: Bool {
    switch self {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }
}
