import Building
import Diagnostics
import Previewing

/// What a preview says on the terminal: what it shows, then one line for each change.
struct PreviewLog: Sendable {
  private let publication: PublicationOptions
  private let isProduction: Bool

  init(_ publication: PublicationOptions, isProduction: Bool) {
    self.publication = publication
    self.isProduction = isProduction
  }

  func tell(_ notice: Notice) {
    switch notice {
    case .moved(let from, let to):
      Terminal.say("gazette: port \(from) is taken, so this is on \(to)\n")
    case .started(let started): tell(started)
    case .changed(let changed): tell(changed)
    case .trouble(let words):
      Terminal.say("gazette: \(words); what was there before is still shown\n")
    }
  }

  private func tell(_ started: Notice.Started) {
    show(started.build)
    let drafts =
      isProduction
      ? "as it will be published: without drafts and what is under embargo, and without reloading"
      : "\(counted(started.drafts, "draft")) and \(counted(started.embargoed, "entry", "entries")) "
        + "under embargo are shown too"
    let shown =
      started.pages > 0
      ? "\(counted(started.pages, "page")) of \(counted(started.entries, "entry", "entries")) "
        + "in \(tenths(started.seconds)) s"
      : "nothing yet, but the problems above"
    var text = "\(started.address)\n  shows \(shown)\n  \(drafts)\n"
    text += "  watches content/ and templates/, \(counted(started.files, "file"))"
    text += started.isWatched ? "\n" : ", by looking every second: the system watches no more\n"
    if Keyboard.isThere { text += "  o opens it, r builds it anew, q quits\n" }
    Terminal.result(Array(text.utf8))
  }

  private func tell(_ changed: Notice.Changed) {
    if let build = changed.broken { show(build) }
    guard !publication.quiet else { return }
    let subject =
      switch changed.paths.count {
      case 0: "everything"
      case 1: changed.paths[0]
      default: "\(changed.paths[0]) and \(changed.paths.count - 1) more"
      }
    let what =
      switch (changed.broken, changed.reach) {
      case (.some, _): "not shown, because of what stands above"
      case (nil, .nothing): "nothing new"
      case (nil, .files): changed.paths.count == 1 ? "1 file" : "\(changed.paths.count) files"
      case (nil, .texts): counted(changed.paths.count, "page")
      case (nil, .everything): counted(changed.pages, "page")
      }
    let end = changed.isMended ? "; mended" : ""
    Terminal.result(Array("\(subject): \(what), \(changed.milliseconds) ms\(end)\n".utf8))
  }

  private func show(_ build: LiveBuild) {
    let hidesHints = publication.format.isForPeople && !publication.verbose
    guard let weights = try? publication.weights() else { return }
    let report = Report(build.diagnostics, weighing: weights, hidesHints: hidesHints) { path in
      build.sources.bytes(at: path)
    }
    guard !report.items.isEmpty else { return }
    Terminal.say(
      report.formatted(
        as: publication.format, colored: publication.usesColor, isVerbose: publication.verbose,
        version: Gazette.version))
    if publication.format.isForPeople, let tally = report.tally { Terminal.say(tally + "\n") }
  }

  private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) " + (count == 1 ? one : many ?? one + "s")
  }

  private func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
