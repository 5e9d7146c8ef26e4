/// A sum of money in running text: `€30.5 million`, `EUR 20 million`, `20 000 000 EUR`, `£7,552,800`.
struct MentionedAmount: Equatable {
  /// What it can mean; more than one where a separator may group digits or begin the decimals.
  let readings: [Reading]
  /// Bytes of the text it was found in.
  let range: Range<Int>

  struct Reading: Equatable {
    let value: Quantity
    /// What the last digit that is written counts for: an amount nearer than that is meant as well.
    let unit: Quantity
  }

  /// Whether the amount is this one, rounded or cut off as a writer may do.
  func means(_ amount: Quantity) -> Bool {
    readings.contains { reading in
      let difference = reading.value.tenThousandths - amount.tenThousandths
      return abs(difference) < reading.unit.tenThousandths || difference == 0
    }
  }
}

/// How texts name some currencies.
struct CurrencyNames {
  private let names: [(bytes: [UInt8], isWord: Bool)]

  init(_ currencies: some Sequence<Currency>) {
    var names: [(bytes: [UInt8], isWord: Bool)] = []
    for currency in currencies {
      names.append((Array(currency.code.utf8), true))
      let others = Self.others[currency.code] ?? (Self.dollars.contains(currency.code) ? ["$"] : [])
      for name in others { names.append((Array(name.utf8), name.utf8.allSatisfy(isLetter))) }
    }
    // The longest first, so that `euros` is not `euro` and an s.
    self.names = names.sorted { $0.bytes.count > $1.bytes.count }
  }

  private static let others = [
    "EUR": ["€", "euro", "euros", "Euro"], "GBP": ["£", "pounds"],
    "USD": ["US$", "$", "dollars"], "NOK": ["kr", "kroner"], "SEK": ["kr", "kronor"],
    "DKK": ["kr", "kroner"], "JPY": ["¥", "yen"], "CNY": ["¥", "yuan"], "KRW": ["₩", "won"],
    "INR": ["₹"], "BRL": ["R$", "reais"], "CHF": ["Fr.", "francs"], "PLN": ["zł"],
    "CZK": ["Kč"], "TRY": ["₺", "lira"], "ILS": ["₪"],
  ]
  private static let dollars: Set = [
    "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP",
  ]

