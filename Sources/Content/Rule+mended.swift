import Diagnostics

extension Rule {
  /// A value that breaks this rule, written as it should be, where it can mean one thing alone.
  func mended(_ typed: String) -> String? {
    switch self {
    case .badDate: mendedDate(typed)
    case .badAmount: mendedAmount(typed)
    default: nil
    }
  }
}

/// `2024-5-6` and `2024/05/06` as `2024-05-06`; a date that begins with its day may mean another.
private func mendedDate(_ typed: String) -> String? {
  let parts = typed.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
  guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
    parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) })
  else { return nil }
  let padded = parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
  return CalendarDate(padded)?.text
}

/// `EUR 20000000`, `20 000 000 EUR` and `20.000.000 EUR` as `20000000 EUR`. One group of three digits
/// behind a point or comma may be thousands or thousandths, and a short number the beginning of one
/// that a comma between braces has cut, so such amounts are nobody's to mend.
private func mendedAmount(_ typed: String) -> String? {
  let text = typed.split(separator: " ")
  guard let first = text.first, let last = text.last, text.count > 1 else { return nil }
  let isCodeFirst = StandardCodes.isCurrency(String(first))
  guard isCodeFirst || StandardCodes.isCurrency(String(last)) else { return nil }
  let code = String(isCodeFirst ? first : last)
  let groups = isCodeFirst ? text.dropFirst() : text.dropLast()
  guard let number = ungrouped(groups.joined(separator: " ")) else { return nil }
  let mended = number + " " + code
  guard number.utf8.count > 3 else { return nil }
  return Amount(mended) == nil ? nil : mended
}

/// A number without what groups its digits; nil where that could be read in two ways.
private func ungrouped(_ number: String) -> String? {
  if number.utf8.allSatisfy({ (48...57).contains($0) }) { return number }
  for separator in [" ", ",", ".", "'"] as [Character] {
    let groups = number.split(separator: separator, omittingEmptySubsequences: false)
    let isClear = groups.count > 2 || (groups.count == 2 && separator == " ")
    guard isClear, (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { continue }
    return groups.joined()
  }
  return nil
}
