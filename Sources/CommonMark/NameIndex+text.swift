extension NameIndex {
  /// The ids of the names that stand in a plain text, in its order: at each place the longest, whole
  /// words only.
  package func names(in text: String) -> [Int32] {
    var names: [Int32] = []
    var text = text
    text.withUTF8 { bytes in
      let range = 0..<bytes.count
      let normalized = NormalizedText(bytes, in: range)
      var from = 0
      while let offset = nextBeginning(in: bytes, from..<range.upperBound) {
        if normalized.isWordStart(at: offset), let found = longestName(at: offset, in: normalized) {
          names.append(found.name)
          from = max(found.end, offset + 1)
        } else {
          from = offset + 1
        }
      }
    }
    return names
  }
}
