import ArgumentParser
import Diagnostics
import Inquiring
import Linking
import Loading
import Publishing

extension PublicationOptions {
  /// What the hosts of all sources say of them: those that were not asked lately are asked now.
  func answers(on site: Site) async throws -> [Diagnostic] {
    let sources = site.cases.flatMap { linked in
      linked.fields.sources.map { NamedSource($0, in: linked.path) }
    }
    let addresses = sources.compactMap(\.address)
    var book = knownAnswers
    let before = book.text
    let inquiry = Inquiry(
      of: book.toAsk(of: addresses, on: moment.date),
      as: "gazette/\(Gazette.version) (checks links of \(site.root.url))")
    do {
      let progress = Progress(isWanted: showsProgress)
      defer { progress.end() }
      progress.begin("asking")
      book.note(try await inquiry.asked { progress.advance($0, of: $1) }, on: moment.date)
    } catch {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
    book.keep(only: addresses)
    try remember(book.text, insteadOf: before)
    if !quiet && format.isForPeople {
      let lately = Set(addresses).count - inquiry.addresses.count
      let asked = inquiry.addresses.count
      Terminal.say(
        "asked for \(asked) \(asked == 1 ? "source" : "sources"), \(lately) seen lately\n")
    }
    return book.report(on: sources)
  }

  /// Below the source directory, and no part of the publication.
  private var bookPath: String {
    (source.hasSuffix("/") ? source : source + "/") + ".gazette/answers.txt"
  }

  private var knownAnswers: AnswerBook {
    // Where there is none, or it cannot be read, everything is asked.
    (try? SourceFile(typed: bookPath).bytes()).map { AnswerBook($0) } ?? AnswerBook()
  }

  private func remember(_ text: String, insteadOf before: String) throws {
    guard text != before else { return }
    do {
      if let old = try? SourceFile(typed: bookPath).bytes() {
        try ChangedFile(at: bookPath).replace(old, with: Array(text.utf8))
      } else {
        try NewFiles(in: source).write([(".gazette/answers.txt", Array(text.utf8))])
      }
    } catch {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }
}
