/// All names of a publication as one automaton, built once and shared by every body.
///
/// A compressed trie in flat arrays. It is entered at the beginning of a word and followed while the
/// text agrees, so the work for a text is bound by its length times that of the longest name, and is
/// in fact little more than finding the words; 20,000 names take about one megabyte.
package struct NameIndex: Sendable {
  /// The names' bytes, one behind the other; edges point into them.
  private var bytes: [UInt8] = []
  private var edgeStarts: [UInt32] = []
  private var edgeLengths: [UInt32] = []
  private var edgeTargets: [UInt32] = []
  /// Each node's first edge; its last is in front of the next node's first.
  private var firstEdges: [UInt32] = []
  /// The id of the name that ends at each node, or -1.
  private var names: [Int32] = []
  /// The root's edges by their first byte, or -1.
  private var rootEdges = [Int32](repeating: -1, count: 256)
  private var beginnings = NameBeginnings()

  /// An index of `names`; of two equal names the first counts. Ids are not negative.
  ///
  /// Case counts: `Apple` is not `apple`, and `META` not `Meta`. White space and the shape of quotation
  /// marks and apostrophes do not. A name without a letter or digit is never found.
  package init(_ names: [(name: String, id: Int32)]) {
    var entries = names.compactMap { name, id -> (key: [UInt8], id: Int32)? in
      guard name.unicodeScalars.contains(where: \.isPartOfWord) else { return nil }
      return (NormalizedText.key(of: name), id)
    }
    entries = Self.sortedAndDistinct(entries)
    for entry in entries { bytes.append(contentsOf: entry.key) }
    build(entries)
    for entry in entries { beginnings.insert(entry.key) }
  }

  private static func sortedAndDistinct(
    _ entries: [(key: [UInt8], id: Int32)]
  ) -> [(key: [UInt8], id: Int32)] {
    let sorted = entries.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset
        : left.element.key.lexicographicallyPrecedes(right.element.key)
    }
    var distinct: [(key: [UInt8], id: Int32)] = []
    for (_, entry) in sorted where distinct.last?.key != entry.key { distinct.append(entry) }
    return distinct
  }

  /// A node to be built: the sorted entries that share its first `depth` bytes.
  private struct Pending {
    let entries: Range<Int>
    let depth: Int
  }

  private mutating func build(_ entries: [(key: [UInt8], id: Int32)]) {
    var starts = [0]
    for entry in entries { starts.append(starts[starts.count - 1] + entry.key.count) }
    var queue = [Pending(entries: entries.indices, depth: 0)]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      firstEdges.append(UInt32(edgeStarts.count))
      var first = node.entries.lowerBound
      if first < node.entries.upperBound, entries[first].key.count == node.depth {
        names.append(entries[first].id)
        first += 1
      } else {
        names.append(-1)
      }
      while first < node.entries.upperBound {
        let byte = entries[first].key[node.depth]
        var end = first + 1
        while end < node.entries.upperBound, entries[end].key[node.depth] == byte { end += 1 }
        // The first and the last of sorted keys share what all of them share.
        let shared = Self.shared(entries[first].key, entries[end - 1].key, from: node.depth)
        if node.depth == 0 { rootEdges[Int(byte)] = Int32(edgeStarts.count) }
        edgeStarts.append(UInt32(starts[first] + node.depth))
        edgeLengths.append(UInt32(shared - node.depth))
        edgeTargets.append(UInt32(queue.count))
        queue.append(Pending(entries: first..<end, depth: shared))
        first = end
      }
    }
    firstEdges.append(UInt32(edgeStarts.count))
  }

  private static func shared(_ left: [UInt8], _ right: [UInt8], from depth: Int) -> Int {
    var end = depth
    while end < left.count, end < right.count, left[end] == right[end] { end += 1 }
    return end
  }

  /// The first offset in `range` of an HTML text where a name may begin.
  @inline(__always)
  func nextBeginning(in html: Bytes, _ range: Range<Int>) -> Int? {
    beginnings.first(in: html, range)
  }

  /// The longest name that begins at `start` and ends with a whole word.
  func longestName(at start: Int, in text: NormalizedText) -> (name: Int32, end: Int)? {
    guard var unit = text.unit(at: start) else { return nil }
    var edge = Int(rootEdges[Int(unit.byte)])
    var offset = start
    var best: (name: Int32, end: Int)?
    while edge >= 0 {
      var label = Int(edgeStarts[edge])
      let labelEnd = label + Int(edgeLengths[edge])
      while label < labelEnd {
        guard bytes[label] == unit.byte else { return best }
        label += 1
        offset += unit.width
        guard let following = text.unit(at: offset) else {
          unit = (0, 0)
          if label < labelEnd { return best }
          break
        }
        unit = following
      }
      let node = Int(edgeTargets[edge])
      if names[node] >= 0, text.isWordEnd(at: offset) { best = (names[node], offset) }
      guard unit.width > 0 else { return best }
      edge = self.edge(of: node, beginningWith: unit.byte)
    }
    return best
  }

  private func edge(of node: Int, beginningWith byte: UInt8) -> Int {
    var low = Int(firstEdges[node])
    var high = Int(firstEdges[node + 1])
    while low < high {
      let middle = (low + high) / 2
      let first = bytes[Int(edgeStarts[middle])]
      if first == byte { return middle }
      if first < byte { low = middle + 1 } else { high = middle }
    }
    return -1
  }
}
