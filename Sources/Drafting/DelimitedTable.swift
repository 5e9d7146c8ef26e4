/// A table as text: RFC 4180, and what spreadsheets make of it.
///
/// A byte order mark is passed over, lines end in CRLF, LF or CR, a quotation mark within a cell that
/// does not begin with one is itself. Lines without anything are no rows.
package struct DelimitedTable: Sendable {
  package struct Row: Sendable {
    /// Where it begins, counted from 1.
    package let line: Int
    package let cells: [String]
  }

  /// Why a text is no table.
  package enum Flaw: Error, Equatable, Sendable, CustomStringConvertible {
    case empty
    case utf16
    case notUTF8(line: Int)
    case openQuote(line: Int)

    package var description: String {
      switch self {
      case .empty: "there is no header in it"
      case .utf16: "it is UTF-16; save it as UTF-8"
      case .notUTF8(let line): "line \(line) is not UTF-8; save it as UTF-8"
      case .openQuote(let line):
        "the quotation mark that opens a cell in line \(line) is never closed"
      }
    }
  }

  package let header: [String]
  package let rows: [Row]

  package init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) throws(Flaw) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    var reader = TableReader(delimiter: delimiter)
    let flaw = bytes.withUnsafeBufferPointer { reader.read($0) }
    if let flaw { throw flaw }
    guard let first = reader.rows.first else { throw .empty }
    header = first.cells.enumerated().map { number, name in
      let name = name.trimmed
      return name.isEmpty ? "column \(number + 1)" : name
    }
    rows = Array(reader.rows.dropFirst())
  }
}

private struct TableReader {
  let delimiter: UInt8
  var rows: [DelimitedTable.Row] = []
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var line = 1

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> DelimitedTable.Flaw? {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let start = line
      var isRow = false
      while true {
        let isQuoted = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
        if isQuoted {
          let opening = line
          guard let behind = passQuoted(bytes, from: offset + 1) else {
            return .openQuote(line: opening)
          }
          offset = behind
        }
        offset = passPlain(bytes, from: offset)
        isRow = isRow || isQuoted || !cell.isEmpty
        guard let text = String(validating: cell, as: UTF8.self) else {
          return .notUTF8(line: line)
        }
        cells.append(text)
        cell.removeAll(keepingCapacity: true)
        guard offset < bytes.count, bytes[offset] == delimiter else { break }
        isRow = true
        offset += 1
      }
      offset = passLineEnd(bytes, from: offset)
      if isRow { rows.append(DelimitedTable.Row(line: start, cells: cells)) }
      cells.removeAll(keepingCapacity: true)
    }
    return nil
  }

  /// What is between quotation marks, of which two are one; nil where there is no end.
  private mutating func passQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else {
          return offset + 1
        }
        offset += 1
      } else if bytes[offset] == 0x0A {
        line += 1
      }
      cell.append(bytes[offset])
      offset += 1
    }
    return nil
  }

  private mutating func passPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A,
      bytes[offset] != 0x0D
    {
      offset += 1
    }
    cell.append(contentsOf: bytes[start..<offset])
    return offset
  }

  private mutating func passLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return start }
    line += 1
    let isPair = bytes[start] == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A
    return start + (isPair ? 2 : 1)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = unicodeScalars.drop(while: isBlank)
    let end = scalars.lastIndex { !isBlank($0) }
    return end.map { String(String.UnicodeScalarView(scalars[...$0])) } ?? ""
  }
}
