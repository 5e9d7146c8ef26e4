import CCmark
import CommonMark
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ProseCheck {
  /// Every word that libcmark alone would show is shown, as often.
  ///
  /// Footnotes are left out, since they change what libcmark is given; so is what is reported as lost.
  mutating func checkWords(of parsed: Diagnosed<Prose>) {
    let lossy: Set<Rule> = [.extraCell, .unusedNote, .duplicateNote, .nestedLink]
    guard !parsed.diagnostics.contains(where: { lossy.contains($0.rule) }) else { return }
    guard !contains("[^"), !contains("{lang=") else { return }
    let shown = HTMLCheck(parsed.value.html, separatingTags: true)
    guard let expected = libcmarkWords(withTables: contains("|")) else { return }
    var counts = Words(of: shown.text + shown.attributes).counts
    for (word, count) in expected.counts {
      let found = counts.removeValue(forKey: word) ?? 0
      if found < count { lose("'\(word)' is there \(found) times instead of \(count)") }
    }
  }

  /// The words that libcmark shows, or nothing where it sees code that goes on in the next row of a table.
  private func libcmarkWords(withTables: Bool) -> Words? {
    var text: [UInt8] = []
    var isComparable = true
    withBytes { bytes in
      guard let root = cmark_parse_document(bytes.baseAddress, bytes.count, CMARK_OPT_DEFAULT)
      else { return }
      let walk = cmark_iter_new(root)
      var imageDepth = 0
      while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
        let node = cmark_iter_get_node(walk)
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
          let isApart = imageDepth == 0 && cmark_node_get_type(node) != CMARK_NODE_TEXT
          defer { if isApart { text.append(UInt8(ascii: " ")) } }
          if isApart { text.append(UInt8(ascii: " ")) }
          if let literal = cmark_node_get_literal(node) {
            let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal))
            text += bytes
            // libcmark makes a line end in code a space.
            if withTables, cmark_node_get_type(node) == CMARK_NODE_CODE, !stands(bytes) {
              isComparable = false
            }
          }
        case CMARK_NODE_IMAGE:
          imageDepth += event == CMARK_EVENT_ENTER ? 1 : -1
          if imageDepth == (event == CMARK_EVENT_ENTER ? 1 : 0) { text.append(UInt8(ascii: " ")) }
        // A text alternative holds no markup that could stand between two words.
        case CMARK_NODE_EMPH where imageDepth > 0, CMARK_NODE_STRONG where imageDepth > 0,
          CMARK_NODE_LINK where imageDepth > 0:
          break
        default: text.append(UInt8(ascii: " "))
        }
      }
      cmark_iter_free(walk)
      cmark_node_free(root)
    }
    return isComparable ? Words(of: text) : nil
  }

  /// Whether bytes stand in the file as they are.
  private func stands(_ bytes: UnsafeRawBufferPointer) -> Bool {
    file.indices.contains { file[$0...].starts(with: bytes) }
  }
}

/// Runs of ASCII letters and digits, and how often each is there.
private struct Words {
  var counts: [String: Int] = [:]

  init(of text: [UInt8]) {
    let words = text.split { byte in
      !(byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10)
    }
    for word in words { counts[String(decoding: word, as: UTF8.self), default: 0] += 1 }
  }
}
