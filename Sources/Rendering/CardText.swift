/// A text on a picture in lines, set by an estimate of how wide letters are: which fonts a machine has that
/// draws it is not known.
struct CardText: Sendable {
  /// One line of it, and where it stands.
  struct Line: Sendable {
    let text: String
    /// Of the letters, in points.
    let size: Int
    /// How far its foot is below the text's top.
    let down: Int
    /// Whether it runs from right to left.
    let isLeftward: Bool
  }

  let text: String
  let lines: [Line]
  /// Whether it was too long, and ends with an ellipsis.
  let isCut: Bool

  /// In the first of `sizes` in which it needs no more lines than stand behind it, or else in the last, cut
  /// off there.
  init(_ text: String, within width: Int, sizes: [(size: Int, lines: Int)]) {
    self.text = text
    var (lines, size, isCut) = ([String](), 0, true)
    for (next, most) in sizes where isCut {
      // Widths are counted in thousandths of the letters' size.
      let room = width * 1000 / next
      size = next
      lines = text.wrapped(into: room)
      isCut = lines.count > most
      lines = isCut ? lines.cut(to: most, room) : text.balanced(lines, room)
    }
    self.isCut = isCut
    let isLeftward = text.unicodeScalars.first { $0.properties.isAlphabetic }?.isLeftward ?? false
    self.lines = lines.enumerated().map { index, line in
      Line(
        text: line, size: size, down: size + index * size * 6 / 5, isLeftward: isLeftward)
    }
  }
}

extension [String] {
  /// The first lines, with an ellipsis for the others.
  fileprivate func cut(to most: Int, _ room: Int) -> [String] {
    prefix(most - 1) + [self[most - 1].shortened(into: room)]
  }
}

extension String {
  /// In lines that are no wider than `room`, broken at spaces, at either side of characters that are words
  /// by themselves, and within a word that is wider alone.
  fileprivate func wrapped(into room: Int) -> [String] {
    var lines: [String] = []
    var (line, lineWidth) = ("", 0)
    var (word, wordWidth, gap) = ("", 0, false)
    func endWord() {
      if word.isEmpty { return }
      if !line.isEmpty, lineWidth + (gap ? Character.spaceWidth : 0) + wordWidth > room {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      if gap, !line.isEmpty {
        line += " "
        lineWidth += Character.spaceWidth
      }
      line += word
      lineWidth += wordWidth
      (word, wordWidth, gap) = ("", 0, false)
    }
    for character in self {
      if character.isBreakingSpace {
        endWord()
        gap = true
        continue
      }
      guard character.isShown else { continue }
      let width = character.estimatedWidth
      if wordWidth + width > room || (character.isWide && !character.isPunctuation) { endWord() }
      word.append(character)
      wordWidth += width
    }
    endWord()
    return line.isEmpty ? lines : lines + [line]
  }

  /// As many lines as these, but as even as can be, so that no word stands alone at the end.
  fileprivate func balanced(_ lines: [String], _ room: Int) -> [String] {
    var (best, narrower) = (lines, room)
    while lines.count > 1, narrower > room / 2 {
      narrower -= room / 32
      let next = wrapped(into: narrower)
      if next.count > lines.count { break }
      best = next
    }
    return best
  }

  /// With an ellipsis for what does not go into `room`.
  fileprivate func shortened(into room: Int) -> String {
    var text = self
    while !text.isEmpty, text.reduce(1000, { $0 + $1.estimatedWidth }) > room { text.removeLast() }
    if text != self, !self[text.endIndex].isBreakingSpace, let space = text.lastIndex(of: " ") {
      text = String(text[..<space])
    }
    while let last = text.last, last.isBreakingSpace || last.isPunctuation { text.removeLast() }
    return text + "…"
  }
}

extension Character {
  fileprivate static let spaceWidth = 350

  fileprivate var isBreakingSpace: Bool {
    isWhitespace && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}"
  }

  /// Not what XML has no place for.
  fileprivate var isShown: Bool {
    unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value & 0xFFFE != 0xFFFE
    }
  }

  /// Whether it fills a square: ideographs, kana, Hangul, emoji.
  fileprivate var isWide: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// In thousandths of the letters' size, after the widest bold serif that there mostly is (DejaVu).
  fileprivate var estimatedWidth: Int {
    switch self {
    case " ", "\u{A0}", "\u{202F}", ".", ",", ":", ";", "'", "’", "!", "|", "i", "j", "l":
      Self.spaceWidth + 30
    case "f", "r", "s", "t", "(", ")", "[", "]", "/", "-", "·", "“", "”": 530
    case "m", "w", "M", "W", "@", "%", "—", "…": 1080
    default: isWide ? 1000 : isUppercase ? 850 : 700
    }
  }
}

extension Unicode.Scalar {
  /// Whether its script runs from right to left.
  fileprivate var isLeftward: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
