import ArgumentParser
import Building
import Content
import Diagnostics
import Drafting
import Linking
import Loading
import Publishing

/// `gazette new`: a new entry that passes `check`, and what is still to be filled in.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a new entry that already passes check, or says what to fill in.",
    discussion: """
      On a terminal it asks for what no option has said; elsewhere it never asks. It prints the path \
      of every file it has made. Nothing is ever overwritten, and no address is given out twice.
      """)

  @OptionGroup var desk: DeskOptions
  @OptionGroup var facts: EntryFacts

  @Argument(help: "What it is: \(EntryKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: EntryKind

  @Argument(
    help: "Its address and file name: lower-case letters, digits and single hyphens.")
  var slug: String

  @Flag(help: "Make companies and regulators that have no entry yet, with the names given.")
  var create = false

  @Flag(help: "Open the file in $VISUAL or $EDITOR.")
  var edit = false

  func validate() throws {
    guard isSlug(slug) else {
      let better = Drafting.slug(for: slug)
      throw ValidationError(
        "'\(slug)' cannot be an address; a slug is lower-case letters, digits and single hyphens"
          + (better.isEmpty ? "" : ", such as '\(better)'"))
    }
    try facts.validate(for: kind)
    if create && kind != .case {
      throw ValidationError("'--create' is for a case; a \(kind.rawValue) names no other entries")
    }
  }

  func run() async throws {
    let editor = edit ? try Editor.ofPerson() : nil
    do {
      let tree = try desk.tree()
      let casebook = try await tree.casebook(on: Cores(Terminal.cores)).value
      let addresses = try Addresses(tree, casebook)
      try addresses.refuse(slug, kind)
      let drafts = try drafts(casebook)
      for other in drafts.dropLast() { try addresses.refuse(other.slug, other.kind) }
      let files = drafts.map(\.file)
      let report = try Report(checking: files, in: tree)
      try NewFiles(in: desk.source).write(files.map { ($0.path, try $0.bytes()) })
      for draft in drafts { Terminal.result(Array((desk.typed(draft.path) + "\n").utf8)) }
      if let editor {
        try editor.open(desk.typed("content/\(kind.folder)/\(slug).md"))
        try await review("content/\(kind.folder)/\(slug).md")
      } else {
        Terminal.say(report.remaining(of: kind))
      }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    } catch let error as NewFileError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }

  /// Says what `check` would of the entry as its editor has left it.
  private func review(_ path: String) async throws {
    let tree = try desk.tree()
    let cores = Cores(Terminal.cores)
    var parsed = try await tree.casebook(on: cores)
    let linked = try await parsed.value.linked(
      LinkingOptions(now: desk.moment, showsDrafts: true, showsEmbargoed: true), on: cores)
    let diagnostics = (parsed.diagnostics + linked.diagnostics).filter { $0.place?.path == path }
    let report = Report(diagnostics) { tree.bytes(at: $0) }
    Terminal.say(
      report.formatted(
        as: .human, colored: ColorChoice.auto.isUsed, isVerbose: true, version: Gazette.version))
    if let tally = report.tally { Terminal.say(tally + "\n") }
    if report.count(.error) > 0 { throw ExitCode.contentErrors }
  }

  /// The entry, behind those that are made together with it.
  private func drafts(_ casebook: Casebook) throws -> [EntryDraft] {
    var questions = Questions()
    guard kind == .case else {
      return [try facts.entry(kind, slug, today: desk.moment.date, &questions)]
    }
    let wayOut = "\n  --create makes one; 'gazette list' shows those there are"
    var companies = Entities(
      .company, in: NameBook(companiesOf: casebook), mayCreate: create, wayOut: wayOut)
    var regulators = Entities(
      .regulator, in: NameBook(regulatorsOf: casebook), mayCreate: create, wayOut: wayOut)
    let draft = try facts.caseDraft(
      &companies, &regulators, today: desk.moment.date, &questions)
    let made =
      try companies.created.map { EntryDraft(.company, $0.slug, named: $0.name, [:]) }
      + regulators.created.map { try facts.regulator($0, &questions) }
    return made + [draft.entry(slug)]
  }
}

/// The addresses that are, or were, somebody's.
private struct Addresses {
  let casebook: Casebook
  let paths: [String]
  let ledger: String

  init(_ tree: SourceTree, _ casebook: Casebook) throws(LoadingError) {
    self.casebook = casebook
    paths = tree.entries.map(\.path)
    ledger = String(decoding: try tree.ledger?.bytes() ?? [], as: UTF8.self)
  }

  /// Ends the command where the slug's address belongs to somebody, or once did.
  func refuse(_ slug: String, _ kind: EntryKind) throws {
    guard let owner = casebook.owner(of: slug, kind, paths: paths, ledger: ledger) else { return }
    let why =
      switch owner {
      case .entry(let path): "\(path) is there already"
      case .renamed(let heir, let path):
        "it is an earlier slug of '\(heir)' (\(path)), to which its address leads"
      case .site: "the site itself has a page at /\(slug)/"
      case .gone: "'gone' in content/site.yml says that its address was taken away"
      case .recorded(let line):
        "its address was published before (content/ledger.txt:\(line)), and readers may know it"
      }
    Terminal.say(
      "gazette: \(kind.rawValue) '\(slug)' cannot be made: \(why); nothing was written\n")
    throw ExitCode.impossible
  }
}
