import Content
import Linking

/// Which articles cases found infringed together: a matrix of the most frequent ones.
struct InfringedTogether {
  private static let size = 8

  private struct Article: Hashable {
    let law: Ordinal<LinkedLaw>
    let index: Int
  }

  private let articles: [Article]
  /// How many cases found both, by the numbers of the articles; on the diagonal, how many found it.
  private var counts: [[Int]]
  /// How many cases found any article infringed, and how many more than one.
  private var basis = 0
  private var several = 0
  private let allArticles: Int
  private let set: CaseSet
  private let words: FigureWords

  /// Nil where fewer than three articles, or no two of them together in at least two cases.
  init?(_ set: CaseSet, words: FigureWords) {
    self.set = set
    self.words = words
    let found = set.cases.map { Self.articles(of: $0, set.law) }
    var totals: [Article: Int] = [:]
    for articles in found { for article in articles { totals[article, default: 0] += 1 } }
    allArticles = totals.count
    articles = totals.sorted {
      ($1.value, $0.key.law.index, $0.key.index) < ($0.value, $1.key.law.index, $1.key.index)
    }.prefix(Self.size).map(\.key)
    counts = [[Int]](
      repeating: [Int](repeating: 0, count: articles.count), count: articles.count)
    let numbers = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1, $0) })
    for articles in found where !articles.isEmpty {
      basis += 1
      if articles.count > 1 { several += 1 }
      let places = articles.compactMap { numbers[$0] }
      for row in places { for column in places { counts[row][column] += 1 } }
    }
    guard articles.count >= 3, (strongest?.count ?? 0) >= 2 else { return nil }
  }

  /// The articles that a case found infringed, each once.
  private static func articles(of linked: LinkedCase, _ law: Ordinal<LinkedLaw>?) -> [Article] {
    var articles: [Article] = []
    for provision in linked.provisions where provision.role == .infringed {
      guard let index = provision.article, law == nil || provision.law == law else { continue }
      let article = Article(law: provision.law, index: index)
      if !articles.contains(article) { articles.append(article) }
    }
    return articles
  }

  /// The two articles that were most often found together.
  private var strongest: (row: Int, column: Int, count: Int)? {
    var best: (row: Int, column: Int, count: Int)?
    for row in articles.indices {
      for column in 0..<row where counts[row][column] > (best?.count ?? 0) {
        best = (row, column, counts[row][column])
      }
    }
    return best
  }

  var figure: Figure {
    Figure(
      id: "page-figure-together", title: words.infringedTogether,
      summary: words.infringedTogether(
        basis: basis, several: several,
        most: strongest.map { (name(of: $0.column), name(of: $0.row), $0.count) }),
      notes: allArticles > articles.count
        ? [words.mostFrequent(articles.count, of: allArticles)] : [],
      drawing: drawing,
      columns: [Figure.Column(name: words.article, isNumber: false)]
        + articles.indices.map { Figure.Column(name: name(of: $0)) },
      rows: articles.indices.map { row in
        let article = linked(row)
        return Figure.Row(
          head: Figure.Cell(
            text: name(of: row),
            href: set.publication.site.root.prefix + article.permalink.path),
          cells: articles.indices.map { Figure.Cell(text: String(counts[row][$0])) })
      })
  }

  private func linked(_ number: Int) -> LinkedLaw.Article {
    set.publication.site.laws[articles[number].law].articles[articles[number].index]
  }

  private func name(of number: Int) -> String {
    let law = set.publication.site.laws[articles[number].law]
    return law.fields.short + "\u{A0}" + linked(number).name
  }

  /// Whether columns are headed by numbers, since what the articles are called is too long for
  /// them or the same in two laws.
  private var isNumbered: Bool {
    Set(articles.map(\.law)).count > 1 || articles.indices.contains { linked($0).name.count > 4 }
  }

  private var drawing: Drawing {
    let labels = articles.indices.map { (isNumbered ? "\($0 + 1)  " : "") + name(of: $0) }
    // A letter is about six units wide.
    let left = min(210, Double(labels.map(\.count).max() ?? 0) * 6.2 + 16)
    let side = min(32, (Drawing.width - left) / Double(articles.count))
    var drawing = Drawing(height: Double(articles.count) * side + 22)
    let most = Double(
      counts.indices.flatMap { row in (0..<row).map { counts[row][$0] } }.max() ?? 1)
    for row in articles.indices {
      let y = Double(row) * side
      drawing.text("label", left - 8, y + side / 2 + 4, .end, labels[row])
      for column in 0...row {
        let x = left + Double(column) * side
        let count = counts[row][column]
        drawing.bar(
          row == column ? "cell-own" : Self.shade(count, most), x + 1, y + 1, width: side - 2,
          height: side - 2,
          title: row == column
            ? words.cell(name(of: row), count) : words.cell(name(of: column), name(of: row), count))
        if count > 0 {
          drawing.text(
            row != column && Double(count) > most * 0.75 ? "cell-strong" : "cell",
            x + side / 2, y + side / 2 + 4, .middle, String(count))
        }
      }
    }
    for column in articles.indices {
      drawing.text(
        "tick", left + (Double(column) + 0.5) * side, drawing.height - 6, .middle,
        isNumbered ? String(column + 1) : linked(column).name)
    }
    return drawing
  }

  private static func shade(_ count: Int, _ most: Double) -> StaticString {
    switch Double(count) / most {
    case 0: "cell-0"
    case ...0.25: "cell-1"
    case ...0.5: "cell-2"
    case ...0.75: "cell-3"
    default: "cell-4"
    }
  }
}
