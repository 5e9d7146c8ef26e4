import ArgumentParser
import Building
import Content
import Diagnostics
import Drafting
import Linking
import Loading
import Surveying

/// `gazette list`: what there is, as a table, JSON or CSV.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Shows what there is: every entry, or the entries of one kind.",
    discussion: """
      The filters are for cases, drafts and embargoed ones included; --drafts and --scheduled are \
      for news as well. Where content has errors, it shows what can be read, says what cannot, and \
      exits 1.
      """)

  @OptionGroup var desk: DeskOptions

  @Argument(
    help: "One kind: \(EntryKind.allCases.map(\.folder).joined(separator: ", ")).")
  var kind: EntryKind?

  @Option(
    help: ArgumentHelp("Cases against this company, by slug or name.", valueName: "name"),
    completion: .slugs(of: .company))
  var company: String?

  @Option(
    help: ArgumentHelp("Cases that this regulator decided, by slug or name.", valueName: "name"),
    completion: .slugs(of: .regulator))
  var regulator: String?

  @Option(
    help:
      "Cases with this status: \(Standing.Status.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var status: Standing.Status?

  @Flag(help: "Drafts.")
  var drafts = false

  @Flag(help: "Cases under embargo, and when the next embargo ends.")
  var scheduled = false

  @Flag(
    help: """
      Open procedures that nobody has checked for 90 days, and cases with sources that have no \
      archived copy.
      """)
  var stale = false

  @Flag(help: "One JSON array, with everything that is known of each.")
  var json = false

  @Flag(help: "CSV with a header, with everything that is known of each.")
  var csv = false

  private var isFiltered: Bool {
    company != nil || regulator != nil || status != nil || drafts || scheduled || stale
  }

  func validate() throws {
    if json && csv { throw ValidationError("'--json' and '--csv' exclude each other") }
    let isForCases = company != nil || regulator != nil || status != nil || stale
    if isFiltered, let kind, kind != .case, kind != .news || isForCases {
      throw ValidationError("the filters are for cases; \(kind.folder) have nothing of the kind")
    }
  }

  func run() async throws {
    do {
      let tree = try desk.tree()
      let cores = Cores(Terminal.cores)
      var parsed = try await tree.casebook(on: cores)
      let selection = try selection(in: parsed.value)
      // Where figures are shown they are the site's, in which nothing counts that readers cannot see.
      let showsAll = kind == nil || kind == .case || kind == .news
      let linked = try await parsed.value.linked(
        LinkingOptions(now: desk.moment, showsDrafts: showsAll, showsEmbargoed: showsAll),
        on: cores)
      let table = table(of: linked.value, selection)
      Terminal.result(Array(text(of: table).utf8))
      if !json && !csv { Terminal.say(ending(table, linked.value)) }
      try report(parsed.diagnostics + linked.diagnostics, parsed.value)
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }

  private func selection(in casebook: Casebook) throws -> Selection {
    var selection = Selection()
    var companies = Entities(.company, in: NameBook(companiesOf: casebook))
    var regulators = Entities(.regulator, in: NameBook(regulatorsOf: casebook))
    selection.company = try company.map { try companies.slug(ofGiven: $0) }
    selection.regulator = try regulator.map { try regulators.slug(ofGiven: $0) }
    selection.status = status
    (selection.isDraft, selection.isScheduled, selection.isStale) = (drafts, scheduled, stale)
    return selection
  }

  private func table(of site: Site, _ selection: Selection) -> Table {
    if kind == .news { return site.newsTable(selection) }
    if isFiltered || kind == .case { return site.caseTable(selection, at: desk.moment) }
    return kind.map { site.table(of: $0) } ?? site.wholeTable
  }

  private func text(of table: Table) -> String {
    if json { return table.json }
    if csv { return table.csv }
    return table.rows.isEmpty ? "" : table.text(width: Terminal.width)
  }

  /// How many there are, and when the next embargo ends.
  private func ending(_ table: Table, _ site: Site) -> String {
    let count = table.rows.count
    let what = kind?.folder ?? (isFiltered ? EntryKind.case.folder : "entries")
    var text = count == 0 ? "no \(what)" : "\(count) \(count == 1 ? singular(what) : what)"
    if kind == nil, drafts || scheduled {
      var alike = Selection()
      (alike.isDraft, alike.isScheduled) = (drafts, scheduled)
      let news = site.newsTable(alike).rows.count
      if news > 0 { text += ", and \(news) of 'gazette list news'" }
    }
    if scheduled, let next = site.nextRelease { text += "; the next embargo ends \(next.text)" }
    return text + "\n"
  }

  private func singular(_ what: String) -> String {
    EntryKind.allCases.first { $0.folder == what }?.rawValue ?? "entry"
  }

  /// Says what the list may lack.
  private func report(_ diagnostics: [Diagnostic], _ casebook: Casebook) throws {
    let errors = diagnostics.count { $0.severity == .error }
    guard errors > 0 else { return }
    let broken = casebook.broken.sorted { $0.key.rawValue < $1.key.rawValue }
      .flatMap { kind, slugs in slugs.sorted().map { "\(kind.rawValue) '\($0)'" } }
    var text = "gazette: the content has \(errors) \(errors == 1 ? "error" : "errors"), "
    text += "so the list may be wrong; 'gazette check' shows \(errors == 1 ? "it" : "them")\n"
    if !broken.isEmpty {
      text += "  missing, since they cannot be read: \(broken.joined(separator: ", "))\n"
    }
    Terminal.say(text)
    throw ExitCode.contentErrors
  }
}

extension Standing.Status: ExpressibleByArgument {}
