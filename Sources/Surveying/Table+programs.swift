import Diagnostics

extension Table {
  /// An array of objects, one for each row and each on a line of its own; what says nothing is left
  /// out.
  package var json: String {
    let objects = rows.map { row in
      var json = JSONText()
      json.object { json in
        for (column, cell) in zip(columns, row) {
          switch cell {
          case .none: break
          case .text(let text): json.member(column.key, text)
          case .number(let number): json.member(column.key, number)
          case .texts(let texts):
            json.key(column.key)
            json.array { json in for text in texts { json.value(text) } }
          }
        }
      }
      return json.text
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  /// RFC 4180, with the keys as its header; of a list, the items are joined by `; `.
  package var csv: String {
    let lines = [columns.map(\.key)] + rows.map { row in row.map { $0.line(joiningBy: "; ") } }
    return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    var field = "\"".unicodeScalars
    // By scalars: a quotation mark with a combining character behind it is one all the same.
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field.append(scalar) }
      field.append(scalar)
    }
    field.append("\"")
    return String(field)
  }
}
