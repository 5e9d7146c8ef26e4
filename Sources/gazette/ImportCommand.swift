import ArgumentParser
import Building
import Content
import Diagnostics
import Drafting
import Linking
import Loading
import Publishing

/// `gazette import`: the drafts that a table from elsewhere makes.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes drafts out of a table from elsewhere.",
    discussion: """
      The map says which column becomes what. Names are matched with the publication's entries; those \
      that are not surely one are reported, as lines for the map. What is not taken over stays in the \
      draft as a comment. Nothing is ever overwritten: a row whose address somebody has is left out, \
      so the same table can be imported again.
      """)

  @OptionGroup var desk: DeskOptions

  @Argument(help: ArgumentHelp("A table as CSV, of at most 512 MiB.", valueName: "table"))
  var table: String

  @Option(help: ArgumentHelp("The map of its columns, as YAML.", valueName: "file"))
  var map: String

  @Flag(name: .customLong("dry-run"), help: "Say what would be made, and write nothing.")
  var isRehearsal = false

  func run() async throws {
    do {
      let map = try readMap()
      let text = try SourceFile(typed: table).bytes()
      let rows = try parsed(text, map)
      let tree = try desk.tree()
      let casebook = try await tree.casebook(on: Cores(Terminal.cores)).value
      var importing = Importing(
        rows.header, map, into: casebook, called: name, today: desk.moment.date)
      try refuse(importing, rows)
      let ledger = String(decoding: try tree.ledger?.bytes() ?? [], as: UTF8.self)
      let taken = casebook.slugsOfCases(paths: tree.entries.map(\.path), ledger: ledger)
      let cases = rows.rows.map { importing.draft(of: $0) }
      let new = cases.filter { !taken.contains($0.slug) }
      let files = new.map(\.entry.file)
      if !isRehearsal {
        try NewFiles(in: desk.source).write(try files.map { ($0.path, try $0.bytes()) })
        Terminal.result(Array(files.map { desk.typed($0.path) + "\n" }.joined().utf8))
      }
      let report = ImportReport(
        table: name, isRehearsal: isRehearsal, new: new,
        skipped: cases.filter { taken.contains($0.slug) }, rows: rows, importing: importing)
      Terminal.say(report.text)
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    } catch let error as NewFileError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }

  /// The table's name as a file, for comments and messages.
  private var name: String { table.split(separator: "/").last.map { String($0) } ?? table }

  private func readMap() throws -> ImportMap {
    let file = SourceFile(typed: map)
    let found = try file.importMap()
    let report = Report(found.diagnostics) { $0 == file.path ? try? file.bytes() : nil }
    Terminal.say(
      report.formatted(as: .human, colored: false, version: Gazette.version))
    if report.count(.error) > 0 { throw ExitCode.contentErrors }
    return found.value
  }

  private func parsed(_ bytes: [UInt8], _ map: ImportMap) throws -> DelimitedTable {
    do throws(DelimitedTable.Flaw) {
      return try DelimitedTable(bytes, delimiter: map.delimiter.byte)
    } catch {
      Terminal.say("gazette: '\(table)' is no table that can be read: \(error)\n")
      throw ExitCode.impossible
    }
  }

  /// Ends the command where the map does not fit the table or the publication.
  private func refuse(_ importing: Importing, _ rows: DelimitedTable) throws {
    var text = ""
    for (key, column) in importing.missingColumns {
      text += "gazette: \(map): '\(key)' is to come from '\(column.value)', which is no column"
      if let nearest = nearestName(to: column.value, among: rows.header) {
        text += "; did you mean '\(nearest)'?"
      }
      text += "\n"
    }
    if !text.isEmpty {
      let hint = importing.map.delimiter == .comma && rows.header.count == 1
      text += "  '\(name)' has the columns \(rows.header.joined(separator: ", "))"
      text += hint ? "; is it parted by semicolons or tabs? say so with 'delimiter'\n" : "\n"
    }
    for (kind, slugs) in importing.unknownSlugs {
      text += "gazette: \(map): \(kind) '\(slugs.joined(separator: "', '"))' has no entry\n"
    }
    guard text.isEmpty else {
      Terminal.say(text + "nothing was written\n")
      throw ExitCode.contentErrors
    }
  }
}
