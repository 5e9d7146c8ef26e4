import Linking

/// What a list of cases is about, for the head of each of its pages.
private struct ListSubject {
  let title: String
  /// At the end of the breadcrumbs.
  let name: String
  let permalink: Permalink
  /// Down from the index page.
  var ancestors: [Link] = []
  /// The index page's address.
  let section: Permalink
  let totals: Totals
  /// As the script that filters lists knows them: `company=acme`; empty for all cases.
  let scope: String
  var hasFeed = true
  var otherFeeds: [FeedLink] = []
  let description: String?
  /// Whether search engines should pass it over.
  var isHidden = false
}

extension Edition {
  /// The head and the list of one page of something with cases.
  private func page(
    _ number: Int, of list: CaseList, about subject: ListSubject
  ) -> (PageHead, ListSlice) {
    let first = subject.permalink.path
    let slice = ListSlice(
      list, page: number, at: first, totals: subject.totals, scope: subject.scope,
      in: self)
    let words = publication.words
    let feed = Link(
      words.text(.feedOf, ["name": subject.title]), to: first + "feed.atom",
      on: publication.site.root)
    let head = PageHead(
      words.pageTitle(subject.title, page: number),
      name: words.pageTitle(subject.name, page: number),
      at: ListSlice.address(first, page: number, of: slice.pages) ?? first,
      in: subject.section.path, below: subject.ancestors, description: subject.description,
      feed: subject.hasFeed ? feed : nil, otherFeeds: subject.otherFeeds,
      previous: ListSlice.address(first, page: number - 1, of: slice.pages),
      next: ListSlice.address(first, page: number + 1, of: slice.pages),
      isHidden: subject.isHidden, of: publication)
    return (head, slice)
  }

  func casesPage(_ number: Int) -> CasesPage {
    let words = publication.words
    let (head, list) = page(
      number, of: publication.allCases,
      about: ListSubject(
        title: words[.cases], name: words[.cases], permalink: Permalink("cases"),
        section: Permalink("cases"), totals: publication.totals, scope: "", hasFeed: false,
        otherFeeds: publication.otherFeeds,
        description: words.text(.aboutCases, ["site": publication.site.settings.title])))
    return CasesPage(head: head, list: list)
  }

  func companyPage(_ index: Int, _ number: Int) -> EntityPage<LinkedCompany> {
    let company = publication.site.companies[index]
    let (head, list) = page(
      number, of: CaseList(of: company, in: publication.words),
      about: ListSubject(
        title: company.fields.name, name: company.short, permalink: company.permalink,
        ancestors: [publication.sections.companies], section: Permalink("companies"),
        totals: company.totals, scope: "company=" + company.slug,
        otherFeeds: publication.json(of: .company(index)),
        description: publication.words.description(of: company),
        isHidden: company.fields.isUnindexed))
    return EntityPage(
      head: head, list: list, linked: company, news: publication.news(of: .company(index)),
      figures: number == 1 ? publication.figures(of: company) : [])
  }

  func regulatorPage(_ index: Int, _ number: Int) -> EntityPage<LinkedRegulator> {
    let regulator = publication.site.regulators[index]
    let (head, list) = page(
      number, of: CaseList(of: regulator, in: publication.words),
      about: ListSubject(
        title: regulator.fields.name, name: regulator.short, permalink: regulator.permalink,
        ancestors: [publication.sections.regulators], section: Permalink("regulators"),
        totals: regulator.totals, scope: "regulator=" + regulator.slug,
        otherFeeds: publication.json(of: .regulator(index)),
        description: publication.words.description(of: regulator),
        isHidden: regulator.fields.isUnindexed))
    return EntityPage(
      head: head, list: list, linked: regulator, news: publication.news(of: .regulator(index)),
      figures: number == 1 ? publication.figures(of: regulator) : [])
  }

  func jurisdictionPage(_ index: Int, _ number: Int) -> EntityPage<LinkedJurisdiction> {
    let place = publication.site.jurisdictions[index]
    let name = publication.words.name(of: place)
    let (head, list) = page(
      number, of: CaseList(place.cases),
      about: ListSubject(
        title: name, name: name, permalink: place.permalink,
        ancestors: [publication.sections.jurisdictions], section: Permalink("jurisdictions"),
        totals: place.totals, scope: "jurisdiction=" + place.slug,
        description: publication.words.description(of: place)))
    return EntityPage(head: head, list: list, linked: place)
  }

  func lawPage(_ index: Int, _ number: Int) -> EntityPage<LinkedLaw> {
    let law = publication.site.laws[index]
    let (head, list) = page(
      number, of: CaseList(law.cases),
      about: ListSubject(
        title: law.fields.name, name: law.fields.short, permalink: law.permalink,
        ancestors: [publication.sections.laws], section: Permalink("laws"), totals: law.totals,
        scope: "law=" + law.slug,
        description: publication.words.description(of: law), isHidden: law.fields.isUnindexed))
    return EntityPage(
      head: head, list: list, linked: law, news: publication.news(of: .law(index)),
      figures: number == 1 ? publication.figures(of: law) : [])
  }

  func articlePage(_ law: Int, _ index: Int, _ number: Int) -> EntityPage<ArticleOfLaw> {
    let linked = publication.site.laws[law]
    let article = linked.articles[index]
    let short = linked.fields.short
    let parent = Link(short, to: linked.permalink.path, on: publication.site.root)
    let (head, list) = page(
      number, of: publication.articles[law][index],
      about: ListSubject(
        title: short + " " + article.name, name: article.name, permalink: article.permalink,
        ancestors: [publication.sections.laws, parent], section: Permalink("laws"),
        totals: article.totals, scope: "article=" + linked.slug + "/" + slugged(article.name),
        hasFeed: false,
        description: publication.words.description(of: article, in: linked),
        isHidden: linked.fields.isUnindexed))
    return EntityPage(head: head, list: list, linked: ArticleOfLaw(law: linked, index: index))
  }

  func topicPage(_ index: Int, _ number: Int) -> EntityPage<LinkedTopic> {
    let topic = publication.site.topics[index]
    let (head, list) = page(
      number, of: CaseList(topic.cases),
      about: ListSubject(
        title: topic.fields.name, name: topic.fields.name, permalink: topic.permalink,
        ancestors: [publication.sections.topics], section: Permalink("topics"),
        totals: topic.totals, scope: "topic=" + topic.slug, description: topic.fields.summary,
        isHidden: topic.fields.isUnindexed))
    return EntityPage(
      head: head, list: list, linked: topic, news: publication.news(of: .topic(index)))
  }

  func yearPage(_ index: Int, _ number: Int) -> EntityPage<LinkedYear> {
    let year = publication.site.years[index]
    let title = publication.words.text(.casesOfYear, ["year": String(year.year)])
    let (head, list) = page(
      number, of: CaseList(year.cases),
      about: ListSubject(
        title: title, name: String(year.year), permalink: year.permalink,
        ancestors: [publication.sections.years], section: Permalink("years"),
        totals: year.totals, scope: "year=" + String(year.year), hasFeed: false,
        description: publication.words.text(.aboutYear, ["year": String(year.year)])))
    return EntityPage(
      head: head, list: list, linked: year,
      figures: number == 1 ? publication.figures(of: year) : [])
  }
}
