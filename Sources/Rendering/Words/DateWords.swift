import Content
import Mustache

/// How dates are written.
final class DateWords: Sendable {
  let day, month, year: Phrase
  /// Markup characters written as references.
  let months: [[UInt8]]

  init(_ book: WordBook) {
    day = book.phrase("dates.day", "day", "month", "year")
    month = book.phrase("dates.month", "day", "month", "year")
    year = book.phrase("dates.year", "day", "month", "year")
    months = (1...12).map { book.bytes("dates.months.\($0)") }
  }
}

/// How amounts are written.
final class AmountWords: Sendable {
  let withSymbol, withCode, million, billion, range, upTo: Phrase
  let rates: [Measure.Rate: Phrase]
  let notDisclosed: [UInt8]
  let groupMark, decimalMark, listMark: [UInt8]
  /// What stands before or behind an amount in place of its currency's code.
  let symbols: [String: [UInt8]]

  init(_ book: WordBook) {
    withSymbol = book.phrase("amounts.with_symbol", "symbol", "number")
    withCode = book.phrase("amounts.with_code", "code", "number")
    million = book.phrase("amounts.million", "number")
    billion = book.phrase("amounts.billion", "number")
    range = book.phrase("amounts.range", "low", "high")
    upTo = book.phrase("amounts.up_to", "amount")
    rates = Dictionary(
      Measure.Rate.allCases.map { ($0, book.phrase("amounts.per_\($0.rawValue)", "amount")) },
      uniquingKeysWith: { first, _ in first })
    notDisclosed = book.bytes("amounts.not_disclosed")
    groupMark = book.bytes("numbers.group_mark")
    decimalMark = book.bytes("numbers.decimal_mark")
    listMark = book.bytes("numbers.list_mark")
    let prefix = "amounts.symbols."
    symbols = Dictionary(
      book.words.keys.filter { $0.hasPrefix(prefix) }.map {
        (String($0.dropFirst(prefix.count)), book.bytes($0))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension WordBook {
  /// A text for HTML.
  fileprivate func bytes(_ key: String) -> [UInt8] {
    var out = OutputBuffer(capacity: 64)
    out.appendEscaped(text(key))
    return Array(out.bytes)
  }
}
