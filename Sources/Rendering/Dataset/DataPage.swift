import Content
import Linking
import Mustache

/// The data dictionary: every file, table, column and word there is, at `/data/`.
struct DataPage: PublishedPage {
  /// A file to take away.
  struct File: Sendable {
    let name: String
    let href: String
    let summary: String
  }

  let head: PageHead
  let files: [File]
  /// Whether each table is there as a file of its own.
  let hasCSV: Bool

  init(in publication: Publication) {
    head = PageHead(
      publication.words[.data], at: Permalink("data").path, in: Permalink("data").path,
      description: publication.words.text(
        .aboutData, ["site": publication.site.settings.title]),
      of: publication)
    let root = publication.site.root
    let paths = publication.sheets.compactMap { sheet -> File? in
      guard case .data(let file) = sheet.content, let summary = publication.words.summary(of: file)
      else {
        return nil
      }
      return File(
        name: String(sheet.path.dropFirst("data/".utf8.count)),
        href: root.prefix + "/" + sheet.path, summary: summary)
    }
    files = paths
    hasCSV = publication.site.settings.data.contains(.csv)
  }
}

/// A table as the dictionary explains it.
private struct TableEntry: Sendable {
  let table: TableFacts
  /// Nil where it is no file of its own.
  let href: String?

  var columns: [ColumnEntry] { table.columns.map { ColumnEntry(table: table, column: $0) } }
}

/// A column as the dictionary explains it.
private struct ColumnEntry: Sendable {
  let table: TableFacts
  let column: ColumnFacts

  var words: [(column: ColumnFacts, word: String)] { column.choices.map { (column, $0) } }
}

extension Fields where Value == DataPage {
  /// What `data` may name.
  static func dataPage(_ words: Words) -> Fields<DataPage> {
    Fields<DataPage>("page of data") { f in
      f.declareHead()
      f.list("files", of: file) { $0.files }
      f.object("licence", of: licence) { $0.head.publication.site.settings.licence }
      f.flag("has_csv") { $0.hasCSV }
      f.list("tables", of: table(words)) { page in
        let prefix = page.head.publication.site.root.prefix
        return Dataset.tables.map { table in
          TableEntry(
            table: table.facts, href: page.hasCSV ? "\(prefix)/data/\(table.facts.name).csv" : nil)
        }
      }
    }
  }

  private static let file = Fields<DataPage.File>("file of data") { f in
    f.text("name") { $0.name }
    f.text("href") { $0.href }
    f.text("summary") { $0.summary }
  }

  private static let licence = Fields<Settings.Licence>("licence") { f in
    f.text("name") { $0.name }
    f.optionalText("url") { $0.url }
  }

  private static func table(_ words: Words) -> Fields<TableEntry> {
    Fields<TableEntry>("table") { f in
      f.text("name") { $0.table.name }
      f.text("title") { words.title(of: $0.table) }
      f.text("summary") { words.row(of: $0.table) }
      f.optionalText("href") { $0.href }
      f.text("key") { $0.table.key.joined(separator: ", ") }
      f.list("columns", of: column(words)) { $0.columns }
      f.list("enumerations", of: enumeration(words)) { entry in
        entry.columns.filter { !$0.column.choices.isEmpty }
      }
    }
  }

  private static func column(_ words: Words) -> Fields<ColumnEntry> {
    Fields<ColumnEntry>("column") { f in
      f.text("name") { $0.column.name }
      f.text("type") { words.type(of: $0.column) }
      f.text("summary") { words.summary(of: $0.column, in: $0.table) }
      f.flag("is_required") { $0.column.isRequired }
      f.flag("is_long") { $0.column.isLong }
      f.optionalText("table") { $0.column.table }
    }
  }

  private static func enumeration(_ words: Words) -> Fields<ColumnEntry> {
    Fields<ColumnEntry>("column with words") { f in
      f.text("name") { $0.column.name }
      f.list("words", of: word(words)) { $0.words }
    }
  }

  private static func word(_ words: Words) -> Fields<(column: ColumnFacts, word: String)> {
    Fields<(column: ColumnFacts, word: String)>("word") { f in
      f.text("word") { $0.word }
      f.text("meaning") { words.meaning(of: $0.word, in: $0.column) }
    }
  }
}
