import Content
import Linking

extension Site {
  /// The cases that are selected, newest decision first; those that are scheduled in the order in which
  /// their embargoes end.
  package func caseTable(_ selection: Selection, at now: Timestamp) -> Table {
    var selected = cases.filter { selection.takes($0, in: self, at: now) }
    if selection.isScheduled {
      selected.sort {
        ($0.fields.published.seconds, $0.slug) < ($1.fields.published.seconds, $1.slug)
      }
    }
    let isMixed = selected.contains { $0.state != "published" }
    let columns = [
      Table.Column("slug"),
      Table.Column("state", isShown: isMixed && !selection.isDraft && !selection.isScheduled),
      Table.Column("published", isShown: selection.isScheduled),
      Table.Column("decided", isShown: !selection.isStale),
      Table.Column("status"),
      Table.Column("in_force", isShown: !selection.isStale, isNumber: true),
      Table.Column("checked", isShown: false),
      Table.Column("stale", isShown: selection.isStale, isFlexible: true),
      Table.Column("regulators", isShown: false),
      Table.Column("companies", isShown: false),
      Table.Column("title", isShown: !selection.isStale, isFlexible: true),
      Table.Column("path", isShown: false),
    ]
    return Table(columns, selected.map { row(of: $0, at: now) })
  }

  private func row(of linked: LinkedCase, at now: Timestamp) -> [Table.Cell] {
    [
      .text(linked.slug), .text(linked.state), .text(linked.fields.published.text),
      Table.Cell(linked.hasDate ? linked.decided.text : nil),
      .text(linked.standing.status.rawValue),
      .texts(linked.standing.sumsInForce), Table.Cell(linked.fields.checked?.text),
      .texts(linked.stale(at: now)), .texts(linked.regulators.map { regulators[$0].slug }),
      .texts(linked.companies.map { companies[$0].slug }), .text(linked.fields.title),
      .text(linked.path),
    ]
  }

  /// When the next embargo ends; nil where nothing is scheduled.
  package var nextRelease: Timestamp? {
    (cases.filter { $0.isEmbargoed && !$0.isDraft }.map(\.fields.published)
      + news.filter { $0.isEmbargoed && !$0.isDraft }.map(\.fields.published)).min()
  }

  /// Every entry of a kind other than cases, by name, with what the site says of it.
  package func table(of kind: EntryKind) -> Table {
    let place = kind == .company ? "country" : "jurisdiction"
    let lists = Table.Column("cases", isNumber: true)
    let slug = Table.Column("slug")
    let name = Table.Column(kind == .page ? "title" : "name", isFlexible: true)
    let sums = Table.Column("in_force", isNumber: true)
    func counted(_ count: Int, _ totals: Totals) -> [Table.Cell] {
      [.number(count), .texts(totals.sums)]
    }
    return switch kind {
    case .case: caseTable(Selection(), at: Timestamp(seconds: 0))
    case .company:
      Table(
        [slug, Table.Column(place), lists, sums, name],
        companies.map {
          [.text($0.slug), Table.Cell($0.fields.country)] + counted($0.cases.count, $0.totals)
            + [.text($0.fields.name)]
        })
    case .regulator:
      Table(
        [slug, Table.Column(place), lists, sums, name],
        regulators.map {
          [.text($0.slug), .text($0.fields.jurisdiction.value)]
            + counted($0.cases.count, $0.totals) + [.text($0.fields.name)]
        })
    case .law:
      Table(
        [slug, Table.Column(place), lists, Table.Column("short"), name],
        laws.map {
          [
            .text($0.slug), .text($0.fields.jurisdiction.value), .number($0.cases.count),
            .text($0.fields.short), .text($0.fields.name),
          ]
        })
    case .topic:
      Table(
        [slug, lists, sums, name],
        topics.map {
          [.text($0.slug)] + counted($0.cases.count, $0.totals) + [.text($0.fields.name)]
        })
    case .page:
      Table(
        [slug, Table.Column("nav", isNumber: true), name],
        pages.map {
          [.text($0.slug), $0.fields.nav.map { .number($0) } ?? .none, .text($0.fields.title)]
        })
    case .news: newsTable(Selection())
    }
  }

  /// The news items that are drafts, or scheduled, where that is asked for; all of them otherwise.
  package func newsTable(_ selection: Selection) -> Table {
    Table(
      [
        Table.Column("slug"), Table.Column("state"), Table.Column("published"),
        Table.Column("title", isFlexible: true),
      ],
      news.filter(selection.takes).map {
        [
          .text($0.slug), .text($0.state), .text($0.fields.published.text), .text($0.fields.title),
        ]
      })
  }

  /// Every entry there is, kind by kind.
  package var wholeTable: Table {
    func rows(_ kind: EntryKind, _ entries: [(slug: String, name: String, state: String)])
      -> [[Table.Cell]]
    {
      entries.map { [.text(kind.rawValue), .text($0.slug), .text($0.state), .text($0.name)] }
    }
    let all =
      rows(.case, cases.map { ($0.slug, $0.fields.title, $0.state) })
      + rows(.company, companies.map { ($0.slug, $0.fields.name, "published") })
      + rows(.regulator, regulators.map { ($0.slug, $0.fields.name, "published") })
      + rows(.law, laws.map { ($0.slug, $0.fields.name, "published") })
      + rows(.topic, topics.map { ($0.slug, $0.fields.name, "published") })
      + rows(.page, pages.map { ($0.slug, $0.fields.title, "published") })
      + rows(.news, news.map { ($0.slug, $0.fields.title, $0.state) })
    let isMixed =
      cases.contains { $0.state != "published" } || news.contains { $0.state != "published" }
    return Table(
      [
        Table.Column("kind"), Table.Column("slug"), Table.Column("state", isShown: isMixed),
        Table.Column("name", isFlexible: true),
      ], all)
  }
}

extension Standing {
  /// What is in force, currency by currency: `30500000 EUR`, `400..600 EUR`, `undisclosed`.
  fileprivate var sumsInForce: [String] {
    amounts.filter { !$0.inForce.isZero }.map { $0.inForce.text($0.currency) }
      + (undisclosed > 0 ? ["undisclosed"] : [])
  }
}

extension LinkedNews {
  /// Whether readers see it.
  fileprivate var state: String { isDraft ? "draft" : isEmbargoed ? "scheduled" : "published" }
}

extension Totals {
  fileprivate var sums: [String] {
    amounts.filter { !$0.inForce.isZero }.map { $0.inForce.text($0.currency) }
      + (undisclosed > 0 ? ["undisclosed"] : [])
  }
}

extension Sum {
  /// As front matter would say it.
  fileprivate func text(_ currency: Currency) -> String {
    (low == high ? low.text : low.text + ".." + high.text) + " " + currency.code
  }
}
