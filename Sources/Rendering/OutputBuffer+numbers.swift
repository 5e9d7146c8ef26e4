import Mustache

extension OutputBuffer {
  /// The digits of a number that is not negative.
  mutating func append(number: Int) {
    if number >= 10 { append(number: number / 10) }
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  /// The last `digits` digits, with zeros in front.
  mutating func append(padded number: Int, to digits: Int) {
    if digits > 1 { append(padded: number / 10, to: digits - 1) }
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  /// The digits in groups of three: `30,500,000`.
  mutating func append(grouped number: Int, in words: Words) {
    guard number >= 1000 else { return append(number: number) }
    append(grouped: number / 1000, in: words)
    append(words.amounts.groupMark)
    append(padded: number % 1000, to: 3)
  }
}
