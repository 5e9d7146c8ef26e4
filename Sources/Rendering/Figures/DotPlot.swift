/// Values as dots along a line, those that are near each other piled up, and the median among them.
///
/// Where the piles would grow too high, columns take the dots' place.
struct DotPlot {
  struct Dot {
    let value: Double
    let title: String
  }

  private static let left = 8.0
  private static let right = 392.0
  private static let head = 22.0
  private static let highestPile = 132.0

  private(set) var drawing: Drawing

  /// `dots` in ascending order of their values.
  init(_ dots: [Dot], along axis: Axis, median: Double, medianName: String) {
    func x(_ value: Double) -> Double {
      Self.left + (Self.right - Self.left) * axis.position(value)
    }
    let places = dots.map { x($0.value) }
    var size = 0.0
    var piles: [(place: Int, count: Int)] = []
    for candidate in [12, 9, 5.5] {
      size = candidate
      piles = Self.piles(of: places, width: size)
      if Self.height(of: piles, size) <= Self.highestPile { break }
    }
    let areDots = Self.height(of: piles, size) <= Self.highestPile
    let height = areDots ? max(36, Self.height(of: piles, size)) : Self.highestPile
    let base = Self.head + height + 6
    drawing = Drawing(height: base + 22)
    for tick in axis.ticks {
      drawing.line("grid", x(tick.value), Self.head, x(tick.value), base)
      let anchor: Drawing.Anchor =
        axis.position(tick.value) <= 0 ? .start : axis.position(tick.value) >= 1 ? .end : .middle
      let shift = anchor == .start ? -Self.left : anchor == .end ? Self.left : 0
      drawing.text("tick", x(tick.value) + shift, base + 17, anchor, tick.label)
    }
    drawing.line("base", 0, base, Drawing.width, base)
    if areDots {
      draw(dots, in: piles, size, above: base)
    } else {
      draw(columns: piles, size, above: base, height)
    }
    let middle = x(median)
    drawing.line("median", middle, Self.head - 6, middle, base)
    let isRight = middle > Drawing.width / 2
    drawing.text(
      "median-name", middle + (isRight ? -4 : 4), 14, isRight ? .end : .start, medianName)
  }

  /// How many lie in each place along the line, by the place's number.
  private static func piles(of places: [Double], width: Double) -> [(place: Int, count: Int)] {
    var piles: [(place: Int, count: Int)] = []
    for x in places {
      let place = Int(x / width)
      if let last = piles.last, last.place == place {
        piles[piles.count - 1].count += 1
      } else {
        piles.append((place, 1))
      }
    }
    return piles
  }

  private static func height(of piles: [(place: Int, count: Int)], _ size: Double) -> Double {
    Double(piles.map(\.count).max() ?? 0) * size
  }

  private mutating func draw(
    _ dots: [Dot], in piles: [(place: Int, count: Int)], _ size: Double, above base: Double
  ) {
    var index = 0
    for pile in piles {
      for level in 0..<pile.count {
        drawing.dot(
          "dot", (Double(pile.place) + 0.5) * size, base - (Double(level) + 0.5) * size - 1,
          radius: size * 0.44, title: dots[index].title)
        index += 1
      }
    }
  }

  private mutating func draw(
    columns piles: [(place: Int, count: Int)], _ size: Double, above base: Double, _ height: Double
  ) {
    let most = Double(piles.map(\.count).max() ?? 1)
    for pile in piles {
      let length = Double(pile.count) / most * height
      drawing.bar(
        "dot", Double(pile.place) * size + 0.4, base - length, width: size - 0.8, height: length,
        title: String(pile.count))
    }
  }
}
