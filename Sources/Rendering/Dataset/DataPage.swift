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
      Wording.data, at: Permalink("data").path, in: Permalink("data").path,
      description: Wording.descriptionOfData(of: publication.site.settings.title),
      of: publication)
    let root = publication.site.root
    let paths = publication.sheets.compactMap { sheet -> File? in
      guard case .data(let file) = sheet.content, let summary = Wording.summary(of: file) else {
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
}

extension Fields where Value == DataPage {
  /// What `data` may name.
  static let dataPage = Fields("page of data") { f in
    f.declareHead()
    f.list("files", of: file) { $0.files }
    f.object("licence", of: licence) { $0.head.publication.site.settings.licence }
    f.flag("has_csv") { $0.hasCSV }
    f.list("tables", of: table) { page in
      let prefix = page.head.publication.site.root.prefix
      return Dataset.tables.map { table in
        TableEntry(
          table: table.facts, href: page.hasCSV ? "\(prefix)/data/\(table.facts.name).csv" : nil)
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

  private static let table = Fields<TableEntry>("table") { f in
    f.text("name") { $0.table.name }
    f.text("title") { $0.table.title }
    f.text("summary") { $0.table.summary }
    f.optionalText("href") { $0.href }
    f.text("key") { $0.table.key.joined(separator: ", ") }
    f.list("columns", of: column) { $0.table.columns }
    f.list("enumerations", of: enumeration) { $0.table.columns.filter { !$0.choices.isEmpty } }
  }

  private static let column = Fields<ColumnFacts>("column") { f in
    f.text("name") { $0.name }
    f.text("type") { Wording.type($0.kind) }
    f.text("summary") { $0.summary }
    f.flag("is_required") { $0.isRequired }
    f.flag("is_long") { $0.isLong }
    f.optionalText("table") { $0.table }
  }

  private static let enumeration = Fields<ColumnFacts>("column with words") { f in
    f.text("name") { $0.name }
    f.list("words", of: word) { $0.choices }
  }

  private static let word = Fields<Choice>("word") { f in
    f.text("word") { $0.word }
    f.text("meaning") { $0.meaning }
  }
}
