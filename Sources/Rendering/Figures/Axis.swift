import Content

/// A scale from values to places along a line of the drawing, and the marks beside it.
struct Axis: Sendable {
  struct Tick: Sendable {
    let value: Double
    let label: String
  }

  let ticks: [Tick]
  private let isLogarithmic: Bool
  /// The ends in values; in decades where it is logarithmic.
  private let low: Double
  private let high: Double

  /// Where a value stands: 0 at the low end, 1 at the high one.
  func position(_ value: Double) -> Double {
    let place = isLogarithmic ? Self.decades(of: value) : value
    return min(1, max(0, (place - low) / (high - low)))
  }

  /// From zero to at least `largest`, with four to six marks at round values.
  init(upTo largest: Double, words: FigureWords) {
    let unit = words.unit(of: largest)
    var step = 1.0
    var exponent = 0
    while step * 50 < largest { (step, exponent) = (step * 10, exponent + 1) }
    let mantissa = [1.0, 2, 5, 10].first { step * $0 * 5 >= largest } ?? 10
    let count = max(1, Int((largest / (step * mantissa)).rounded(.up)))
    ticks = (0...count).map { index in
      Tick(
        value: step * mantissa * Double(index),
        label: words.decimal(
          index * Int(mantissa), tenths: max(0, unit.exponent - exponent),
          zeros: max(0, exponent - unit.exponent)))
    }
    low = 0
    high = step * mantissa * Double(count)
    isLogarithmic = false
  }

  /// From the power of ten below `smallest` to that above `largest`, with a mark at each.
  init(decadesFrom smallest: Double, to largest: Double, words: FigureWords) {
    let first = Int(Self.decades(of: smallest).rounded(.down))
    let last = max(first + 1, Int(Self.decades(of: largest).rounded(.up)))
    var power = 1.0
    for _ in 0..<first { power *= 10 }
    var ticks: [Tick] = []
    for exponent in first...last {
      ticks.append(Tick(value: power, label: words.powerOfTen(exponent)))
      power *= 10
    }
    self.ticks = ticks
    low = Double(first)
    high = Double(last)
    isLogarithmic = true
  }

  /// From zero to at least `largest` months, with marks at quarters or years.
  init(monthsUpTo largest: Double) {
    let step = [1, 3, 6, 12, 24, 36, 60, 120].first { Double($0) * 7 >= largest } ?? 240
    let count = max(1, Int((largest / Double(step)).rounded(.up)))
    ticks = (0...count).map { Tick(value: Double($0 * step), label: String($0 * step)) }
    low = 0
    high = Double(step * count)
    isLogarithmic = false
  }

  /// The logarithm to the base of ten; of less than 1, that of 1.
  ///
  /// By squaring: only multiplication, which every machine does alike, so that a drawing's bytes
  /// never depend on a system's library. Exact to a millionth.
  static func decades(of value: Double) -> Double {
    let value = max(1, value)
    var binary = Double(value.exponent)
    var rest = value.significand
    var digit = 0.5
    for _ in 0..<24 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        binary += digit
      }
      digit /= 2
    }
    // To the millionth, so that a power of ten is one.
    return (binary * 0.301_029_995_663_981_2 * 1e6).rounded() / 1e6
  }
}

extension Quantity {
  /// For drawing; sums are added exactly.
  var drawn: Double {
    // A wide number is converted digit by digit, so only what needs it is.
    (Int(exactly: tenThousandths).map { Double($0) } ?? Double(tenThousandths)) / 10_000
  }
}