  /// How long the name is that begins at `offset`; nil where none does.
  func length(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard offset < text.count else { return nil }
    if offset > 0, isLetter(text[offset]), isLetter(text[offset - 1]) { return nil }
    return names.first { name, isWord in
      let end = offset + name.count
      guard end <= text.count, text[offset..<end].elementsEqual(name) else { return false }
      return !isWord || end == text.count || !isLetter(text[end])
    }?.bytes.count
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension UnsafeBufferPointer<UInt8> {
  /// Every amount in currencies of these names, from `start` on, in the text's order.
  func amounts(in names: CurrencyNames, from start: Int = 0) -> [MentionedAmount] {
    var amounts: [MentionedAmount] = []
    var offset = start
    while offset < count {
      if isDigit(self[offset]) {
        let number = WrittenNumber(in: self, at: offset)
        let behind = skippingBlanks(from: number.end)
        if let length = names.length(at: behind, in: self), !isDigitFollowing(behind + length) {
          amounts.append(number.amount(in: offset..<behind + length))
          offset = behind + length
        } else {
          offset = number.end
        }
      } else if let length = names.length(at: offset, in: self) {
        let first = skippingBlanks(from: offset + length)
        guard first < count, isDigit(self[first]) else {
          offset += length
          continue
        }
        let number = WrittenNumber(in: self, at: first)
        amounts.append(number.amount(in: offset..<number.end))
        offset = number.end
      } else {
        offset += 1
      }
    }
    return amounts
  }

  /// Whether a currency that ends here belongs to the number behind it: `in 2022 €20 million`.
  private func isDigitFollowing(_ end: Int) -> Bool {
    let next = skippingBlanks(from: end)
    return next < count && isDigit(self[next])
  }

  fileprivate func skippingBlanks(from start: Int) -> Int {
    var offset = start
    while let width = blank(at: offset) { offset += width }
    return offset
  }

  /// How wide a blank is that may stand between a number's groups, or between it and its currency.
  fileprivate func blank(at offset: Int) -> Int? {
    guard offset < count else { return nil }
    if self[offset] == 0x20 { return 1 }
    if offset + 1 < count, self[offset] == 0xC2, self[offset + 1] == 0xA0 { return 2 }
    guard offset + 2 < count, self[offset] == 0xE2, self[offset + 1] == 0x80 else { return nil }
    return [0xAF, 0x89].contains(self[offset + 2]) ? 3 : nil
  }
}

/// A number as people write it, with the word behind it that multiplies it.
private struct WrittenNumber {
  /// The groups of digits, and what stands in front of each but the first.
  private var groups: [[UInt8]] = [[]]
  private var separators: [UInt8] = []
  private var zeros = 0
  private(set) var end: Int

  init(in text: UnsafeBufferPointer<UInt8>, at start: Int) {
    end = start
    while end < text.count {
      if isDigit(text[end]) {
        groups[groups.count - 1].append(text[end] - 0x30)
        end += 1
        continue
      }
      let width = [0x2E, 0x2C, 0x27].contains(text[end]) ? 1 : text.blank(at: end) ?? 0
      guard width > 0, end + width < text.count, isDigit(text[end + width]) else { break }
      // A blank groups three digits or nothing.
      let isBlank = text[end] != 0x2E && text[end] != 0x2C && text[end] != 0x27
      if isBlank, !Self.isGroup(in: text, at: end + width) { break }
      separators.append(isBlank ? 0x20 : text[end])
      groups.append([])
      end += width
    }
    let word = text.skippingBlanks(from: end)
    if let found = Self.multiplier(in: text, at: word) {
      zeros = found.zeros
      end = word + found.length
    }
  }

  private static func isGroup(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let end = start + 3
    return end <= text.count && text[start..<end].allSatisfy(isDigit)
      && (end == text.count || !isDigit(text[end]))
  }

  private static let multipliers: [(word: [UInt8], zeros: Int)] = [
    ("thousand", 3), ("tausend", 3), ("duizend", 3), ("mille", 3), ("k", 3),
    ("million", 6), ("millions", 6), ("Million", 6), ("Millionen", 6), ("miljoen", 6),
    ("milioni", 6), ("milione", 6), ("millones", 6), ("miljoner", 6), ("millioner", 6),
    ("Mio", 6), ("mio", 6), ("mln", 6), ("mn", 6), ("m", 6), ("M", 6),
    ("billion", 9), ("milliard", 9), ("milliards", 9), ("Milliarde", 9), ("Milliarden", 9),
    ("miljard", 9), ("miliardi", 9), ("Mrd", 9), ("bn", 9), ("b", 9), ("B", 9),
  ].map { (Array($0.0.utf8), $0.1) }.sorted { $0.0.count > $1.0.count }

  private static func multiplier(
    in text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (zeros: Int, length: Int)? {
    multipliers.first { word, _ in
      let end = offset + word.count
      return end <= text.count && text[offset..<end].elementsEqual(word)
        && (end == text.count || !isLetter(text[end]))
    }.map { ($0.zeros, $0.word.count) }
  }

  func amount(in range: Range<Int>) -> MentionedAmount {
    var readings: [MentionedAmount.Reading] = []
    let last = groups.count - 1
    // The last separator may begin the decimals unless it is a blank, or stands for another group.
    let mayBeDecimals =
      last > 0 && separators[last - 1] != 0x20
      && !separators.dropLast().contains(separators[last - 1])
    let mayBeGroups = groups.dropFirst().allSatisfy { $0.count == 3 }
    if last == 0 || mayBeGroups { readings.append(reading(decimals: 0)) }
    if mayBeDecimals { readings.append(reading(decimals: groups[last].count)) }
    return MentionedAmount(readings: readings, range: range)
  }

  private func reading(decimals: Int) -> MentionedAmount.Reading {
    let digits = groups.flatMap(\.self).prefix(24)
    let number = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    // In ten-thousandths; what is smaller than one of them is of no account.
    let power = zeros + 4 - min(decimals, 8)
    var unit = Int128(1)
    for _ in 0..<abs(power) { unit *= 10 }
    guard power >= 0 else {
      return .init(value: Quantity(tenThousandths: number / unit), unit: .zero)
    }
    let trailing = zeros == 0 && decimals == 0 ? digits.reversed().prefix { $0 == 0 }.count : 0
    var rounded = unit
    // `20,000,000` is written out, yet often rounded: as far as its zeros reach, but not its digits.
    for _ in 0..<max(0, trailing - 1) where trailing > 3 { rounded *= 10 }
    return .init(
      value: Quantity(tenThousandths: number * unit), unit: Quantity(tenThousandths: rounded))
  }
}
