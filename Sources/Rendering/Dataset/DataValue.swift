import Content

/// What one cell of a table holds; each format writes it in its own way.
enum DataValue: Sendable {
  case absent
  case text(String)
  case list([String])
  case whole(Int)
  case amount(Quantity)
  case date(CalendarDate)
  case moment(Timestamp)
  case flag(Bool)

  /// A text that may be missing, which is as good as empty.
  static func optional(_ text: String?) -> DataValue {
    guard let text, !text.isEmpty else { return .absent }
    return .text(text)
  }

  static func optional(_ date: CalendarDate?) -> DataValue { date.map { .date($0) } ?? .absent }

  static func optional(_ number: Int?) -> DataValue { number.map { .whole($0) } ?? .absent }

  static func optional(_ quantity: Quantity?) -> DataValue {
    quantity.map { .amount($0) } ?? .absent
  }
}
