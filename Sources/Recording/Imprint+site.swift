import CommonMark
import Content
import Linking

extension Imprint {
  /// What a linked site shows; `sources` are the files of its entries, with what they say.
  package init(of site: Site, from sources: [EntrySource]) {
    now = site.now
    feedID = site.settings.feedID
    gone = site.settings.gone.map { (ledgerAddress($0.address.value), $0.date.value) }
    var files: [String: EntrySource] = [:]
    files.reserveCapacity(sources.count)
    for source in sources { if let address = source.address { files[address] = source } }
    pages.reserveCapacity(sources.count + site.jurisdictions.count + site.years.count + 1)
    addCases(of: site, files)
    addEntities(of: site, files)
    addLists(of: site)
    positions.reserveCapacity(pages.count)
    for (position, page) in pages.enumerated() { positions[page.address] = position }
  }

  private mutating func add(
    _ kind: EntryKind, _ identity: String, at permalink: Permalink, _ title: String,
    _ body: LinkedProse, _ files: [String: EntrySource], _ earlier: Earlier,
    _ complete: (inout Page) -> Void = { _ in }
  ) {
    var page = Page(
      address: permalink.path, name: "\(kind.rawValue)/\(identity)", title: title)
    let source = files[permalink.path]
    page.path = source?.path
    page.digest = source?.digest
    page.substance = source?.substance
    page.anchors = body.headings.map(\.anchor) + earlier.anchors.map(\.earlier.value)
    complete(&page)
    let folder = kind == .page ? "" : "/" + kind.folder
    for (slugs, isMerged) in [(earlier.formerly, false), (earlier.merged, true)] {
      formers += slugs.map {
        Former(
          address: folder + "/\($0.value)/", slug: $0, page: pages.count, isMerged: isMerged)
      }
    }
    pages.append(page)
  }

  private mutating func addCases(of site: Site, _ files: [String: EntrySource]) {
    for linked in site.cases {
      let fields = linked.fields
      add(
        .case, linked.identity, at: linked.permalink, linked.short, linked.body, files,
        Earlier(fields.formerly, fields.merged, fields.anchors)
      ) { page in
        page.published = fields.published
        page.updated = linked.updated
        page.history = fields.history
        page.laterSteps = Set(
          fields.steps.indices.filter { index in
            fields.steps[index].date.value.map { Timestamp($0) > fields.published } ?? false
          })
      }
    }
    for item in site.news {
      add(
        .news, item.identity, at: item.permalink, item.fields.title, item.body, files,
        Earlier(item.fields.formerly, item.fields.merged, item.fields.anchors)
      ) { page in
        page.published = item.fields.published
        page.updated = item.updated
        page.history = item.fields.history
      }
    }
  }

  private mutating func addEntities(of site: Site, _ files: [String: EntrySource]) {
    for linked in site.companies {
      add(
        .company, linked.identity, at: linked.permalink, linked.short, linked.body, files,
        Earlier(linked.fields.formerly, linked.fields.merged, linked.fields.anchors)
      ) { $0.inForce = linked.totals.inForce }
    }
    for linked in site.regulators {
      add(
        .regulator, linked.identity, at: linked.permalink, linked.short, linked.body, files,
        Earlier(linked.fields.formerly, linked.fields.merged, linked.fields.anchors)
      ) { $0.inForce = linked.totals.inForce }
    }
    for linked in site.laws {
      add(
        .law, linked.identity, at: linked.permalink, linked.fields.short, linked.body, files,
        Earlier(linked.fields.formerly, linked.fields.merged, linked.fields.anchors)
      ) { $0.inForce = linked.totals.inForce }
    }
    for linked in site.topics {
      add(
        .topic, linked.identity, at: linked.permalink, linked.fields.name, linked.body, files,
        Earlier(linked.fields.formerly, linked.fields.merged, linked.fields.anchors)
      ) { $0.inForce = linked.totals.inForce }
    }
    for linked in site.pages {
      add(
        .page, linked.fields.formerly.first?.value ?? linked.slug, at: linked.permalink,
        linked.fields.title, linked.body, files,
        Earlier(linked.fields.formerly, linked.fields.merged, linked.fields.anchors))
    }
  }

  /// Pages that add cases up and are no entry's.
  private mutating func addLists(of site: Site) {
    func page(_ permalink: Permalink, _ title: String, _ totals: Totals) -> Page {
      var page = Page(address: permalink.path, name: nil, title: title)
      page.inForce = totals.inForce
      return page
    }
    pages.append(page(Permalink("cases"), "all cases", Totals(adding: site.years.map(\.totals))))
    pages += site.jurisdictions.map { page($0.permalink, $0.name, $0.totals) }
    pages += site.years.map { page($0.permalink, String($0.year), $0.totals) }
  }
}

extension Totals {
  /// What is in force in each currency, as the ledger writes it; nil where nothing is.
  var inForce: String? {
    let sums = amounts.filter { !$0.inForce.isZero }.map { sum in
      let (low, high) = (sum.inForce.low, sum.inForce.high)
      return "\(sum.currency.code):" + (low == high ? low.text : "\(low.text)..\(high.text)")
    }
    return sums.isEmpty ? nil : sums.joined(separator: ",")
  }
}

/// What an entry says of where it was before.
private struct Earlier {
  let formerly: [Written<String>]
  let merged: [Written<String>]
  let anchors: [AnchorAlias]

  init(_ formerly: [Written<String>], _ merged: [Written<String>], _ anchors: [AnchorAlias]) {
    self.formerly = formerly
    self.merged = merged
    self.anchors = anchors
  }
}
