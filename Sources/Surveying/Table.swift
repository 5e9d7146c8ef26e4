/// Rows of what there is, for people as columns and for programs under keys.
package struct Table: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    /// For programs: lower case, `_` between words.
    package let key: String
    /// Whether people are shown it; programs are given every column.
    package let isShown: Bool
    /// Whether numbers are beneath it.
    package let isNumber: Bool
    /// Whether it may be cut where a line would be too long.
    package let isFlexible: Bool

    init(_ key: String, isShown: Bool = true, isNumber: Bool = false, isFlexible: Bool = false) {
      self.key = key
      self.isShown = isShown
      self.isNumber = isNumber
      self.isFlexible = isFlexible
    }
  }

  package enum Cell: Sendable, Equatable {
    case none
    case text(String)
    case number(Int)
    case texts([String])
  }

  package let columns: [Column]
  /// Each with a cell for every column.
  package let rows: [[Cell]]

  init(_ columns: [Column], _ rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    self.columns = columns
    self.rows = rows
  }
}

extension Table.Cell {
  /// Nothing for nil.
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// On one line, whatever line ends and tabs it has.
  func line(joiningBy gap: String) -> String {
    switch self {
    case .none: ""
    case .text(let text): text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .number(let number): String(number)
    case .texts(let texts): texts.joined(separator: gap)
    }
  }
}
