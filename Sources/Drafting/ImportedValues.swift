import Content

// Cells of a table from elsewhere as front matter has them; nil for what is not surely one.

extension ImportMap {
  /// ISO 8601, or the order that the map names: `2024-05-16`, `2024-05`, `31.12.2024`.
  func date(_ cell: String) -> CalendarDate? {
    let day = cell.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map { String($0) } ?? ""
    if let date = CalendarDate(day) { return date }
    guard let dates else { return nil }
    let parts = day.split(whereSeparator: { ".-/".contains($0) }).map { Int($0) }
    guard parts.count == 3, let one = parts[0], let two = parts[1], let year = parts[2] else {
      return nil
    }
    return dates == .dmy
      ? CalendarDate(year: year, month: two, day: one)
      : CalendarDate(year: year, month: one, day: two)
  }

  /// An amount with its currency, as front matter writes it: `1250000.50 EUR`.
  ///
  /// Digits may stand in groups of three. What could be read two ways is not read at all.
  func amount(_ cell: String, currency column: String?) -> String? {
    var number = ""
    var letters = ""
    for character in cell {
      switch character {
      case "0"..."9", ".", ",", "'", "’": number.append(character)
      case "€": letters += "EUR"
      case "£": letters += "GBP"
      case _ where character.isWhitespace: continue
      case _ where character.isLetter && character.isASCII: letters.append(character)
      default: return nil
      }
    }
    let named = (column ?? "").trimmed
    let code = [letters, named, currency ?? ""].first { !$0.isEmpty } ?? ""
    guard letters.isEmpty || named.isEmpty || letters == named,
      let digits = ungrouped(number), digits.contains(where: { $0 != "0" && $0 != "." }),
      Amount("\(digits) \(code)") != nil
    else { return nil }
    return "\(digits) \(code)"
  }

  /// The digits without their grouping, and a point before the decimals, of which there are two at
  /// most.
  private func ungrouped(_ number: String) -> String? {
    let mark: Character = decimals == .comma ? "," : "."
    let parts = number.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, whole.first?.isNumber == true else {
      return nil
    }
    let groups = whole.split(omittingEmptySubsequences: false) { !$0.isNumber }
    guard
      groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    let digits = groups.joined()
    guard parts.count == 2 else { return digits }
    guard (1...2).contains(parts[1].count), parts[1].allSatisfy(\.isNumber) else { return nil }
    return "\(digits).\(parts[1])"
  }

  /// The single names in a cell.
  func items(_ cell: String) -> [String] {
    guard let separator else { return [cell.trimmed].filter { !$0.isEmpty } }
    return cell.split(separator: separator).map { $0.trimmed }.filter { !$0.isEmpty }
  }
}
