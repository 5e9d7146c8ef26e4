/// A currency by its ISO 4217 code: three capital letters.
package struct Currency: Hashable, Sendable, Comparable {
  package let code: String

  package static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
}

/// An exact amount of no particular currency, in ten-thousandths of a whole unit.
package struct Quantity: Hashable, Sendable, Comparable {
  package var tenThousandths: Int128

  package static let zero = Quantity(tenThousandths: 0)

  package init(tenThousandths: Int128) { self.tenThousandths = tenThousandths }

  /// Decimal text such as `30500000` or `1250.50`: up to 15 digits before the point, 4 behind it.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...15).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int64(parts[0])
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard (1...4).contains(parts[1].utf8.count), let value = Int(parts[1]) else { return nil }
      fraction = value
      for _ in parts[1].utf8.count..<4 { fraction *= 10 }
    }
    tenThousandths = Int128(whole) * 10_000 + Int128(fraction)
  }

  package static func < (left: Quantity, right: Quantity) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  package static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(tenThousandths: left.tenThousandths + right.tenThousandths)
  }

  /// Decimal text without grouping: `30500000`, `1250.5`.
  package var text: String {
    var text = String(tenThousandths / 10_000)
    var fraction = Int(tenThousandths % 10_000)
    if fraction == 0 { return text }
    var digits = 4
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    let shown = String(fraction)
    text += "." + String(repeating: "0", count: digits - shown.utf8.count) + shown
    return text
  }
}

/// What a measure costs, as far as the authority said.
package enum Amount: Hashable, Sendable {
  /// `low` and `high` are equal but for a range such as `400..600 EUR`.
  case known(low: Quantity, high: Quantity, Currency)
  case undisclosed

  /// `30500000 EUR`, `1250.50 GBP`, `400..600 EUR` or `undisclosed`; nil for anything else.
  package init?(_ text: String) {
    if text == "undisclosed" {
      self = .undisclosed
      return
    }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, StandardCodes.isCurrency(String(parts[1])) else { return nil }
    let currency = Currency(code: String(parts[1]))
    if let whole = Quantity(parts[0]) {
      self = .known(low: whole, high: whole, currency)
      return
    }
    guard let gap = Self.gap(in: parts[0]), let low = Quantity(parts[0][..<gap.lowerBound]),
      let high = Quantity(parts[0][gap.upperBound...]), low <= high
    else { return nil }
    self = .known(low: low, high: high, currency)
  }

  /// Where the two points of a range stand.
  private static func gap(in text: Substring) -> Range<Substring.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ".", next < text.endIndex, text[next] == "." {
        return index..<text.index(after: next)
      }
      index = next
    }
    return nil
  }
}
