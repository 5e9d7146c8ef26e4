import Content
import Linking
import Mustache

/// A change of a case or news item as feeds tell it: what happened, and what was and is.
struct ChangeNotice: Sendable {
  /// What was changed.
  enum Subject: Sendable {
    case `case`(LinkedCase)
    case news(LinkedNews)
  }

  let publication: Publication
  let subject: Subject
  let change: LaterChange

  init(_ subject: Subject, _ change: LaterChange, in publication: Publication) {
    self.publication = publication
    self.subject = subject
    self.change = change
  }

  /// Nil for what is no change.
  init?(_ announcement: Announcement, in publication: Publication) {
    switch announcement {
    case .change(let ordinal, let index):
      let linked = publication.site.cases[ordinal]
      self.init(.case(linked), linked.changes[index], in: publication)
    case .newsChange(let ordinal, let index):
      let item = publication.site.news[ordinal]
      self.init(.news(item), item.changes[index], in: publication)
    case .case, .news, .gone: return nil
    }
  }

  /// `Acme: Judgment (under appeal → annulled)`, `Acme: Correction`.
  var title: String {
    guard let step else {
      return "\(subject.short): \(amendment.map { publication.words.amendment[$0.kind] } ?? "")"
    }
    let (before, after) = step.standings
    let title = "\(subject.short): \(publication.words.step[step.event.kind])"
    guard before.status != after.status else { return title }
    let status = publication.words.status
    let (was, isNow) = (status[before.status], status[after.status])
    return title + " (\(was.lowercased()) → \(isNow.lowercased()))"
  }

  /// What tells the change from others of its entry: a step's own id or its date and kind, an
  /// amendment's kind and date; so others may be put around it.
  var key: String {
    if let step { return String(step.anchor.dropFirst("page-".count)) }
    guard case .amendment(let position) = change.occasion else { return "" }
    let history = subject.history
    let item = history[position]
    let alike = history[..<position].count { $0.kind == item.kind && $0.date == item.date }
    return "\(item.kind.rawValue)-\(item.date.value?.text ?? "")"
      + (alike == 0 ? "" : "--\(alike + 1)")
  }

  /// The id on the entry's page that shows it.
  var anchor: String { step?.anchor ?? "page-history" }

  /// The item of the history, where the change is one.
  var amendment: Amendment? {
    guard case .amendment(let position) = change.occasion else { return nil }
    return subject.history[position]
  }

  /// The step of the procedure, where the change is one.
  fileprivate var step: LaterStep? {
    guard case .case(let linked) = subject, case .step(let position) = change.occasion
    else { return nil }
    return LaterStep(linked: linked, position: position)
  }
}

extension ChangeNotice.Subject {
  /// What stands behind the publication's name in the ids of feeds.
  var identity: String {
    switch self {
    case .case(let linked): "case/" + linked.identity
    case .news(let item): "news/" + item.identity
    }
  }

  var title: String {
    switch self {
    case .case(let linked): linked.fields.title
    case .news(let item): item.fields.title
    }
  }

  fileprivate var short: String {
    switch self {
    case .case(let linked): linked.short
    case .news(let item): item.fields.title
    }
  }

  fileprivate var history: [Amendment] {
    switch self {
    case .case(let linked): linked.fields.history
    case .news(let item): item.fields.history
    }
  }

  var permalink: Permalink {
    switch self {
    case .case(let linked): linked.permalink
    case .news(let item): item.permalink
    }
  }

  var companies: [Ordinal<LinkedCompany>] {
    switch self {
    case .case(let linked): linked.companies
    case .news(let item): item.companies
    }
  }

  var regulators: [Ordinal<LinkedRegulator>] {
    switch self {
    case .case(let linked): linked.regulators
    case .news(let item): item.regulators
    }
  }
}

/// A step of a case's procedure, and what it did.
private struct LaterStep {
  let linked: LinkedCase
  let position: Int

  var event: Procedure.Event { linked.procedure.events[position] }

