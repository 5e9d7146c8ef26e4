import Content
import Linking
import Mustache

/// What was in force in a case from step to step, drawn as a line over time.
///
/// The list of steps beside it says the same in words, and more; so one currency is enough, the one
/// in which most was imposed.
struct CaseTimeline: Sendable {
  private struct Event: Sendable {
    let position: Int
    let day: Int
    let date: CalendarDate
    let kind: Step.Kind
    /// What is in force from here on.
    let inForce: Price?
    /// What is proposed here.
    let proposed: Price?

    var level: Double { inForce?.low.drawn ?? 0 }
    var isRuling: Bool { kind.rules || kind.isDecision }
  }

  private struct Plateau {
    let price: Price?
    let date: CalendarDate
    let start: Int
    var end: Int
  }

  private let events: [Event]
  private let axis: TimeAxis
  /// The day up to which somebody looked, where nothing later is known.
  private let checked: Int?
  private let words: FigureWords

  let title: String
  /// What the line does, in words.
  let summary: String

  private static let height = 150.0
  private static let top = 30.0
  private static let bottom = 122.0

  /// `standings` has how the case stood after each of its steps. Nil where nothing was ever in force,
  /// or all that is dated is one day.
  init?(of linked: LinkedCase, after standings: [Standing], words: FigureWords) {
    let amounts = standings.map(\.amounts)
    let inForce = amounts.joined().filter { !$0.inForce.isZero }
    guard let most = inForce.max(by: { $0.inForce.low.drawn < $1.inForce.low.drawn }) else {
      return nil
    }
    let currency = most.currency
    var events: [Event] = []
    for (position, event) in linked.procedure.events.enumerated() {
      guard let date = event.date else { continue }
      let own = amounts[position].first { $0.currency == currency }
      events.append(
        Event(
          position: position, day: date.dayNumber, date: date, kind: event.kind,
          inForce: own.flatMap { $0.inForce.isZero ? nil : Price($0.inForce, currency) },
          proposed: event.kind.proposes
            ? own.flatMap { $0.proposed.isZero ? nil : Price($0.proposed, currency) } : nil))
    }
    let checked = linked.fields.checked?.dayNumber
    guard
      let axis = TimeAxis(
        events.map(\.day) + (checked.map { [$0] } ?? []), left: 6, right: Drawing.width - 6)
    else { return nil }
    self.events = events
    self.axis = axis
    self.checked = checked.flatMap { $0 > events.last?.day ?? 0 ? $0 : nil }
    self.words = words
    title = words.timeline(currency)
    summary = Self.summary(of: events, words)
  }

  private static func summary(of events: [Event], _ words: FigureWords) -> String {
    var parts: [String] = []
    var before: Price?
    for event in events {
      if let price = event.proposed { parts.append(words.proposed(price, event.date)) }
      if event.inForce != before { parts.append(words.inForce(event.inForce, from: event.date)) }
      before = event.inForce
    }
    return parts.joined(separator: "; ") + "."
  }

  var drawing: Drawing {
    var drawing = Drawing(height: Self.height)
    let most = max(
      events.map(\.level).max() ?? 0, events.compactMap { $0.proposed?.low.drawn }.max() ?? 0)
    func height(of level: Double) -> Double {
      Self.bottom - (Self.bottom - Self.top) * level / max(most, 1)
    }
    drawPlateaus(&drawing, height)
    drawing.axis(axis, at: Self.bottom)
    // Rulings lie over what happened about the same time.
    for event in events where !event.isRuling {
      drawing.dot(
        "event-minor", axis.place(event.day), Self.bottom, radius: 3,
        title: words.event(event.kind, event.date))
    }
    for event in events where event.isRuling {
      drawing.dot(
        "event", axis.place(event.day), Self.bottom, radius: 4,
        title: words.event(event.kind, event.date))
    }
    for event in events {
      guard let price = event.proposed else { continue }
      let place = axis.place(event.day)
      let height = height(of: price.low.drawn)
      drawing.dot(
        "proposal", place, height, radius: 4, title: words.proposed(price, event.date))
      let isRight = place > axis.right - 180
      drawing.text(
        "proposal-name", place + (isRight ? -9 : 9), height + 4, isRight ? .end : .start,
        words.proposal(price))
    }
    return drawing
  }

  /// The line, what lies below it, and each height's amount where there is room.
  private func drawPlateaus(_ drawing: inout Drawing, _ height: (Double) -> Double) {
    var before = height(0)
    var free = 0.0
    for plateau in plateaus {
      let (start, end) = (axis.place(plateau.start), axis.place(plateau.end))
      let top = height(plateau.price?.low.drawn ?? 0)
      drawing.line("flow", start, before, start, top)
      before = top
      guard let price = plateau.price else { continue }
      let title = words.inForce(price, from: plateau.date)
      if end > start {
        drawing.bar(
          "flow-area", start, top, width: end - start, height: Self.bottom - top, title: title)
        drawing.line("flow", start, top, end, top)
      }
      label(words.compact(price), at: start, top, &free, &drawing)
    }
    // What nobody has heard to be otherwise.
    guard let last = plateaus.last, let price = last.price, let checked else { return }
    let (start, end) = (axis.place(last.end), axis.place(checked))
    drawing.bar(
      "flow-area-open", start, before, width: end - start, height: Self.bottom - before,
      title: words.inForce(price, from: last.date))
    drawing.line("flow-open", start, before, end, before)
  }

  /// Stretches in which the same was in force, from the first amount on.
  private var plateaus: [Plateau] {
    var plateaus: [Plateau] = []
    for event in events where event.inForce != (plateaus.last?.price ?? nil) {
      if !plateaus.isEmpty { plateaus[plateaus.count - 1].end = event.day }
      plateaus.append(
        Plateau(
          price: event.inForce, date: event.date, start: event.day,
          end: events[events.count - 1].day))
    }
    return plateaus
  }

  /// Left of the edge it would run over, and not over the label before it.
  private func label(
    _ text: String, at start: Double, _ height: Double, _ free: inout Double,
    _ drawing: inout Drawing
  ) {
    let width = Double(text.count) * 6.6
    let left = min(start, axis.right - width)
    guard left >= free else { return }
    drawing.text("label", left, height - 7, .start, text)
    free = left + width + 8
  }
}

// What the picture says in words.
extension FigureWords {
  func timeline(_ currency: Currency) -> String {
    text("timeline", ["currency": currency.code])
  }

  func inForce(_ price: Price?, from date: CalendarDate) -> String {
    guard let price else { return text("nothing_from", ["date": self.date(date)]) }
    return text("amount_from", ["amount": compact(price), "date": self.date(date)])
  }

  func proposed(_ price: Price, _ date: CalendarDate) -> String {
    text("amount_proposed", ["amount": compact(price), "date": self.date(date)])
  }

  func proposal(_ price: Price) -> String {
    text("proposal", ["amount": compact(price)])
  }

  func event(_ kind: Step.Kind, _ date: CalendarDate) -> String {
    words.step[kind] + ", " + self.date(date)
  }
}
