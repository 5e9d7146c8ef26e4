import Content
import Linking
import Mustache

/// What figures say: their names, and in sentences what they show.
struct FigureWords: Sendable {
  /// A round number that axes count in.
  struct Unit: Sendable {
    let exponent: Int
    let name: String
  }

  let year = "Year"
  let cases = "Cases"
  let `case` = "Case"
  let fine = "Fine"
  let fines = "Fines"
  let amount = "Amount"
  let decided = "Decided"
  let opened = "Opened"
  let status = "Status"
  let months = "Months"
  let article = "Article"
  let result = "Result"
  let allTogether = "Together"
  let none = "0"
  let timeToDecision = "From opening to decision"
  let infringedTogether = "Articles found infringed together"
  let appealResults = "What came of challenges"

  func unit(of largest: Double) -> Unit {
    switch largest {
    case 1e9...: Unit(exponent: 9, name: "billion")
    case 1e6...: Unit(exponent: 6, name: "million")
    case 1e4...: Unit(exponent: 3, name: "thousand")
    default: Unit(exponent: 0, name: "")
    }
  }

  func axis(of currency: Currency, in unit: Unit) -> String {
    unit.name.isEmpty ? currency.code : "\(currency.code), \(unit.name)"
  }

  func logarithmicAxis(of currency: Currency) -> String {
    "\(currency.code), each line ten times the one below"
  }

  /// `number` in tenths, hundredths … by `tenths`, or with that many zeros behind it.
  func decimal(_ number: Int, tenths: Int, zeros: Int) -> String {
    if number == 0 { return "0" }
    guard tenths > 0 else { return String(number) + String(repeating: "0", count: zeros) }
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, tenths + 1 - digits.count)) + digits
    let decimals = padded.suffix(tenths)
    let shown = decimals.reversed().drop { $0 == "0" }.reversed()
    return padded.dropLast(tenths) + (shown.isEmpty ? "" : "\(Wording.decimalMark)" + String(shown))
  }

  /// `10k`, `1m`: short enough for an axis.
  func powerOfTen(_ exponent: Int) -> String {
    let letters = ["", "k", "m", "bn", "tn"]
    let group = min(exponent / 3, letters.count - 1)
    return "1" + String(repeating: "0", count: exponent - group * 3) + letters[group]
  }

  func tenths(_ value: Double) -> String {
    decimal(Int((value * 10).rounded()), tenths: 1, zeros: 0)
  }

  func exact(_ price: Price) -> String { written { $0.append(exact: price) } }

  func compact(_ price: Price) -> String { written { $0.append(compact: price) } }

  func date(_ date: CalendarDate) -> String { written { $0.append(words: date) } }

  func status(_ status: Standing.Status) -> String { Wording.status(status) }

  private func written(_ write: (inout OutputBuffer) -> Void) -> String {
    var out = OutputBuffer(capacity: 64)
    write(&out)
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

// Sums by year.
extension FigureWords {
  func sumsByYear(_ currency: Currency) -> String {
    "In force by year of decision, \(currency.code)"
  }

  func sumsByYear(
    _ total: Price, cases: Int, from first: Int, to last: Int, most: (year: Int, price: Price)?
  ) -> String {
    var text = "Of what was decided from \(first) to \(last), \(compact(total)) is in force today"
    text += ", in \(cases) cases."
    if let most { text += " The most in one year: \(compact(most.price)), in \(most.year)." }
    return text
  }

  func name(of part: SumsByYear.Part) -> String {
    switch part {
    case .final: "Final or closed"
    case .decided: "Decided, not known to be final"
    case .changed: "As changed by a later ruling"
    case .open: "Challenged, not settled"
    }
  }

  func year(_ year: Int, _ price: Price) -> String { "\(year): \(compact(price))" }

  func year(_ year: Int, _ price: Price, _ part: String) -> String {
    "\(year), \(part): \(compact(price))"
  }

  func drawnAtLowerEnd(_ ranges: Int) -> String {
    ranges == 1
      ? "One amount is a range; it is drawn at its lower end."
      : "\(ranges) amounts are ranges; they are drawn at their lower end."
  }

  func undisclosed(_ count: Int) -> String {
    count == 1
      ? "One amount in force was not disclosed; no bar includes it."
      : "\(count) amounts in force were not disclosed; no bar includes them."
  }
}

// Fines, and how long it took.
extension FigureWords {
  func finesByAmount(_ currency: Currency) -> String { "Every fine in force, \(currency.code)" }

  func finesByAmount(_ count: Int, median: Price, least: Price, most: Price) -> String {
    "\(count) fines from \(compact(least)) to \(compact(most)). Half of them are \(compact(median)) or less."
      + " Each mark of the scale is ten times the one before."
  }

  func median(_ price: Price) -> String { "median \(compact(price))" }

  func dot(_ name: String, _ price: Price) -> String { "\(name): \(compact(price))" }

  func fromBelow(_ low: Price, _ high: Price) -> String {
    "\(compact(low)) to below \(compact(high))"
  }

  func timeToDecision(
    dated: Int, of count: Int, median: Double, least: Double, most: Double
  ) -> String {
    "\(dated) of \(count) decided cases are dated at both ends. Half of those took \(tenths(median)) months"
      + " or less; the shortest \(tenths(least)), the longest \(tenths(most))."
  }

  func onlyDated(_ dated: Int, of count: Int) -> String {
    "\(dated) of \(count) dated. Of a date known to the month, its middle is taken."
  }

  func median(months: Double) -> String { "median \(tenths(months)) months" }

  func dot(_ name: String, months: Double) -> String { "\(name): \(tenths(months)) months" }

  func fromBelow(months low: Int, _ high: Int) -> String { "\(low) to below \(high)" }
}

// Articles and challenges.
extension FigureWords {
  func infringedTogether(
    basis: Int, several: Int, most: (one: String, other: String, count: Int)?
  ) -> String {
    var text = "\(basis) cases found articles infringed, \(several) of them more than one."
    if let most {
      text += " Most often together: \(most.one) and \(most.other), in \(most.count) cases."
    }
    return text
  }

  func mostFrequent(_ count: Int, of all: Int) -> String {
    "The \(count) most frequent of \(all) articles. On the diagonal: in how many cases at all."
  }

  func cell(_ name: String, _ count: Int) -> String { "\(name): \(count)" }

  func cell(_ one: String, _ other: String, _ count: Int) -> String {
    "\(one) + \(other): \(count)"
  }

  func appealResults(_ total: Int, challenged: Int, unknown: Int) -> String {
    "Of \(total) decisions, \(challenged) are known to have been challenged;"
      + " of \(unknown) it is not known whether they were."
  }

  func name(of result: AppealResults.Result) -> String {
    switch result {
    case .upheld: "Challenged, and stands as it was"
    case .changed: "Amount changed"
    case .annulledInPart: "Annulled in part"
    case .annulled: "Annulled"
    case .sentBack: "Sent back to be decided again"
    case .pending: "Challenge pending"
    case .none: "Ended without a challenge on record"
    case .unknown: "Not known whether challenged"
    }
  }

  func bar(_ name: String, _ count: Int) -> String { "\(name): \(count)" }
}
