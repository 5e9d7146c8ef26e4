import Content
import Linking
import Loading
import Mustache
import TestSupport
import Testing

@testable import Rendering

/// Figures: that they say what the tables of the site say, and nothing that nobody knows.
struct DrawnFigureTests {
  /// What there is enough of, and what one less would not be enough of.
  @Test(arguments: [(4, 0), (5, 1)])
  func `fewer than five fines in a currency are not drawn`(_ count: Int, _ figures: Int) throws {
    let site = try drawn((1...count).map { .fine("\($0)000 EUR") } + [.fine("7 GBP")])
    let fines = site.allFigures.filter { $0.id.hasPrefix("page-figure-fines") }
    #expect(fines.count == figures)
  }

  @Test(arguments: [(["2021", "2022", "2022"], 0), (["2021", "2022", "2024"], 1)])
  func `sums are drawn by year from three years on`(_ years: [String], _ figures: Int) throws {
    let site = try drawn(years.map { .fine("1000 EUR", "\($0)-05-01") })
    #expect(site.allFigures.count { $0.id == "page-figure-years-eur" } == figures)
  }

  @Test func `the parts of each year add up to what the year's own page has in force`() throws {
    let cases: [Sketch] = (0..<60).map { number in
      let decision =
        "id: d, date: \(2018 + number % 7)-03-01, kind: decision, "
        + "measures: [{ kind: fine, amount: \((number * 7_919 + 13) % 900_000).\(number % 10 + 1) EUR }]"
      switch number % 5 {
      case 0: return Sketch(steps: [decision])
      case 1: return Sketch(steps: [decision, "date: 2025-02-01, kind: appeal-lodged, on: d"])
      case 2: return Sketch(steps: [decision, "date: 2025-02-01, kind: became-final"])
      case 3:
        return Sketch(steps: [
          decision, "date: 2025-02-01, kind: judgment, on: d, effect: annulled",
        ])
      default:
        return Sketch(
          steps: [decision]
            + [
              "date: 2025-02-01, kind: judgment, on: d, effect: varied, measures: [{ kind: fine, amount: 10 EUR }]"
            ])
      }
    }
    let site = try drawn(cases)
    let figure = try #require(site.allFigures.first { $0.id == "page-figure-years-eur" })
    for year in site.site.years {
      let row = try #require(figure.rows.first { $0.head.text == String(year.year) })
      let total = try #require(year.totals.amounts.first)
      #expect(
        row.cells[4].text == FigureWords(.english).exact(Price(total.inForce, total.currency)))
      #expect(row.cells[5].text == String(total.cases))
    }
    let shares = site.site.cases.map { SumsByYear.Part($0.standing.status) }
    #expect(Set(shares).count == 4, "the test has every part")
  }

  @Test(arguments: [
    (["1", "2", "3", "4", "5"], "€3"), (["1", "2", "3", "5", "8", "100"], "€4"),
  ])
  func `the median is the middle fine, or halfway between the middle two`(
    _ amounts: [String], _ median: String
  ) throws {
    let site = try drawn(amounts.reversed().map { .fine("\($0) EUR") })
    let figure = try #require(site.allFigures.first { $0.id == "page-figure-fines-eur" })
    #expect(figure.summary.contains("Half of them are \(median) or less"))
  }

  @Test func `currencies are never drawn together`() throws {
    let site = try drawn(
      (1...6).map { .fine("\($0)00 EUR") } + (1...5).map { .fine("\($0)000 NOK") })
    #expect(
      site.allFigures.map(\.id).filter { $0.contains("fines") }
        == ["page-figure-fines-eur", "page-figure-fines-nok"])
    for figure in site.allFigures where figure.id == "page-figure-fines-eur" {
      #expect(figure.rows.count == 6)
      #expect(figure.rows.allSatisfy { $0.cells[0].text.hasPrefix("€") })
    }
  }

  @Test func `a case whose opening is not dated to the month is counted, and not drawn`() throws {
    let dated: [Sketch] = (1...5).map { month in
      Sketch(steps: ["date: 2023-0\(month)-10, kind: opened", "date: 2024-01-10, kind: decision"])
    }
    let site = try drawn(
      dated + [
        Sketch(steps: ["date: 2023, kind: opened", "date: 2024-01-10, kind: decision"]),
        Sketch(steps: ["date: 2024-01-10, kind: decision"]),
        Sketch(steps: ["date: 2023-01, kind: opened"]),
      ])
    let figure = try #require(site.allFigures.first { $0.id == "page-figure-duration" })
    #expect(figure.summary.hasPrefix("5 of 7 decided cases are dated"))
    #expect(figure.rows.map { $0.cells[2].text } == ["12", "11", "10.1", "9", "8"])
  }

  @Test func `articles found together are counted once a case, and only where infringed`() throws {
    let found = ["gdpr 5", "gdpr 6", "gdpr 6(1)"]
    let applied = ["gdpr 5", "{ at: gdpr 83, role: applied }"]
    let site = try drawn(
      [found, found, ["gdpr 5", "gdpr 32"], applied].map { provisions in
        Sketch(steps: ["date: 2024-01-10, kind: decision"], provisions: provisions)
      })
    let figure = try #require(site.allFigures.first { $0.id == "page-figure-together" })
    #expect(
      figure.columns.dropFirst().map(\.name) == ["GDPR\u{A0}5", "GDPR\u{A0}6", "GDPR\u{A0}32"])
    #expect(
      figure.rows.map { $0.cells.map(\.text) } == [
        ["4", "2", "1"], ["2", "2", "0"], ["1", "0", "1"],
      ])
    #expect(figure.summary.hasPrefix("4 cases found articles infringed, 3 of them more than one."))
  }

  @Test func `what is not known of challenges is drawn as not known`() throws {
    let decision = "id: d, date: 2023-01-10, kind: decision"
    func then(_ steps: String...) -> Sketch { Sketch(steps: [decision] + steps) }
    let site = try drawn([
      then(), then(), then("date: 2024-01-10, kind: became-final"),
      then("date: 2024-01-10, kind: appeal-lodged, on: d"),
      then("date: 2024-01-10, kind: judgment, on: d, effect: upheld"),
      then("date: 2024-01-10, kind: judgment, on: d, effect: annulled"),
      Sketch(steps: ["date: 2024-01-10, kind: opened"]),
    ])
    let figure = try #require(site.allFigures.first { $0.id == "page-figure-appeals" })
    let counts = figure.rows.map { $0.cells[0].text }
    // Upheld, changed, annulled in part, annulled, sent back, pending, ended, not known.
    #expect(counts == ["1", "0", "0", "1", "0", "1", "1", "2"])
    #expect(
      figure.summary
        == "Of 6 decisions, 3 are known to have been challenged; of 2 it is not known whether they were."
    )
  }

  @Test func `a picture says in words what it shows, and has its table behind it`() throws {
    let site = try Printed(fixture((1...5).map { .fine("\($0)000 EUR", "20\($0 + 18)-01-02") }))
    let page = site["figures/index.html"]
    for id in ["page-figure-years-eur", "page-figure-fines-eur"] {
      #expect(page.contains("role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\""))
      #expect(page.contains("<title id=\"\(id)-title\">"))
      #expect(page.contains("<desc id=\"\(id)-desc\">"))
    }
    #expect(page.contains("<title>C&amp;5: €5,000</title>"))
    #expect(page.contains("<th scope=\"row\"><a href=\"/cases/case-4/\">C&amp;5</a></th>"))
    #expect(!page.contains("style="))
    #expect(site["companies/acme-energy/index.html"].contains("page-figure-years-eur"))
    #expect(site["regulators/nl-ap/index.html"].contains("page-figure-fines-eur"))
    #expect(site["index.html"].contains("page-figure-years-eur"))
  }

  @Test(arguments: [1.0, 7, 10, 999, 1e6, 30_500_000, 1e15])
  func `a logarithm is that of the power of ten on both sides`(_ value: Double) {
    let decades = Axis.decades(of: value)
    var power = 1.0
    for _ in 0..<Int(decades.rounded(.down)) { power *= 10 }
    #expect(power <= value)
    #expect(value < power * 10)
    #expect(Axis.decades(of: power) == decades.rounded(.down))
  }

  @Test(arguments: [
    (3.0, ["0", "1", "2", "3"]), (0.7, ["0", "1"]),
    (4_400_000_000.0, ["0", "1", "2", "3", "4", "5"]),
    (1_600_000_000.0, ["0", "0.5", "1", "1.5", "2"]),
    (250_000.0, ["0", "50", "100", "150", "200", "250"]),
  ])
  func `an axis counts in round numbers up to the largest value`(
    _ largest: Double, _ labels: [String]
  ) {
    let axis = Axis(upTo: largest, words: FigureWords(.english))
    #expect(axis.ticks.map(\.label) == labels)
    #expect(axis.position(0) == 0)
    #expect(axis.position(largest) <= 1)
    #expect(axis.position(largest) > 0.6)
  }

  @Test func `more dots than fit become columns, and none is lost`() {
    let dots = (0..<3_000).map { DotPlot.Dot(value: Double(1_000 + $0 % 40), title: "n") }
      .sorted { $0.value < $1.value }
    let plot = DotPlot(
      dots, along: Axis(decadesFrom: 1_000, to: 2_000, words: FigureWords(.english)), median: 1_020,
      medianName: "median")
    let marks = String(decoding: plot.drawing.marks.bytes, as: UTF8.self)
    #expect(!marks.contains("<circle"))
    let counts = marks.parts(between: "<title>", and: "</title>").compactMap { Int($0) }
    #expect(counts.reduce(0, +) == 3_000)
  }
}

