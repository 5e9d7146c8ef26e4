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
      let cases = site.cases
      site.companies[index].groupTotals = Totals(
        of: group.cases.lazy.map { cases[$0] }, against: group.slugs)
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

extension Site {
  /// A company with everything below it: its cases, each once and newest first, and all the slugs.
  fileprivate func group(
    below top: Int
  ) -> (cases: [Ordinal<LinkedCase>], slugs: Set<String>) {
    var slugs: Set<String> = [companies[top].slug]
    if companies[top].subsidiaries.isEmpty { return (companies[top].cases, slugs) }
    var found = Set(companies[top].cases)
    // Ties are free of circles, but a company may be reached on two ways with different dates.
    var open: [(company: Int, ties: [LinkedCompany.Tie])] = [(top, [])]
    while let (company, ties) = open.popLast() {
      guard ties.count < 32 else { continue }
      for tie in companies[company].subsidiaries {
        let below = Int(tie.company.index)
        let way = ties + [tie]
        slugs.insert(companies[below].slug)
        for ordinal in companies[below].cases
        where way.allSatisfy({ $0.held(on: cases[ordinal].decided) }) {
          found.insert(ordinal)
        }
        open.append((below, way))
      }
    }
    return (found.sorted { $0.index < $1.index }, slugs)
  }
}

extension LinkedCompany.Tie {
  /// Whether it may have held on the day, as far as anybody knows.
  fileprivate func held(on date: CalendarDate) -> Bool {
    if let from, from.earliest > date.latest { return false }
    if let to, to.latest < date.earliest { return false }
    return true
  }
}
