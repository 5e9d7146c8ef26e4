import Content
import Linking
import Mustache

/// The picture of a case for links that are shared elsewhere: what was decided, by whom, when, and what is
/// in force, on 1200 by 630 points.
struct CaseCard: Sendable {
  /// From the site's root.
  let address: String
  let publication: Publication
  let title: CardText
  let site: CardText
  /// Who decided, and when.
  let source: CardText
  /// What the answer is about: `In force · Under appeal`.
  let label: CardText
  /// `€30.5 million`, or else the measures, or the status.
  let answer: CardText

  private static let width = 1040

  init(_ index: Int, in publication: Publication) {
    let linked = publication.site.cases[index]
    let words = publication.words
    self.publication = publication
    address = "/" + linked.cardFile
    title = CardText(
      linked.fields.title, within: Self.width, sizes: [(64, 3), (54, 4), (44, 5)])
    site = CardText(publication.site.settings.title, within: Self.width, sizes: [(34, 1)])
    let date = words.date(linked.decided)
    let authority = linked.regulators.first.map { publication.regulators[Int($0.index)] }
    func source(_ name: String?) -> CardText {
      CardText(
        (name.map { $0 + " · " } ?? "") + date, within: Self.width, sizes: [(30, 1), (24, 1)])
    }
    let whole = source(authority?.name)
    self.source = whole.isCut ? source(authority?.short) : whole
    let (label, answer) = linked.answer(in: words)
    self.label = CardText(label, within: Self.width, sizes: [(26, 1)])
    self.answer = CardText(answer, within: Self.width, sizes: [(60, 1), (44, 1), (34, 1)])
  }

  /// What it shows, for those who do not see it.
  var words: String {
    "\(title.text). \(source.text). \(label.text.isEmpty ? "" : label.text + ": ")\(answer.text)."
  }
}

extension Fields where Value == CaseCard {
  /// What `card` may name.
  static let caseCard = Fields("card of a case") { f in
    f.text("language") { $0.publication.site.settings.language }
    f.list("site_title", of: .cardLine) { $0.site.lines }
    f.list("title", of: .cardLine) { $0.title.lines }
    f.list("source", of: .cardLine) { $0.source.lines }
    f.list("label", of: .cardLine) { $0.label.lines }
    f.list("answer", of: .cardLine) { $0.answer.lines }
  }
}

extension Fields where Value == CardText.Line {
  static let cardLine = Fields("line of a card") { f in
    f.text("text") { $0.text }
    f.html("size", when: { _ in true }) { $1.append(number: $0.size) }
    f.html("down", when: { _ in true }) { $1.append(number: $0.down) }
    f.html("start", when: { _ in true }) { $1.append(number: $0.isLeftward ? 1120 : 80) }
    f.text("direction") { $0.isLeftward ? "rtl" : "ltr" }
  }
}

extension LinkedCase {
  /// Where its picture lies on the site.
  var cardFile: String { permalink.path.dropFirst() + "card.png" }

  /// What a reader wants to know first, and what it is about.
  fileprivate func answer(in words: Words) -> (label: String, answer: String) {
    func word(_ key: String) -> String { words.text(at: "case." + key) ?? key }
    let status = words.status[standing.status]
    if isRetracted { return ("", words.amendment[.retraction]) }
    if standing.hasSumInForce {
      return ("\(word("in_force")) · \(status)", words.prices(standing.sumsInForce))
    }
    if standing.hasProposal {
      return (status, words.prices(standing.sumsProposed))
    }
    if standing.undisclosed > 0 {
      return ("\(word("in_force")) · \(status)", word("not_disclosed"))
    }
    var measures: [String] = []
    for outcome in standing.outcomes
    where outcome.state == .imposed && outcome.measure.kind != .none {
      let measure = words.measure[outcome.measure.kind]
      if !measures.contains(measure) { measures.append(measure) }
    }
    if measures.isEmpty { return (word("status"), status) }
    return ("\(word("in_force")) · \(status)", measures.joined(separator: words.listMark))
  }
}

extension Words {
  /// As pages show it, without markup.
  fileprivate func date(_ date: CalendarDate) -> String {
    var out = OutputBuffer(capacity: 32)
    out.append(words: date, in: self)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  fileprivate func prices(_ prices: [Price]) -> String {
    var out = OutputBuffer(capacity: 64)
    for (index, price) in prices.enumerated() {
      if index > 0 { out.append(amounts.listMark) }
      out.append(compact: price, in: self)
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

extension Publication {
  /// Whether a sheet is a drawing, of which a picture is made.
  func isDrawn(_ sheet: Sheet) -> Bool {
    switch sheet.content {
    case .card: true
    case .again(let index): isDrawn(sheets[index])
    default: false
    }
  }
}

extension Edition {
  /// Whether a sheet is SVG of which a picture is to be made: that is what lies at its path.
  package func isDrawn(_ sheet: Sheet) -> Bool { publication.isDrawn(sheet) }
}
