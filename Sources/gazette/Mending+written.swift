import ArgumentParser
import Building
import Diagnostics
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Mending {
  /// Shows the changes as a patch, and writes them once somebody agrees; false where the files are
  /// what they were.
  func written(
    in publication: PublicationOptions, withoutAsking: Bool
  ) throws -> Bool {
    guard !changes.isEmpty else {
      if !publication.quiet { Terminal.say("nothing can be mended without doubt\n") }
      return false
    }
    if !(publication.quiet && withoutAsking) { show(colored: publication.usesColor) }
    let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
    if !withoutAsking {
      guard Terminal.hasSomebody else {
        Terminal.say("nothing was written to \(files), since nobody can be asked; --yes writes\n")
        return false
      }
      var questions = Questions()
      guard try questions.isYes("write this to \(files)?") else {
        Terminal.say("nothing was written\n")
        return false
      }
    }
    try write(below: publication.source)
    if !publication.quiet { Terminal.say("mended \(files)\n") }
    return true
  }

  private func show(colored: Bool) {
    let isColored = colored && isatty(STDOUT_FILENO) == 1
    for change in changes {
      let difference = LineDifference(from: change.old, to: change.new)
      Terminal.result(Array(difference.text(path: change.path, colored: isColored).utf8))
    }
  }

  private func write(below source: String) throws {
    let root = source.hasSuffix("/") ? source : source + "/"
    var failures: [ChangedFileError] = []
    for change in changes {
      do throws(ChangedFileError) {
        try ChangedFile(at: root + change.path).replace(change.old, with: change.new)
      } catch {
        failures.append(error)
      }
    }
    for failure in failures { Terminal.say("gazette: \(failure)\n") }
    if !failures.isEmpty { throw ExitCode.impossible }
  }
}
