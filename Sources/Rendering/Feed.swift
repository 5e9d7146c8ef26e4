import Content
import Linking
import Mustache

/// One Atom feed (RFC 4287): the newest cases of the site, or of one of the things it lists.
///
/// Ids are tag URIs (RFC 4151) of the publication's own name and an entry's identity, so neither a
/// new title nor a new address nor a new host makes readers see old entries as new.
struct Feed: Sendable {
  let publication: Publication
  let title: String
  /// What stands behind the publication's name in the id.
  let identity: String
  /// The feed's own address and that of the page it belongs to.
  let address: String
  let page: String
  /// Newest publication first.
  let cases: [Ordinal<LinkedCase>]

  init(of subject: FeedSubject, in publication: Publication) {
    self.publication = publication
    let site = publication.site
    let others = site.settings.feeds.others
    let name: String?
    let permalink: Permalink
    switch subject {
    case .site:
      (name, identity, permalink) = (nil, "cases", Permalink())
      cases = Array(publication.news.prefix(site.settings.feeds.site))
    case .company(let index):
      let company = site.companies[index]
      (name, identity) = (company.fields.name, "company/" + company.identity)
      permalink = company.permalink
      cases = publication.newest(others, of: company.cases)
    case .regulator(let index):
      let regulator = site.regulators[index]
      (name, identity) = (regulator.fields.name, "regulator/" + regulator.identity)
      permalink = regulator.permalink
      cases = publication.newest(others, of: regulator.cases)
    case .jurisdiction(let index):
      let place = site.jurisdictions[index]
      (name, identity) = (place.name, "jurisdiction/" + slugged(place.code))
      permalink = place.permalink
      cases = publication.newest(others, of: place.cases)
    case .law(let index):
      let law = site.laws[index]
      (name, identity) = (law.fields.name, "law/" + law.identity)
      permalink = law.permalink
      cases = publication.newest(others, of: law.cases)
    case .topic(let index):
      let topic = site.topics[index]
      (name, identity) = (topic.fields.name, "topic/" + topic.identity)
      permalink = topic.permalink
      cases = publication.newest(others, of: topic.cases)
    }
    title = Wording.feedTitle(name, site: site.settings.title)
    page = permalink.path
    address = permalink.path + "feed.atom"
  }

  /// The newest entry's date; of an empty feed, the day the publication began.
  var updated: Timestamp { publication.lastChange(of: cases) ?? publication.began }
}

extension Publication {
  /// The first `count` of some cases by their publication.
  fileprivate func newest(_ count: Int, of cases: [Ordinal<LinkedCase>]) -> [Ordinal<LinkedCase>] {
    let ranks = cases.map { newsRanks[Int($0.index)] }.sorted()
    return ranks.prefix(count).map { news[Int($0)] }
  }

  /// Who and when, for tag URIs; the host and a fixed year where site.yml says nothing.
  var feedAuthority: String { site.settings.feedID ?? site.root.host + ",2026" }
}

extension SiteRoot {
  fileprivate var host: String {
    var url = url
    return url.withUTF8 { bytes in String(decoding: bytes[Rendering.host(in: bytes)], as: UTF8.self)
    }
  }
}