/// One case of a made-up publication: its steps, and what it found infringed.
private struct Sketch {
  var steps: [String]
  var provisions = ["gdpr 5"]

  static func fine(_ amount: String, _ date: String = "2024-05-16") -> Sketch {
    Sketch(steps: ["date: \(date), kind: decision, measures: [{ kind: fine, amount: \(amount) }]"])
  }
}

private func drawn(_ cases: [Sketch]) throws -> Rendering.Publication {
  let fixture = fixture(cases)
  let site = fixture.linked()
  #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  let theme = try #require(try fixture.tree.theme().value)
  return site.value.dressed(in: theme, files: [])
}

private func fixture(_ cases: [Sketch]) -> Fixture {
  let files = cases.enumerated().map { number, sketch in
    """
    === content/cases/case-\(number).md
    ---
    title: Case <\(number)>
    short: C&\(number + 1)
    summary: What happened.
    published: 2026-01-02
    companies: [acme-energy]
    regulators: [nl-ap]
    provisions: [\(sketch.provisions.joined(separator: ", "))]
    steps:
    \(sketch.steps.map { "  - { \($0) }" }.joined(separator: "\n"))
    sources:
      - { id: decision, title: Decision, publisher: nl-ap }
    ---

    """
  }
  return Fixture(
    files.joined() + """
      === content/companies/acme-energy.md
      ---
      name: Acme Energy
      ---
      === content/regulators/nl-ap.md
      ---
      name: Dutch Data Protection Authority
      jurisdiction: NL
      ---
      === content/laws/gdpr.md
      ---
      name: General Data Protection Regulation
      short: GDPR
      jurisdiction: EU
      ---
      """, over: TestSupport.Publication.settings)
}
