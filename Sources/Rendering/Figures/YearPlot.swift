/// A frame with years from left to right and an amount upwards.
struct YearPlot {
  private(set) var drawing = Drawing(height: 230)

  private static let left = 44.0
  private static let right = 396.0
  private static let top = 26.0
  private static let bottom = 206.0

  private let years: ClosedRange<Int>
  private let axis: Axis

  init(years: ClosedRange<Int>, _ axis: Axis, heading: String) {
    self.years = years
    self.axis = axis
    drawing.text("axis-name", 0, 11, .start, heading)
    for tick in axis.ticks {
      let y = height(of: tick.value)
      drawing.line(y == Self.bottom ? "base" : "grid", Self.left, y, Self.right, y)
      drawing.text("tick", Self.left - 6, y + 4, .end, tick.label)
    }
    // Five letters of a year's number and a space want 36 units.
    let every = [1, 2, 5, 10, 20, 50, 100].first { Double($0) * band >= 34 } ?? 200
    for year in years where (year - years.upperBound).isMultiple(of: every) {
      drawing.text("tick", middle(of: year), Self.bottom + 17, .middle, String(year))
    }
  }

  private var band: Double { (Self.right - Self.left) / Double(years.count) }

  private func middle(of year: Int) -> Double {
    Self.left + band * (Double(year - years.lowerBound) + 0.5)
  }

  private func height(of value: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * axis.position(value)
  }

  mutating func bar(
    _ kind: StaticString, _ year: Int, from base: Double, to end: Double, title: String
  ) {
    let width = min(36, band * 0.7)
    let top = height(of: end)
    drawing.bar(
      kind, middle(of: year) - width / 2, top, width: width, height: height(of: base) - top,
      title: title)
  }

  mutating func dot(_ year: Int, _ value: Double, title: String) {
    drawing.dot("dot", middle(of: year), height(of: value), radius: 4.5, title: title)
  }
}
