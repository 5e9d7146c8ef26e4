import Content
import Diagnostics

extension Directory {
  /// Cases that may be one case written up twice: one docket, or one company and one authority
  /// within a month. Cases that are related to each other are known to be two.
  func twins(among links: [Diagnosed<CaseLinks>]) -> [Diagnostic] {
    var related: Set<Pair> = []
    let positions = Dictionary(uniqueKeysWithValues: zip(visible, visible.indices))
    for (index, position) in visible.enumerated() {
      for relation in links[position].value.related {
        if let other = positions[relation.position] { related.insert(Pair(index, other)) }
      }
    }
    return sharedDockets(among: links, related) + neighbours(among: links, related)
  }

  private func sharedDockets(among links: [Diagnosed<CaseLinks>], _ related: Set<Pair>)
    -> [Diagnostic]
  {
    var first: [Docket: (index: Int, place: Place)] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, position) in visible.enumerated() {
      for reference in links[position].value.entry.fields.references
      where reference.kind == .docket {
        guard let regulator = links[position].value.regulators.first,
          !reference.value.value.isEmpty
        else {
          continue
        }
        let docket = Docket(regulator: regulator, number: folded(reference.value.value))
        let place = reference.value.place(in: links[position].value.entry.path)
        guard let other = first[docket] else {
          first[docket] = (index, place)
          continue
        }
        guard other.index != index, !related.contains(Pair(index, other.index)) else { continue }
        diagnostics.append(
          .sameDocket(
            reference.value.value, links[visible[other.index]].value.entry.slug, at: place,
            first: other.place))
      }
    }
    return diagnostics
  }

  private func neighbours(among links: [Diagnosed<CaseLinks>], _ related: Set<Pair>) -> [Diagnostic]
  {
    var dated: [Parties: [(index: Int, day: Int64)]] = [:]
    for (index, position) in visible.enumerated() {
      guard let regulator = links[position].value.regulators.first,
        links[position].value.decided.day != nil
      else { continue }
      let day = Timestamp(links[position].value.decided).seconds / 86_400
      for company in links[position].value.companies {
        dated[Parties(company: company, regulator: regulator), default: []].append((index, day))
      }
    }
    var told: Set<Pair> = []
    for (_, days) in dated where days.count > 1 {
      let sorted = days.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.day - earlier.day <= 30 {
        let pair = Pair(earlier.index, later.index)
        if !related.contains(pair) { told.insert(pair) }
      }
    }
    return told.sorted().map { pair in
      let (one, other) = (links[visible[pair.high]].value, links[visible[pair.low]].value)
      return .neighbouringCase(
        other.entry.slug, one.decided, other.decided,
        at: one.decidedPlace, first: other.decidedPlace)
    }
  }

  /// A docket number without what people write differently: case, blanks and dashes.
  private func folded(_ number: String) -> [UInt8] {
    number.utf8.filter { ![0x20, 0x2D].contains($0) }.map {
      (65...90).contains($0) ? $0 | 0x20 : $0
    }
  }
}

/// Two cases, whichever is named first.
private struct Pair: Hashable, Comparable {
  let low: Int
  let high: Int

  init(_ one: Int, _ other: Int) {
    low = min(one, other)
    high = max(one, other)
  }

  static func < (left: Pair, right: Pair) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }
}

private struct Docket: Hashable {
  let regulator: Ordinal<LinkedRegulator>
  let number: [UInt8]
}

private struct Parties: Hashable {
  let company: Ordinal<LinkedCompany>
  let regulator: Ordinal<LinkedRegulator>
}

extension CaseLinks {
  /// Where the day of the decision is written.
  fileprivate var decidedPlace: Place {
    let step = procedure.events.first { $0.step.date.value == decided }?.step
    return step?.date.place(in: entry.path) ?? Place(path: entry.path, at: 0)
  }
}
