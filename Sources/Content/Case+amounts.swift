import Diagnostics

extension Case {
  /// Where the words of an entry name amounts of which none is in its data.
  ///
  /// Texts name many sums: turnovers, other cases, what was asked for. So the title, the summary and
  /// the text are each right as soon as one sum in them is one of the data, rounded or added up.
  func amountsThatDiffer(
    in path: String, _ file: UnsafeBufferPointer<UInt8>, bodyFrom start: Int
  ) -> [Diagnostic] {
    let known = knownAmounts
    guard !known.isEmpty else { return [] }
    let names = CurrencyNames(known.keys.sorted())
    let amounts = known.values.reduce(into: Set()) { $0.formUnion($1) }
    func differing(_ mentions: [MentionedAmount]) -> MentionedAmount? {
      mentions.contains { mention in amounts.contains(where: mention.means) } ? nil : mentions.first
    }
    var diagnostics: [Diagnostic] = []
    var isNamed = false
    for (field, text) in [("title", title), ("summary", summary)] {
      let bytes = Array(text.utf8)
      let mentions = bytes.withUnsafeBufferPointer { $0.amounts(in: names) }
      isNamed = isNamed || !mentions.isEmpty
      guard let mention = differing(mentions) else { continue }
      let typed = String(decoding: bytes[mention.range], as: UTF8.self)
      diagnostics.append(
        .amountDiffers(
          typed, in: "the \(field)", data: writtenAmounts,
          at: Place(path: path, at: file.line(beginning: field), seeking: typed)))
    }
    // A text may leave the sum to the summary, which readers have just read.
    guard !isNamed, let mention = differing(file.amounts(in: names, from: start)) else {
      return diagnostics
    }
    let place = Place(path: path, start: mention.range.lowerBound, end: mention.range.upperBound)
    return diagnostics + [
      .amountDiffers(
        String(decoding: file[mention.range], as: UTF8.self), in: "the text", data: writtenAmounts,
        at: place)
    ]
  }

  /// Every amount of the steps, and what adds up from them, by currency.
  private var knownAmounts: [Currency: Set<Quantity>] {
    var known: [Currency: Set<Quantity>] = [:]
    var totals: [Currency: Quantity] = [:]
    for index in steps.indices {
      var sums: [Currency: Quantity] = [:]
      for case .known(let low, let high, let currency) in steps[index].measures.compactMap(
        \.amount?.value)
      {
        known[currency, default: []].formUnion([low, high])
        sums[currency] = (sums[currency] ?? .zero) + high
        totals[currency] = (totals[currency] ?? .zero) + high
      }
      for (currency, sum) in sums { known[currency, default: []].insert(sum) }
    }
    for (currency, total) in totals { known[currency, default: []].insert(total) }
    return known
  }

  /// The amounts as they are written, each once, at most three of them.
  private var writtenAmounts: String {
    var written: [String] = []
    for case .known(let low, let high, let currency) in steps.flatMap(\.measures).compactMap(
      \.amount?.value)
    {
      let text = (low == high ? low.text : low.text + ".." + high.text) + " " + currency.code
      if !written.contains(text) { written.append(text) }
    }
    let shown = written.prefix(3).joined(separator: ", ")
    return written.count > 3 ? shown + " and \(written.count - 3) more" : shown
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the line of front matter begins that this key begins; 0 where there is none.
  fileprivate func line(beginning key: String) -> Int {
    let key = Array((key + ":").utf8)
    var line = 0
    while line + key.count <= count {
      if self[line..<line + key.count].elementsEqual(key) { return line }
      while line < count, self[line] != 0x0A { line += 1 }
      line += 1
    }
    return 0
  }
}
