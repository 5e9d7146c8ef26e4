import Diagnostics
import Linking
import Loading
import Mustache
import ThemeFiles

/// How a site looks: a template for each kind of page, every name in them checked, and the files
/// that go with them.
package struct Theme: Sendable {
  let home: Template<HomePage>
  let cases: Template<CasesPage>
  let `case`: Template<CasePage>
  let caseRow: Template<CaseSummary>
  let indexes: [IndexKind: Template<IndexPage>]
  let company: Template<EntityPage<LinkedCompany>>
  let regulator: Template<EntityPage<LinkedRegulator>>
  let jurisdiction: Template<EntityPage<LinkedJurisdiction>>
  let law: Template<EntityPage<LinkedLaw>>
  let article: Template<EntityPage<ArticleOfLaw>>
  let topic: Template<EntityPage<LinkedTopic>>
  let year: Template<EntityPage<LinkedYear>>
  let page: Template<ProsePage>
  let data: Template<DataPage>
  let figures: Template<FiguresPage>
  let news: Template<NewsPage>
  let newsItem: Template<NewsItemPage>
  let notFound: Template<NotFoundPage>
  let search: Template<SearchPage>
  let redirect: Template<RedirectPage>
  let gone: Template<TombstonePage>
  /// A drawing, of which a picture is made.
  let card: Template<CaseCard>
  let masthead: Template<Masthead>
  let footer: Template<Masthead>
  /// Published under their path behind `templates/`, in ascending order of it.
  let assets: [SourceFile]
  /// Whether `own.css` is among the assets: a style sheet to lay over the theme's.
  let hasOwnStyle: Bool
  let words: Words
}

extension Theme {
  /// The theme that a publication's own templates and assets make of the built-in one, file by
  /// file; nil when a page could not be shown with it.
  package static func compiled(
    from own: [TemplateSource], saying book: WordBook, _ words: Words, assets: [SourceFile] = []
  ) -> Diagnosed<Theme?> {
    let library = (BuiltInTheme.templates + own).parsedTemplates(saying: book)
    var making = ThemeMaking(
      library: library.value, words: words, diagnostics: library.diagnostics)
    let theme = making.theme(with: BuiltInTheme.assets.replaced(by: assets))
    let diagnostics = making.diagnostics.withoutRepeats()
    let isSound = !diagnostics.hasErrors
    return Diagnosed(isSound ? theme : nil, diagnostics)
  }
}

extension SourceTree {
  /// Stage 4 begins, beside the content: the publication's own templates over the built-in theme.
  package func theme() throws(LoadingError) -> Diagnosed<Theme?> {
    var own: [TemplateSource] = []
    let strings = try strings()
    for file in templates where file.path.hasSuffix(".mustache") {
      let name = file.publishedPath.dropLast(".mustache".utf8.count)
      own.append(TemplateSource(path: file.path, name: String(name), bytes: try file.bytes()))
    }
    let theme = Theme.compiled(
      from: own, saying: strings.value.book, strings.value.words, assets: assets)
    let diagnostics = strings.diagnostics + theme.diagnostics + conflicts
    let isSound = !diagnostics.hasErrors
    return Diagnosed(isSound ? theme.value : nil, diagnostics)
  }

  /// Assets that would lie where pages do.
  private var conflicts: [Diagnostic] {
    let pages = entries.filter { $0.path.hasPrefix("content/pages/") }.compactMap {
      $0.path.split(separator: "/").last?.dropLast(".md".utf8.count)
    }
    let taken = Sheet.namesOfPages.union(pages)
    let published = Set(files.map(\.publishedPath))
    return assets.filter { asset in
      let path = asset.publishedPath
      return taken.contains(path.prefix { $0 != "/" }) || published.contains(path)
    }.map { .assetTakesAddress($0.publishedPath, path: $0.path) }
  }
}

/// A theme while its templates are being compiled, each for its kind of page.
private struct ThemeMaking {
  let library: TemplateLibrary
  let words: Words
  var diagnostics: [Diagnostic]

  private mutating func template<Value>(_ name: String, _ fields: Fields<Value>) -> Template<Value>?
  {
    let template = library.template(name, showing: fields)
    diagnostics += template.diagnostics
    return template.value
  }

  /// Every template is compiled, so that all problems are told at once, before any is missed.
  mutating func theme(with assets: [SourceFile]) -> Theme? {
    let home = template("home", .homePage(words))
    let cases = template("cases", .casesPage(words))
    let `case` = template("case", .casePage(words))
    let caseRow = template("case-row", .caseSummary(words))
    var indexes: [IndexKind: Template<IndexPage>] = [:]
    for kind in IndexKind.allCases { indexes[kind] = template("\(kind)", .indexPage(words)) }
    let company = template("company", .companyPage(words))
    let regulator = template("regulator", .regulatorPage(words))
    let jurisdiction = template("jurisdiction", .jurisdictionPage(words))
    let law = template("law", .lawPage(words))
    let article = template("article", .articlePage(words))
    let topic = template("topic", .topicPage(words))
    let year = template("year", .yearPage(words))
    let page = template("page", .prosePage(words))
    let data = template("data", .dataPage(words))
    let figures = template("figures", .figuresPage(words))
    let news = template("news", .newsPage(words))
    let newsItem = template("news-item", .newsItemPage(words))
    let notFound = template("not-found", .notFoundPage)
    let search = template("search", .searchPage)
    let redirect = template("redirect", .redirectPage)
    let gone = template("gone", .tombstonePage(words))
    let card = template("card", .caseCard)
    let masthead = template("masthead", .masthead)
    let footer = template("footer", .masthead)
    guard let home, let cases, let `case`, let caseRow, let company, let regulator,
      let jurisdiction, let law, let article, let topic, let year, let page, let data, let figures,
      let news,
      let newsItem, let notFound, let search,
      let redirect, let gone, let card, let masthead, let footer,
      indexes.count == IndexKind.allCases.count
    else { return nil }
    return Theme(
      home: home, cases: cases, case: `case`, caseRow: caseRow, indexes: indexes,
      company: company, regulator: regulator, jurisdiction: jurisdiction, law: law,
      article: article, topic: topic, year: year, page: page, data: data, figures: figures,
      news: news,
      newsItem: newsItem, notFound: notFound, search: search,
      redirect: redirect, gone: gone, card: card, masthead: masthead, footer: footer,
      assets: assets, hasOwnStyle: assets.contains { $0.publishedPath == "own.css" },
      words: words)
  }
}

extension [SourceFile] {
  /// These files and `others`, which take the place of those of the same path.
  fileprivate func replaced(by others: [SourceFile]) -> [SourceFile] {
    let paths = Set(others.map(\.path))
    return (filter { !paths.contains($0.path) } + others).sorted {
      $0.path.precedesInBytes($1.path)
    }
  }
}
