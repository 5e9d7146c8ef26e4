import Content
import Linking

/// Every fine in force in one currency, from the smallest to the largest.
struct FinesByAmount {
  /// Up to how many are listed one by one; of more, the table has how many lie between two powers of ten.
  private static let longestList = 60

  private let fines: [CaseSum]
  private let currency: Currency
  private let set: CaseSet
  private let words: FigureWords

  /// Nil where there are fewer than five.
  init?(_ fines: [CaseSum], in currency: Currency, of set: CaseSet, words: FigureWords) {
    guard fines.count >= 5 else { return nil }
    // Of equals, the newer decision first, as the set has them.
    let amounts = fines.map(\.sum.low)
    self.fines = fines.indices.sorted { (amounts[$0], $0) < (amounts[$1], $1) }.map { fines[$0] }
    self.currency = currency
    self.set = set
    self.words = words
  }

  /// The middle one, or halfway between the middle two.
  var median: Quantity {
    let low = fines[(fines.count - 1) / 2].sum.low
    let high = fines[fines.count / 2].sum.low
    return Quantity(tenThousandths: (low.tenThousandths + high.tenThousandths) / 2)
  }

  var figure: Figure {
    let axis = Axis(
      decadesFrom: fines[0].sum.low.drawn, to: fines[fines.count - 1].sum.low.drawn, words: words)
    let median = Price(Sum(low: median, high: median), currency)
    let plot = DotPlot(
      fines.map { fine in
        DotPlot.Dot(
          value: fine.sum.low.drawn,
          title: words.dot(fine.linked.short, Price(fine.sum, currency)))
      },
      along: axis, median: median.low.drawn, medianName: words.median(median))
    let ranges = fines.count { $0.sum.low != $0.sum.high }
    return Figure(
      id: "page-figure-fines-" + currency.code.lowercased(),
      title: words.finesByAmount(currency),
      summary: words.finesByAmount(
        fines.count, median: median, least: Price(fines[0].sum, currency),
        most: Price(fines[fines.count - 1].sum, currency)),
      notes: ranges > 0 ? [words.drawnAtLowerEnd(ranges)] : [],
      drawing: plot.drawing,
      columns: isListed ? listColumns : classColumns, rows: isListed ? listRows : classRows)
  }

  private var isListed: Bool { fines.count <= Self.longestList }

  private var listColumns: [Figure.Column] {
    [
      Figure.Column(name: words.case, isNumber: false), Figure.Column(name: words.fine),
      Figure.Column(name: words.decided, isNumber: false),
      Figure.Column(name: words.status, isNumber: false),
    ]
  }

  private var listRows: [Figure.Row] {
    fines.reversed().map { fine in
      Figure.Row(
        head: Figure.Cell(text: fine.linked.short, href: set.href(of: fine.linked)),
        cells: [
          Figure.Cell(text: words.exact(Price(fine.sum, currency))),
          Figure.Cell(text: words.date(fine.linked.decided), isNumber: false),
          Figure.Cell(text: words.status(fine.linked.standing.status), isNumber: false),
        ])
    }
  }

  private var classColumns: [Figure.Column] {
    [Figure.Column(name: words.amount, isNumber: false), Figure.Column(name: words.fines)]
  }

  private var classRows: [Figure.Row] {
    var classes: [(low: Quantity, count: Int)] = []
    for fine in fines {
      let low = fine.sum.low.powerOfTen
      if classes.last?.low == low {
        classes[classes.count - 1].count += 1
      } else {
        classes.append((low, 1))
      }
    }
    return classes.map { low, count in
      let high = Quantity(tenThousandths: low.tenThousandths * 10)
      return Figure.Row(
        head: Figure.Cell(
          text: words.fromBelow(
            Price(Sum(low: low, high: low), currency), Price(Sum(low: high, high: high), currency))),
        cells: [Figure.Cell(text: String(count))])
    }
  }
}

extension Quantity {
  /// The largest power of ten that is not more; of less than 1, zero.
  fileprivate var powerOfTen: Quantity {
    var power: Int128 = 10_000
    guard tenThousandths >= power else { return .zero }
    while power * 10 <= tenThousandths { power *= 10 }
    return Quantity(tenThousandths: power)
  }
}
