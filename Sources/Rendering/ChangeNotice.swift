import Content
import Linking
import Mustache

/// A change of a case as feeds tell it: what happened, and what was and is.
struct ChangeNotice: Sendable {
  let publication: Publication
  let linked: LinkedCase
  let change: CaseChange

  init(_ ordinal: Ordinal<LinkedCase>, _ index: Int, in publication: Publication) {
    self.init(publication.site.cases[ordinal], index, in: publication)
  }

  init(_ linked: LinkedCase, _ index: Int, in publication: Publication) {
    self.publication = publication
    self.linked = linked
    change = linked.changes[index]
  }

  /// `Acme: Judgment (under appeal → annulled)`, `Acme: Correction`.
  var title: String {
    switch change.occasion {
    case .step(let position):
      let (before, after) = standings(at: position)
      let title = "\(linked.short): \(Wording.step(linked.procedure.events[position].kind))"
      guard before.status != after.status else { return title }
      return title
        + " (\(Wording.status(before.status).lowercased()) → \(Wording.status(after.status).lowercased()))"
    case .amendment(let position):
      return "\(linked.short): \(Wording.amendment(linked.fields.history[position].kind))"
    }
  }

  /// What tells the change from others of its case: a step's own id or its date and kind, an
  /// amendment's kind and date; so others may be put around it.
  var key: String {
    switch change.occasion {
    case .step: return String(decoding: stepAnchor.dropFirst("page-".utf8.count), as: UTF8.self)
    case .amendment(let position):
      let history = linked.fields.history
      let item = history[position]
      let alike = history[..<position].count { $0.kind == item.kind && $0.date == item.date }
      return "\(item.kind.rawValue)-\(item.date.value?.text ?? "")"
        + (alike == 0 ? "" : "--\(alike + 1)")
    }
  }

  /// The id on the case's page that shows it.
  var anchor: String {
    switch change.occasion {
    case .step: String(decoding: stepAnchor, as: UTF8.self)
    case .amendment: "page-history"
    }
  }

  private var stepAnchor: ArraySlice<UInt8> {
    guard case .step(let position) = change.occasion else { return [] }
    var out = OutputBuffer(capacity: 64)
    out.append(StepAnchor.anchors(of: linked)[position])
    return out.bytes
  }

  /// How the case stood before an event, and how it stands after it.
  fileprivate func standings(at position: Int) -> (before: Standing, after: Standing) {
    (
      linked.procedure.replayed(upTo: position), linked.procedure.replayed(upTo: position + 1)
    )
  }
}

extension OutputBuffer {
  /// HTML without an element around it: what happened, then what was and is.
  mutating func append(sentencesOf notice: ChangeNotice) {
    switch notice.change.occasion {
    case .step(let position): append(step: position, of: notice)
    case .amendment(let position):
      let item = notice.linked.fields.history[position]
      if let date = item.date.value {
        append(words: date)
        append(": ")
      }
      append(Wording.amendment(item.kind))
      append(". ")
      appendEscaped(item.note)
    }
  }

  private mutating func append(step position: Int, of notice: ChangeNotice) {
    let linked = notice.linked
    let event = linked.procedure.events[position]
    if let date = event.step.date.value {
      append(words: date)
      append(": ")
    }
    append(Wording.step(event.kind))
    // Where nobody is named, a ruling is the lead authority's; payments and the like are nobody's.
    if let body = linked.bodies[position], event.step.body != nil || event.kind.rules {
      append(Wording.listMark)
      appendEscaped(notice.publication.regulators[Int(body.index)].name)
    }
    if let target = event.target, event.effect != nil || event.step.target != nil {
      let earlier = linked.procedure.events[target]
      append("; ")
      append(Wording.relation(of: event.kind, event.effect))
      append(" the ")
      append(Wording.step(earlier.kind).lowercased())
      if let date = earlier.step.date.value {
        append(" of ")
        append(words: date)
      }
    }
    append(". ")
    if let note = event.step.note {
      appendEscaped(note)
      append(" ")
    }
    let (before, after) = notice.standings(at: position)
    append(Wording.statusLabel)
    if before.status == after.status {
      append(Wording.still)
      append(Wording.status(after.status).lowercased())
    } else {
      append(Wording.was)
      append(Wording.status(before.status).lowercased())
      append(Wording.nowIs)
      append(Wording.status(after.status).lowercased())
    }
    append(".")
    for account in Account.allCases { append(account, from: before, to: after) }
  }

  /// What one account of the case was and is; nothing where it is the same.
  private mutating func append(_ account: Account, from before: Standing, to after: Standing) {
    let (old, new) = (account.prices(in: before), account.prices(in: after))
    guard old != new else { return }
    append(" ")
    append(Wording.account(account))
    append(": ")
    append(Wording.was)
    append(exact: old)
    append(Wording.nowIs)
    append(exact: new)
    append(".")
  }

  private mutating func append(exact prices: [Price]) {
    if prices.isEmpty { append(Wording.nothing) }
    for (index, price) in prices.enumerated() {
      if index > 0 { append(Wording.listMark) }
      append(exact: price)
    }
  }
}

/// What of a case's amounts a change can move.
enum Account: Sendable, CaseIterable {
  case proposed, inForce, paid, refunded

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
