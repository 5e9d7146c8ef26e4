import Linking

/// Which news refer to what, newest first.
struct NewsReferences: Sendable {
  private var ofSubjects: [FeedSubject: [Int]] = [:]
  private var ofCases: [Int: [Int]] = [:]

  init(in site: Site) {
    for (index, item) in site.news.enumerated() {
      let subjects: [FeedSubject] =
        item.companies.map { .company(Int($0.index)) }
        + item.regulators.map { .regulator(Int($0.index)) }
        + item.laws.map { .law(Int($0.index)) } + item.topics.map { .topic(Int($0.index)) }
      for subject in subjects { ofSubjects[subject, default: []].append(index) }
      for ordinal in item.cases { ofCases[Int(ordinal.index), default: []].append(index) }
    }
  }

  subscript(subject: FeedSubject) -> [Int] { ofSubjects[subject] ?? [] }

  subscript(ofCase index: Int) -> [Int] { ofCases[index] ?? [] }
}

extension Publication {
  func news(of subject: FeedSubject) -> [NewsSummary] {
    newsReferences[subject].map { NewsSummary(self, $0) }
  }

  func news(ofCase index: Int) -> [NewsSummary] {
    newsReferences[ofCase: index].map { NewsSummary(self, $0) }
  }
}
