import Content
import Linking

/// A span of days laid over a width, with the years that begin in it marked.
struct TimeAxis: Sendable {
  let first: Int
  let last: Int
  let left: Double
  let right: Double

  /// Nil where all days are the same one.
  init?(_ days: [Int], left: Double, right: Double) {
    guard let first = days.min(), let last = days.max(), first < last else { return nil }
    (self.first, self.last, self.left, self.right) = (first, last, left, right)
  }

  func place(_ day: Int) -> Double {
    left + (right - left) * Double(day - first) / Double(last - first)
  }

  /// The first days of years, as many as have room for their numbers; without one, the year in which
  /// the span begins.
  var years: [(year: Int, place: Double)] {
    let range = Self.year(of: first)...Self.year(of: last)
    let room = 42.0
    let perYear = (right - left) * 365.25 / Double(last - first)
    let step = [1, 2, 5, 10, 20, 50].first { perYear * Double($0) >= room } ?? 100
    let marks = range.filter { $0 % step == 0 }.compactMap { year -> (year: Int, place: Double)? in
      let place = place(Self.firstDay(of: year))
      return (left...right - 8).contains(place) ? (year, place) : nil
    }
    return marks.isEmpty ? [(range.lowerBound, left)] : marks
  }

  private static func year(of day: Int) -> Int {
    Int(Timestamp(seconds: Int64(day) * 86_400).date.year)
  }

  private static func firstDay(of year: Int) -> Int {
    CalendarDate(year: year, month: 1, day: 1).map(\.dayNumber) ?? 0
  }
}

extension CalendarDate {
  /// Days from 1 January 1970 to the first day that it can mean.
  var dayNumber: Int {
    Int((Double(Timestamp(self).seconds) / 86_400).rounded(.down))
  }
}

extension Drawing {
  /// The line at the foot of a picture, and the years below it.
  mutating func axis(_ axis: TimeAxis, at height: Double) {
    line("base", axis.left, height, axis.right, height)
    for mark in axis.years {
      line("base", mark.place, height, mark.place, height + 4)
      text(
        "tick", mark.place, height + 17, mark.place < axis.left + 12 ? .start : .middle,
        "\(mark.year)")
    }
  }
}
