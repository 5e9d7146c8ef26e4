import Diagnostics

extension Prose {
  /// The names that stand in the text, in its order: at each place the longest, whole words only,
  /// none overlapping another, also across the end of a source line.
  ///
  /// Headings, links, code, block quotes and table headers are not looked at.
  package func mentions(of index: NameIndex) -> [Mention] {
    var mentions: [Mention] = []
    forEachMention(of: index) { mentions.append($0) }
    return mentions
  }

  /// Hands on the same one by one.
  package func forEachMention(of index: NameIndex, _ take: (Mention) -> Void) {
    html.withUnsafeBufferPointer { html in
      textRuns.withUnsafeBufferPointer { runs in
        var next = 0
        while next < runs.count {
          let first = runs[next]
          var end = first.end
          next += 1
          while next < runs.count, runs[next].start == end + 1, html[Int(end)] == .lineFeed,
            runs[next].section == first.section
          {
            end = runs[next].end
            next += 1
          }
          Self.find(index, in: html, Int(first.start)..<Int(end), section: first.section, take)
        }
      }
    }
  }

  private static func find(
    _ index: NameIndex, in html: Bytes, _ range: Range<Int>, section: UInt32,
    _ take: (Mention) -> Void
  ) {
    let text = NormalizedText(html, in: range)
    var from = range.lowerBound
    while let offset = index.nextBeginning(in: html, from..<range.upperBound) {
      guard text.isWordStart(at: offset), let found = index.longestName(at: offset, in: text)
      else {
        from = offset + 1
        continue
      }
      take(
        Mention(
          start: UInt32(truncatingIfNeeded: offset), end: UInt32(truncatingIfNeeded: found.end),
          name: found.name, section: section))
      from = found.end
    }
  }

  /// Where a mention stands in `file`, which must be the bytes that this prose was parsed from.
  package func place(of mention: Mention, in file: [UInt8]) -> Place {
    file.withUnsafeBufferPointer { file in
      html.withUnsafeBufferPointer { html in
        let start = source(of: Int(mention.start), in: html, file)
        let end = source(of: Int(mention.end), in: html, file)
        return Place(path: path, start: start, end: end)
      }
    }
  }

  /// The offset in the file of an offset in a text run of the HTML.
  private func source(of offset: Int, in html: Bytes, _ file: Bytes) -> Int {
    var low = 0
    var high = textRuns.count
    // The last run that begins in front of the offset, or at it.
    while low < high {
      let middle = (low + high) / 2
      if Int(textRuns[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let run = textRuns[low - 1]
    var match = RenderedMatch(at: Int(run.start), source: Int(run.source))
    match.run(to: offset, of: html, in: file)
    return min(match.offset, file.count)
  }
}
