import Content
import Linking
import Mustache

/// An article with its law around it.
struct ArticleOfLaw: Sendable {
  let law: LinkedLaw
  let index: Int

  var article: LinkedLaw.Article { law.articles[index] }
}

extension Fields where Value == EntityPage<LinkedLaw> {
  /// What `law` may name.
  static func lawPage(_ words: Words) -> Fields<EntityPage<LinkedLaw>> {
    Fields<EntityPage<LinkedLaw>>("law") { f in
      f.declareHead()
      f.declareList(words)
      f.declareFigures { $0.figures }
      f.declareProse(words, in: { $0.publication }) { $0.linked.body }
      f.list("news", of: .newsSummary(words)) { $0.news }
      f.declare(Law.schema) { $0.linked.fields }
      f.text("name") { $0.linked.fields.name }
      f.text("short") { $0.linked.fields.short }
      f.object("jurisdiction", of: .link) { page in
        page.publication.jurisdictions[Int(page.linked.jurisdiction.index)]
      }
      f.list("articles", of: .articleEntry(words)) { page in
        page.linked.articles.indices.map { index in
          ArticleEntry(page.linked.articles[index], page.publication.site.root)
        }
      }
    }
  }
}

/// An article in its law's list.
struct ArticleEntry: Sendable {
  let article: LinkedLaw.Article
  let root: SiteRoot
  /// How many cases are about it.
  let cases: Int

  init(_ article: LinkedLaw.Article, _ root: SiteRoot) {
    self.article = article
    self.root = root
    cases = article.totals.cases
  }
}

extension Fields where Value == ArticleEntry {
  static func articleEntry(_ words: Words) -> Fields<ArticleEntry> {
    Fields<ArticleEntry>("article in a list") { f in
      f.text("name") { $0.article.name }
      f.optionalText("heading") { $0.article.heading }
      f.html("href", when: { _ in true }) { entry, out in
        out.append(entry.article.permalink.path, after: entry.root)
      }
      f.text("case_count") { words.number($0.cases) }
      f.text("cases_words") { words.cases($0.cases) }
      f.flag("has_cases") { $0.cases > 0 }
      f.declareTotals(words) { $0.article.totals }
    }
  }
}

extension Fields where Value == EntityPage<ArticleOfLaw> {
  /// What `article` may name.
  static func articlePage(_ words: Words) -> Fields<EntityPage<ArticleOfLaw>> {
    Fields<EntityPage<ArticleOfLaw>>("article") { f in
      f.declareHead()
      f.declareList(words)
      f.text("name") { $0.linked.article.name }
      f.optionalText("heading") { $0.linked.article.heading }
      f.object("law", of: .link) { page in
        page.publication.site.laws.firstIndex { $0.slug == page.linked.law.slug }
          .map { page.publication.laws[$0] }
      }
      f.object("article_before", of: .link) { $0.neighbour(-1) }
      f.object("article_after", of: .link) { $0.neighbour(1) }
      f.text("article_cases_words") { words.cases($0.linked.article.totals.cases) }
    }
  }
}

extension EntityPage<ArticleOfLaw> {
  fileprivate func neighbour(_ step: Int) -> Link? {
    let articles = linked.law.articles
    guard articles.indices.contains(linked.index + step) else { return nil }
    let article = articles[linked.index + step]
    return Link(article.name, to: article.permalink.path, on: publication.site.root)
  }
}
