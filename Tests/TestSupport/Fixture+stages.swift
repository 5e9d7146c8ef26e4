import CommonMark
import Content
import Diagnostics
import Linking
import Loading

extension Fixture {
  /// Stage 2 of every file: what each says by itself.
  package var casebook: Diagnosed<Casebook> {
    do throws(LoadingError) {
      let settings = try tree.publicationSettings()
      var parsed: [Diagnosed<ParsedFile>] = []
      for file in tree.entries { parsed.append(try file.parsed(language: settings.value.language)) }
      return Casebook.assembled(from: parsed, settings: settings, in: tree)
    } catch {
      preconditionFailure("files in memory can always be read, but: \(error)")
    }
  }

  /// Stages 2 and 3, as a build runs them.
  package func linked(_ options: LinkingOptions = .someDay) -> Diagnosed<Site> {
    casebook.then { casebook in
      var casebook = casebook
      let texts = casebook.takeCaseTexts()
      let directory = casebook.directory(of: texts, options)
      var desk = WritingDesk()
      var links: [Diagnosed<CaseLinks>] = []
      for (position, text) in texts.enumerated() {
        links.append(directory.linkedCase(position, text, at: &desk))
      }
      return directory.site(links)
    }
  }

  package var site: Site { linked().value }

  /// What a run over these sources reports, in the order in which people read it; what is only
  /// advice to an editor, as most fixtures would get, where it is asked for.
  package func findings(
    _ options: LinkingOptions = .someDay, withAdvice: Bool = false
  ) -> [Finding] {
    findings(
      in: linked(options).diagnostics.filter { withAdvice || !Rule.advice.contains($0.rule) })
  }

  package func findings(in diagnostics: [Diagnostic]) -> [Finding] {
    let tree = tree
    return Report(diagnostics) { tree.bytes(at: $0) }.items.map { item in
      let at = item.start.map { "\($0.path):\($0.line):\($0.column)" } ?? "nowhere"
      return Finding(
        at: at, rule: item.diagnostic.rule, message: item.diagnostic.message,
        notes: item.notes.map { note in
          note.position.map { "\($0.path):\($0.line):\($0.column) \(note.message)" } ?? note.message
        })
    }
  }
}

/// One diagnostic as a reader meets it.
package struct Finding: Sendable, Equatable, CustomStringConvertible {
  /// `path:line:column`.
  package let at: String
  package let rule: Rule
  package let message: String
  package let notes: [String]

  /// `path:line:column rule`.
  package var description: String { "\(at) \(rule.id)" }
}

extension LinkingOptions {
  /// Noon of 1 July 2026, when nothing in these tests is under embargo unless it means to be.
  package static let someDay = LinkingOptions(now: Timestamp(seconds: 1_782_907_200))
}