  var anchor: String {
    var out = OutputBuffer(capacity: 64)
    out.append(StepAnchor.anchors(of: linked)[position])
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// How the case stood before the step, and how it stands after it.
  var standings: (before: Standing, after: Standing) {
    (linked.procedure.replayed(upTo: position), linked.procedure.replayed(upTo: position + 1))
  }
}

extension OutputBuffer {
  /// HTML without an element around it: what happened, then what was and is.
  mutating func append(sentencesOf notice: ChangeNotice) {
    let words = notice.publication.words
    if let step = notice.step { append(step, in: notice.publication) }
    guard let item = notice.amendment else { return }
    if let date = item.date.value {
      append(words: date, in: words)
      append(": ")
    }
    appendEscaped(words.amendment[item.kind])
    append(". ")
    appendEscaped(item.note)
  }

  private mutating func append(_ step: LaterStep, in publication: Publication) {
    let (linked, event, words) = (step.linked, step.event, publication.words)
    if let date = event.date {
      append(words: date, in: words)
      append(": ")
    }
    appendEscaped(words.step[event.kind])
    // Where nobody is named, a ruling is the lead authority's; payments and the like are nobody's.
    if let body = linked.bodies[step.position], event.step.body != nil || event.kind.rules {
      append(words.amounts.listMark)
      appendEscaped(publication.regulators[Int(body.index)].name)
    }
    if let target = event.statedTarget {
      append("; ")
      append(event, actingOn: linked.procedure.events[target], in: words)
    }
    append(". ")
    if let note = event.note {
      appendEscaped(note)
      append(" ")
    }
    let (before, after) = step.standings
    append(statusFrom: before.status, to: after.status, in: words)
    for account in Account.allCases { append(account, from: before, to: after, in: words) }
  }

  private mutating func append(
    _ event: Procedure.Event, actingOn earlier: Procedure.Event, in words: Words
  ) {
    let date = earlier.date
    append(byName: words.phrase(date == nil ? .actsOn : .actsOnDated)) { name, out in
      switch name {
      case "relation": out.appendEscaped(words.relation(of: event.kind, event.effect))
      case "step": out.appendEscaped(words.stepMention[earlier.kind])
      default: if let date { out.append(words: date, in: words) }
      }
    }
  }

  private mutating func append(
    statusFrom before: Standing.Status, to after: Standing.Status, in words: Words
  ) {
    append(byName: words.phrase(before == after ? .statusStill : .statusWas)) { name, out in
      out.appendEscaped(words.status[name == "before" ? before : after].lowercased())
    }
  }

  /// What one account of the case was and is; nothing where it is the same.
  private mutating func append(
    _ account: Account, from before: Standing, to after: Standing, in words: Words
  ) {
    let (old, new) = (account.prices(in: before), account.prices(in: after))
    guard old != new else { return }
    append(" ")
    append(byName: words.phrase(.accountWas)) { name, out in
      switch name {
      case "account": out.appendEscaped(words.account[account])
      case "before": out.append(exact: old, in: words)
      default: out.append(exact: new, in: words)
      }
    }
  }

  /// The exact prices, one after the other, or the word for none.
  mutating func append(exact prices: [Price], in words: Words) {
    if prices.isEmpty { appendEscaped(words[.nothing]) }
    for (index, price) in prices.enumerated() {
      if index > 0 { append(words.amounts.listMark) }
      append(exact: price, in: words)
    }
  }
}

/// What of a case's amounts a change can move.
enum Account: String, Sendable, CaseIterable {
  case proposed
  case inForce = "in_force"
  case paid, refunded

  fileprivate func prices(in standing: Standing) -> [Price] {
    standing.amounts.compactMap { amounts in
      let sum =
        switch self {
        case .proposed: amounts.proposed
        case .inForce: amounts.inForce
        case .paid: amounts.paid
        case .refunded: amounts.refunded
        }
      return sum.isZero ? nil : Price(sum, amounts.currency)
    }
  }
}
