import Content
import Linking
import Mustache

/// What something costs: an exact amount, or the two ends between which it lies.
struct Price: Sendable, Equatable {
  private(set) var low: Quantity
  private(set) var high: Quantity
  let currency: Currency

  init(_ sum: Sum, _ currency: Currency) {
    (low, high) = (sum.low, sum.high)
    self.currency = currency
  }

  /// Nil for an amount that was not disclosed.
  init?(_ amount: Amount) {
    guard case .known(let low, let high, let currency) = amount else { return nil }
    (self.low, self.high, self.currency) = (low, high, currency)
  }

  /// Adds a price of the same currency.
  static func += (left: inout Price, right: Price) {
    left.low = left.low + right.low
    left.high = left.high + right.high
  }

  /// Whether its short form differs from the exact one.
  fileprivate var isRounded: Bool { Rounded(high) != nil }
}

extension OutputBuffer {
  /// For HTML: `€30,500,000`, `CHF 1,000,000` or `€400 to €600`, as the language has it.
  mutating func append(exact price: Price, in words: Words) {
    guard price.high != price.low else {
      return append(exact: price.low, price.currency, in: words)
    }
    append(words.amounts.range) { part, out in
      out.append(exact: part == 0 ? price.low : price.high, price.currency, in: words)
    }
  }

  /// `€30.5 million`, rounded to two places; exact below a million.
  mutating func append(compact price: Price, in words: Words) {
    guard price.high != price.low else {
      return append(compact: price.low, price.currency, in: words)
    }
    append(words.amounts.range) { part, out in
      out.append(compact: part == 0 ? price.low : price.high, price.currency, in: words)
    }
  }

  /// The exact price as a `data` element.
  mutating func append(element price: Price, in words: Words) {
    appendStart(of: price)
    append("\">")
    append(exact: price, in: words)
    append("</data>")
  }

  /// The rounded price as a `data` element that tells the exact one on request.
  mutating func append(compactElement price: Price, in words: Words) {
    appendStart(of: price)
    if price.isRounded {
      append("\" title=\"")
      append(exact: price, in: words)
    }
    append("\">")
    append(compact: price, in: words)
    append("</data>")
  }

  /// An amount with cents is marked, so that the style sheet keeps their place free beside others.
  private mutating func appendStart(of price: Price) {
    append("<data value=\"")
    append(plain: price.low)
    if price.high != price.low {
      append("..")
      append(plain: price.high)
    }
    append(" ")
    append(price.currency.code)
    if price.high.fraction > 0 { append("\" class=\"cents") }
  }

  private mutating func append(
    exact quantity: Quantity, _ currency: Currency, in words: Words
  ) {
    append(currency, in: words) { $0.append(number: quantity, in: words) }
  }

  private mutating func append(number quantity: Quantity, in words: Words) {
    append(grouped: quantity.whole, in: words)
    let fraction = quantity.fraction
    guard fraction > 0 else { return }
    append(words.amounts.decimalMark)
    // Cents are written as such: 1,250.50 and not 1,250.5.
    if fraction % 100 == 0 {
      append(padded: fraction / 100, to: 2)
    } else {
      append(significant: fraction, of: 4)
    }
  }

  private mutating func append(
    compact quantity: Quantity, _ currency: Currency, in words: Words
  ) {
    guard let rounded = Rounded(quantity) else {
      return append(exact: quantity, currency, in: words)
    }
    let amounts = words.amounts
    append(currency, in: words) { out in
      out.append(rounded.isBillions ? amounts.billion : amounts.million) { _, out in
        out.append(grouped: rounded.hundredths / 100, in: words)
        if rounded.hundredths % 100 > 0 {
          out.append(amounts.decimalMark)
          out.append(significant: rounded.hundredths % 100, of: 2)
        }
      }
    }
  }

  /// Decimal text for programs: `30500000`, `1250.5`.
  mutating func append(plain quantity: Quantity) {
    append(number: quantity.whole)
    guard quantity.fraction > 0 else { return }
    append(".")
    append(significant: quantity.fraction, of: 4)
  }

  /// The digits of a decimal fraction without the zeros at its end.
  private mutating func append(significant fraction: Int, of digits: Int) {
    var (fraction, digits) = (fraction, digits)
    while digits > 1, fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    append(padded: fraction, to: digits)
  }

  /// A currency's sign, or else its code, with the number that `number` writes.
  private mutating func append(
    _ currency: Currency, in words: Words, _ number: (inout OutputBuffer) -> Void
  ) {
    let amounts = words.amounts
    let symbol = amounts.symbols[currency.code]
    append(symbol == nil ? amounts.withCode : amounts.withSymbol) { part, out in
      if part == 1 {
        number(&out)
      } else if let symbol {
        out.append(symbol)
      } else {
        out.append(currency.code)
      }
    }
  }
}

/// An amount of a million or more in hundredths of a million or billion, halves rounded up.
private struct Rounded {
  let hundredths: Int
  let isBillions: Bool

  /// Nil below a million.
  init?(_ quantity: Quantity) {
    let whole = quantity.whole
    guard whole >= 1_000_000 else { return nil }
    let ofMillion = (whole - whole % 5_000) / 5_000
    let hundredths = (ofMillion + 1) / 2
    if hundredths < 100_000 {
      self.hundredths = hundredths
      isBillions = false
    } else {
      self.hundredths = ((whole - whole % 5_000_000) / 5_000_000 + 1) / 2
      isBillions = true
    }
  }
}

extension Quantity {
  fileprivate var whole: Int { Int(clamping: tenThousandths / 10_000) }
  /// In ten-thousandths.
  fileprivate var fraction: Int { Int(tenThousandths % 10_000) }
}
