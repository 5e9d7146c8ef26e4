import Content
import Diagnostics

extension Directory {
  /// Who belongs to whom, and what each group adds up to.
  ///
  /// A case is the group's when every tie from the top down to the company held on the day of the
  /// decision, as far as its dates are known.
  func addGroups(to site: inout Site, _ diagnostics: inout [Diagnostic]) {
    let parents = parents(&diagnostics)
    let cyclic = cycles(in: parents, &diagnostics)
    for (child, ties) in parents.enumerated() where !cyclic.contains(child) {
      for tie in ties {
        let (below, above) = (orders.companies[child], orders.companies[tie.parent])
        site.companies[below].parents.append(
          LinkedCompany.Tie(company: Ordinal(above), from: tie.from, to: tie.to))
        site.companies[above].subsidiaries.append(
          LinkedCompany.Tie(company: Ordinal(below), from: tie.from, to: tie.to))
      }
    }
    for index in site.companies.indices {
      site.companies[index].subsidiaries.sort { $0.company.index < $1.company.index }
    }
    for index in site.companies.indices {
      let group = site.group(below: index)
      site.companies[index].groupCases = group.cases
      site.companies[index].groupTotals = group.totals
    }
  }

  private struct ParentTie {
    let parent: Int
    let from: CalendarDate?
    let to: CalendarDate?
  }

  private func parents(_ diagnostics: inout [Diagnostic]) -> [[ParentTie]] {
    casebook.companies.map { company in
      company.fields.parents.compactMap { parent in
        position(of: parent.company, .company, in: company.path, &diagnostics).map {
          ParentTie(parent: $0, from: parent.from, to: parent.to)
        }
      }
    }
  }

  /// Companies that would belong to themselves; each circle is reported once, at its first company.
  private func cycles(
    in parents: [[ParentTie]], _ diagnostics: inout [Diagnostic]
  ) -> Set<Int> {
    var cyclic: Set<Int> = []
    /// 0 not seen, 1 on the way up, 2 done.
    var marks = [UInt8](repeating: 0, count: parents.count)
    for start in parents.indices where marks[start] == 0 {
      var path = [(company: start, next: 0)]
      marks[start] = 1
      while let (company, next) = path.last {
        guard next < parents[company].count else {
          marks[company] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let parent = parents[company][next].parent
        if marks[parent] == 1 {
          let from = path.firstIndex { $0.company == parent } ?? 0
          let circle = path[from...].map(\.company)
          report(circle, &diagnostics)
          cyclic.formUnion(circle)
        } else if marks[parent] == 0 {
          marks[parent] = 1
          path.append((parent, 0))
        }
      }
    }
    return cyclic
  }

  private func report(_ circle: [Int], _ diagnostics: inout [Diagnostic]) {
    guard let first = circle.min(), let start = circle.firstIndex(of: first) else { return }
    let turned = circle[start...] + circle[..<start]
    let entry = casebook.companies[first]
    let slugs = (turned + [first]).map { casebook.companies[$0].slug }
    let written = entry.fields.parents.first { $0.company.value == slugs[1] }
    diagnostics.append(
      .parentCycle(
        slugs, at: written?.company.place(in: entry.path) ?? Place(path: entry.path, at: 0)))
  }
}

/// A company of a group, and between which days it belongs to it, as far as anybody knows.
private struct Membership {
  let company: Int
  /// As `CalendarDate.earliest` and `latest` count days.
  let from: Int
  let to: Int

  /// The membership of a company below by one more tie.
  func through(_ tie: LinkedCompany.Tie) -> Membership {
    Membership(
      company: Int(tie.company.index), from: max(from, tie.from?.earliest ?? .min),
      to: min(to, tie.to?.latest ?? .max))
  }

  func covers(_ other: Membership) -> Bool { from <= other.from && other.to <= to }

  /// Whether it may have held on the day.
  func held(on date: CalendarDate) -> Bool { from <= date.latest && date.earliest <= to }
}

extension Site {
  /// A company with everything below it: its cases, each once and newest first, and what of them is
  /// addressed to companies that belonged to it at the time, or to all respondents.
  fileprivate func group(below top: Int) -> (cases: [Ordinal<LinkedCase>], totals: Totals) {
    if companies[top].subsidiaries.isEmpty { return (companies[top].cases, companies[top].totals) }
    var addressees: [Ordinal<LinkedCase>: Set<String>] = [:]
    for (company, memberships) in memberships(below: top) {
      for ordinal in companies[company].cases
      where memberships.contains(where: { $0.held(on: cases[ordinal].decided) }) {
        addressees[ordinal, default: []].insert(companies[company].slug)
      }
    }
    let newestFirst = addressees.keys.sorted { $0.index < $1.index }
    var totals = Totals()
    for ordinal in newestFirst { totals.add(cases[ordinal], against: addressees[ordinal]) }
    return (newestFirst, totals)
  }

  /// When each company of a group belonged to it. Ties are free of circles, but a company may be
  /// reached on many ways; one that says nothing new is not followed further.
  private func memberships(below top: Int) -> [Int: [Membership]] {
    var found: [Int: [Membership]] = [:]
    var open = [Membership(company: top, from: .min, to: .max)]
    while let member = open.popLast() {
      if found[member.company]?.contains(where: { $0.covers(member) }) == true { continue }
      found[member.company, default: []].append(member)
      for tie in companies[member.company].subsidiaries { open.append(member.through(tie)) }
    }
    return found
  }
}
