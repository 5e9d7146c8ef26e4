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
    self.init(digits: Substring(text).utf8)
  }

  private init?(digits text: Substring.UTF8View) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...15).contains(parts[0].count),
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    // Nineteen digits at most, for which 64 bits are enough without a sign.
    var number: UInt64 = 0
    for digit in parts[0] { number = number * 10 + UInt64(digit - 48) }
    let decimals = parts.count == 2 ? parts[1] : "0"[...].utf8
    guard (1...4).contains(decimals.count) else { return nil }
    for digit in decimals { number = number * 10 + UInt64(digit - 48) }
    for _ in decimals.count..<4 { number *= 10 }
    tenThousandths = Int128(number)
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
    let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { Substring($0) }
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
