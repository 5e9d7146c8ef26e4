import Linking
import Mustache

/// How many cases of a list stand in one way.
struct StatusCount: Sendable {
  let status: Standing.Status
  let count: Int

  /// Without statuses that no case has; a case that is in several sections counts once.
  static func counts(of list: CaseList, in site: Site) -> [StatusCount] {
    var statuses: [Standing.Status] = []
    var seen: Set<Ordinal<LinkedCase>> = []
    for section in list.sections {
      for ordinal in section.cases {
        if list.sections.count > 1, !seen.insert(ordinal).inserted { continue }
        statuses.append(site.cases[Int(ordinal.index)].standing.status)
      }
    }
    return Standing.Status.allCases.compactMap { status in
      let count = statuses.count { $0 == status }
      return count == 0 ? nil : StatusCount(status: status, count: count)
    }
  }
}

extension Fields where Value == StatusCount {
  static func statusCount(_ words: Words) -> Fields<StatusCount> {
    Fields<StatusCount>("number of cases with a status") { f in
      f.text("status") { words.status[$0.status] }
      f.text("status_code") { $0.status.rawValue }
      f.text("count") { words.number($0.count) }
    }
  }
}
