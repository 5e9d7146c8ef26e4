import ArgumentParser
import Building
import Diagnostics
import Linking
import Loading
import Publishing
import Rendering

/// A site that was published, held against what its sources make now.
struct Verification {
  let publication: PublicationOptions
  let output: OutputDirectory
  /// The site's folder as a person would type it.
  let path: String
  let linking: LinkingOptions

  /// The sources' build, and the site they made, which no build has until its examination ends. Throws
  /// where the sources are wrong, or the site is not what they make, after saying so.
  func examined(imprinting: Bool = false) async throws -> (build: Build, site: Examination) {
    let progress = Progress(isWanted: publication.showsProgress)
    defer { progress.end() }
    let cores = Cores(publication.cores) { progress.advance($0, of: $1) }
    progress.begin("listing")
    let sources = try SourceTree(reading: publication.source)
    let examination = try output.examine { holder in
      let who = holder.map { " (process \($0))" } ?? ""
      Terminal.say("gazette: another build\(who) has '\(path)'; waiting for it to end\n")
    }
    let build = try await Build(
      of: sources, linking, on: cores, imprinting: imprinting,
      beginning: { progress.begin($0.rawValue) })
    progress.end()
    let verdict = try publication.verdict(on: build.diagnostics, in: sources)
    Terminal.say(verdict.text)
    guard !verdict.isFatal, let edition = build.edition else { throw ExitCode.contentErrors }
    progress.begin("comparing")
    let additions = try await Additions(to: linking)
    defer { additions.remove() }
    let finding = try await examination.finding(against: edition, additions, on: cores)
    progress.end()
    guard finding.isSound else {
      Terminal.say("gazette: \(finding.differences(in: path))")
      throw ExitCode.impossible
    }
    return (build, examination)
  }
}

extension Examination {
  /// How the site differs from an edition, every file of which is compared.
  func finding(
    against edition: Rendering.Edition, _ additions: Additions = .none, on cores: Cores
  ) async throws -> Finding {
    try await edition.written(on: cores) { sheet, content in
      switch content {
      case .bytes(let bytes, _):
        try additions.index?.add(sheet, bytes, of: edition)
        try self.compare(sheet.path, bytes)
      case .copy(let source): try self.compare(sheet.path, with: source)
      case .pieces:
        try self.compare(sheet.path) { edition.forEachPiece(of: sheet, $0) }
      case .drawing(let drawing): try additions.cards?.compare(sheet, drawing, in: self)
      }
    }
    try additions.index?.compare(in: self)
    return finding()
  }

  /// Compares a file with one of the publication, or of the theme within the binary.
  fileprivate func compare(_ path: String, with source: SourceFile) throws {
    if let file = source.diskPath {
      try compare(path, withFile: file)
    } else {
      try source.bytes().withUnsafeBytes { try compare(path, $0) }
    }
  }
}

extension Examination.Finding {
  /// How many files are named of each kind.
  private static let namesShown = 10

  /// In words, for a site that is not what its sources make.
  func differences(in path: String) -> String {
    let kinds = [
      (changed, "is not what the sources make", "differ"),
      (missing, "is missing", "are missing"),
      (surplus, "is there that the sources do not make", "are there that the sources do not make"),
    ]
    var counts: [String] = []
    var names = ""
    for (files, one, many) in kinds where !files.isEmpty {
      counts.append("\(files.count) \(files.count == 1 ? one : many)")
      for file in files.prefix(Self.namesShown) { names += "  '\(path)/\(file)' \(one)\n" }
      if files.count > Self.namesShown {
        names += "  and \(files.count - Self.namesShown) more\n"
      }
    }
    return "'\(path)' is not what its sources make: of its files \(counts.joined(separator: ", "))"
      + "; run 'gazette build'\n\(names)"
  }
}

extension BuildCommand {
  /// `gazette build --verify`: changes nothing, and fails where the site is not what a build from
  /// nothing would make.
  func verified() async throws {
    let verification = Verification(
      publication: publication, output: output, path: path, linking: linking)
    let inventory = try await verification.examined().site.finding().inventory
    if !publication.quiet && publication.format.isForPeople {
      let count = inventory.files.count
      Terminal.say("'\(path)' is what its sources make: \(count) files, all of them compared\n")
    }
    Terminal.result(Array("\(inventory.digest)  \(path)\n".utf8))
  }
}
