import Content
import Linking
import Mustache

/// What figures say: their names, and in sentences what they show; `figures` of the theme's strings.
struct FigureWords: Sendable {
  /// A round number that axes count in.
  struct Unit: Sendable {
    let exponent: Int
    let name: String
  }

  let words: Words

  init(_ words: Words) { self.words = words }

  var year: String { text("year") }
  var cases: String { text("cases") }
  var `case`: String { text("case") }
  var fine: String { text("fine") }
  var fines: String { text("fines") }
  var amount: String { text("amount") }
  var decided: String { text("decided") }
  var opened: String { text("opened") }
  var status: String { text("status") }
  var months: String { text("months") }
  var article: String { text("article") }
  var result: String { text("result") }
  var allTogether: String { text("together") }
  var none: String { text("zero") }
  var timeToDecision: String { text("time_to_decision") }
  var infringedTogether: String { text("infringed_together") }
  var appealResults: String { text("appeal_results") }

  func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    words.text(at: "figures." + key, values)
  }

  func unit(of largest: Double) -> Unit {
    switch largest {
    case 1e9...: Unit(exponent: 9, name: text("billion"))
    case 1e6...: Unit(exponent: 6, name: text("million"))
    case 1e4...: Unit(exponent: 3, name: text("thousand"))
    default: Unit(exponent: 0, name: "")
    }
  }

  func axis(of currency: Currency, in unit: Unit) -> String {
    unit.name.isEmpty
      ? currency.code : text("axis", ["currency": currency.code, "unit": unit.name])
  }

  func logarithmicAxis(of currency: Currency) -> String {
    text("logarithmic_axis", ["currency": currency.code])
  }

  /// `number` in tenths, hundredths … by `tenths`, or with that many zeros behind it.
  func decimal(_ number: Int, tenths: Int, zeros: Int) -> String {
    if number == 0 { return "0" }
    guard tenths > 0 else { return String(number) + String(repeating: "0", count: zeros) }
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, tenths + 1 - digits.count)) + digits
    let decimals = padded.suffix(tenths)
    let shown = decimals.reversed().drop { $0 == "0" }.reversed()
    return padded.dropLast(tenths) + (shown.isEmpty ? "" : words.decimalMark + String(shown))
  }

  /// `10k`, `1m`: short enough for an axis.
  func powerOfTen(_ exponent: Int) -> String {
    let names = ["thousand", "million", "billion", "trillion"]
    let group = min(exponent / 3, names.count)
    let number = "1" + String(repeating: "0", count: exponent - group * 3)
    return group == 0 ? number : number + text("short_" + names[group - 1])
  }

  func tenths(_ value: Double) -> String {
    decimal(Int((value * 10).rounded()), tenths: 1, zeros: 0)
  }

  func exact(_ price: Price) -> String { written { $0.append(exact: price, in: words) } }

  func compact(_ price: Price) -> String { written { $0.append(compact: price, in: words) } }

  func date(_ date: CalendarDate) -> String { written { $0.append(words: date, in: words) } }

  func status(_ status: Standing.Status) -> String { words.status[status] }

  private func written(_ write: (inout OutputBuffer) -> Void) -> String {
    var out = OutputBuffer(capacity: 64)
    write(&out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  private func number(_ number: Int) -> String { words.number(number) }
}

// Sums by year.
extension FigureWords {
  func sumsByYear(_ currency: Currency) -> String {
    text("sums_by_year", ["currency": currency.code])
  }

  func sumsByYear(
    _ total: Price, cases: Int, from first: Int, to last: Int, most: (year: Int, price: Price)?
  ) -> String {
    let text = text(
      "sums_by_year_text",
      [
        "first": String(first), "last": String(last), "total": compact(total),
        "cases": number(cases),
      ])
    guard let most else { return text }
    return text + " "
      + self.text(
        "sums_by_year_most", ["amount": compact(most.price), "year": String(most.year)])
  }

  func name(of part: SumsByYear.Part) -> String {
    switch part {
    case .final: text("part_final")
    case .decided: text("part_decided")
    case .changed: text("part_changed")
    case .open: text("part_open")
    }
  }

  func year(_ year: Int, _ price: Price) -> String { "\(year): \(compact(price))" }

  func year(_ year: Int, _ price: Price, _ part: String) -> String {
    "\(year), \(part): \(compact(price))"
  }

  func drawnAtLowerEnd(_ ranges: Int) -> String { words.count(.rangesDrawn, ranges) }

  func undisclosed(_ count: Int) -> String { words.count(.undisclosedDrawn, count) }
}

// Fines, and how long it took.
extension FigureWords {
  func finesByAmount(_ currency: Currency) -> String {
    text("fines_by_amount", ["currency": currency.code])
  }

  func finesByAmount(_ count: Int, median: Price, least: Price, most: Price) -> String {
    text(
      "fines_by_amount_text",
      [
        "count": number(count), "least": compact(least), "most": compact(most),
        "median": compact(median),
      ])
  }

  func median(_ price: Price) -> String { text("median", ["amount": compact(price)]) }

  func dot(_ name: String, _ price: Price) -> String { "\(name): \(compact(price))" }

  func fromBelow(_ low: Price, _ high: Price) -> String {
    text("range", ["low": compact(low), "high": compact(high)])
  }

  func timeToDecision(
    dated: Int, of count: Int, median: Double, least: Double, most: Double
  ) -> String {
    text(
      "time_to_decision_text",
      [
        "dated": number(dated), "count": number(count), "median": tenths(median),
        "least": tenths(least), "most": tenths(most),
      ])
  }

  func onlyDated(_ dated: Int, of count: Int) -> String {
    text("only_dated", ["dated": number(dated), "count": number(count)])
  }

  func median(months: Double) -> String { text("median_months", ["months": tenths(months)]) }

  func dot(_ name: String, months: Double) -> String {
    name + ": " + text("some_months", ["months": tenths(months)])
  }

  func fromBelow(months low: Int, _ high: Int) -> String {
    text("range", ["low": String(low), "high": String(high)])
  }
}

// Articles and challenges.
extension FigureWords {
  func infringedTogether(
    basis: Int, several: Int, most: (one: String, other: String, count: Int)?
  ) -> String {
    let text = text(
      "infringed_together_text", ["basis": number(basis), "several": number(several)])
    guard let most else { return text }
    return text + " "
      + self.text(
        "infringed_together_most",
        ["one": most.one, "other": most.other, "count": number(most.count)])
  }

  func mostFrequent(_ count: Int, of all: Int) -> String {
    text("most_frequent", ["count": number(count), "all": number(all)])
  }

  func cell(_ name: String, _ count: Int) -> String { "\(name): \(count)" }

  func cell(_ one: String, _ other: String, _ count: Int) -> String {
    "\(one) + \(other): \(count)"
  }

  func appealResults(_ total: Int, challenged: Int, unknown: Int) -> String {
    text(
      "appeal_results_text",
      ["total": number(total), "challenged": number(challenged), "unknown": number(unknown)])
  }

  func name(of result: AppealResults.Result) -> String {
    switch result {
    case .upheld: text("result_upheld")
    case .changed: text("result_changed")
    case .annulledInPart: text("result_annulled_in_part")
    case .annulled: text("result_annulled")
    case .sentBack: text("result_sent_back")
    case .pending: text("result_pending")
    case .none: text("result_none")
    case .unknown: text("result_unknown")
    }
  }

  func bar(_ name: String, _ count: Int) -> String { "\(name): \(count)" }
}
