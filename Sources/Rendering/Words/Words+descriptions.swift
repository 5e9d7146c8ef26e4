import Linking

// What a page says of itself to search engines.
extension Words {
  func description(of kind: IndexKind, site: String) -> String {
    let word: Word =
      switch kind {
      case .companies: .aboutCompanies
      case .regulators: .aboutRegulators
      case .jurisdictions: .aboutJurisdictions
      case .laws: .aboutLaws
      case .topics: .aboutTopics
      case .years: .aboutYears
      }
    return text(word, ["site": site])
  }

  func description(of company: LinkedCompany) -> String {
    text(
      .aboutCompany, ["company": company.short, "cases": cases(company.groupCases.count)])
  }

  func description(of regulator: LinkedRegulator) -> String {
    text(.aboutRegulator, ["regulator": regulator.fields.name])
  }

  func description(of place: LinkedJurisdiction) -> String {
    text(.aboutJurisdiction, ["place": name(of: place)])
  }

  func description(of law: LinkedLaw) -> String { text(.aboutLaw, ["law": law.fields.name]) }

  func description(of article: LinkedLaw.Article, in law: LinkedLaw) -> String {
    let name = law.fields.short + " " + article.name
    guard let heading = article.heading else { return text(.aboutArticle, ["article": name]) }
    return text(.aboutArticleWithHeading, ["article": name, "heading": heading])
  }
}

extension Words {
  /// Without a name for the feed of the whole site.
  func feedTitle(_ name: String?, site: String) -> String {
    guard let name else { return site }
    return text(.feedTitle, ["name": name, "site": site])
  }
}
