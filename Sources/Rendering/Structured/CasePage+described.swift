import Content
import Linking
import Mustache

extension CasePage {
  /// An article about a company that rests on a decision.
  func describe(in data: inout LinkedData) {
    data.thing("NewsArticle") { article in
      article.article(head, linked.fields.published, linked.updated, linked.fields.history)
      article.texts("keywords", linked.topics.map { publication.topics[Int($0.index)].name })
      article.list("about", of: linked.companies) { $0.company($1, of: publication) }
      describeMentions(in: &article)
      let basis = basis
      article.list("isBasedOn", of: basis) { describe(source: $1, in: &$0) }
      let others = linked.fields.sources.indices.filter { !basis.contains($0) }
      article.list("citation", of: others) { describe(source: $1, in: &$0) }
    }
    data.breadcrumbs(head)
  }

  private var publication: Publication { head.publication }

  /// Authorities, provisions, and what is in force in each currency.
  private func describeMentions(in article: inout LinkedData) {
    enum Mention {
      case regulator(Ordinal<LinkedRegulator>)
      case provision(LinkedProvision)
      case sum(CurrencyAmounts)
    }
    let mentions =
      linked.regulators.map { Mention.regulator($0) }
      + linked.provisions.map { Mention.provision($0) }
      + amounts.filter { !$0.inForce.isZero }.map { Mention.sum($0) }
    article.list("mentions", of: mentions) { data, mention in
      switch mention {
      case .regulator(let regulator): data.regulator(regulator, of: publication)
      case .provision(let provision): data.provision(provision, of: publication)
      case .sum(let amount): data.sum(amount, in: publication.words)
      }
    }
  }

  /// Which of the sources are what was decided: those of the steps that decide, or else those that
  /// the lead authority published.
  private var basis: [Int] {
    let named = linked.procedure.events.filter { $0.kind.rules || $0.kind == .settlement }
      .flatMap { $0.sources.compactMap { linked.position(ofSource: $0.value) } }
    if !named.isEmpty { return Set(named).sorted() }
    guard let lead = linked.regulators.first else { return [] }
    return linked.fields.sources.indices.filter { linked.publishers[$0] == lead }
  }

  private func describe(source index: Int, in data: inout LinkedData) {
    let sources = linked.fields.sources
    data.thing("CreativeWork") { work in
      work.text("name", sources[index].title)
      work.text("url", sources[index].url)
      work.date("datePublished", sources[index].date)
      work.text("inLanguage", sources[index].language)
      work.text("archivedAt", sources[index].archive)
      if let publisher = linked.publishers[index] {
        let place = publication.site.regulators[publisher].permalink.path
        // What is mentioned is described there.
        if linked.regulators.contains(publisher) {
          return work.reference("publisher", to: place, LinkedData.subject)
        }
        work.thing("publisher", "GovernmentOrganization") {
          $0.address("@id", place, fragment: LinkedData.subject)
          $0.text("name", publication.site.regulators[publisher].fields.name)
        }
      } else {
        work.thing("publisher", "Organization") { $0.text("name", sources[index].publisher.value) }
      }
    }
  }
}

extension NewsItemPage {
  func describe(in data: inout LinkedData) {
    let publication = head.publication
    data.thing("NewsArticle") { article in
      article.article(head, item.fields.published, item.updated, item.fields.history)
      article.list("about", of: item.companies) { $0.company($1, of: publication) }
      article.list("mentions", of: item.regulators) { $0.regulator($1, of: publication) }
    }
    data.breadcrumbs(head)
  }
}

extension LinkedData {
  /// What any article says of itself.
  fileprivate mutating func article(
    _ head: PageHead, _ published: Timestamp, _ updated: Timestamp, _ history: [Amendment]
  ) {
    let publication = head.publication
    address("@id", head.address, fragment: "#article")
    address("url", head.address)
    text("headline", head.title)
    text("description", head.description)
    if let card = head.card { address("image", card.address) }
    moment("datePublished", published)
    moment("dateModified", updated)
    text("inLanguage", publication.site.settings.language)
    text("license", publication.site.settings.licence?.url)
    yes("isAccessibleForFree")
    authors(of: publication)
    self.publisher(of: publication)
    if history.contains(where: { $0.kind == .retraction }) {
      text("creativeWorkStatus", "Retracted")
    }
    let corrections = history.filter { $0.kind == .correction || $0.kind == .retraction }
    list("correction", of: corrections) { data, item in
      data.thing("CorrectionComment") {
        $0.text("text", item.note)
        $0.date("datePublished", item.date.value)
      }
    }
  }

  fileprivate mutating func provision(_ provision: LinkedProvision, of publication: Publication) {
    thing("Legislation") { data in
      let short = publication.site.laws[provision.law].fields.short
      data.text("name", short + (provision.at.isEmpty ? "" : " " + provision.at))
      data.address("url", publication.permalink(of: provision).path)
    }
  }

  fileprivate mutating func sum(_ amount: CurrencyAmounts, in words: Words) {
    thing("MonetaryAmount") { data in
      data.text("name", words.state[.imposed])
      data.text("currency", amount.currency.code)
      if amount.inForce.low == amount.inForce.high {
        data.number("value", amount.inForce.high)
      } else {
        data.number("minValue", amount.inForce.low)
        data.number("maxValue", amount.inForce.high)
      }
    }
  }
}
