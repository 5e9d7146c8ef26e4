import Content
import Linking

// What the data dictionary says.
extension Wording {
  static let data = "Data"

  static func descriptionOfData(of site: String) -> String {
    "Everything in the \(site) as tables: what the files are, and what each field and word means."
  }

  /// Nil for what is not in the list of files: the page itself, and the files beside pages.
  static func summary(of file: DataFile) -> String? {
    switch file {
    case .dictionary, .ofCase, .list: nil
    case .table(let index): Dataset.tables[index].facts.title
    case .package: "Frictionless Data Package: the CSV files with types, keys and references"
    case .json: "everything in one JSON document"
    case .ndjson: "the cases, one JSON object a line"
    case .caseSchema: "JSON Schema of one case"
    case .casesSchema: "JSON Schema of cases.json"
    case .database: "SQLite: all tables with keys, references and a full-text index"
    }
  }

  static func type(_ kind: ColumnFacts.Kind) -> String {
    switch kind {
    case .text: "text"
    case .list: "list of texts"
    case .whole: "whole number"
    case .amount: "decimal number"
    case .date: "date"
    case .moment: "date and time"
    case .flag: "true or false"
    case .address: "web address"
    }
  }

  static func meaning(of state: Standing.Outcome.State) -> String {
    switch state {
    case .proposed: "announced, and not imposed"
    case .imposed: "in force"
    case .replaced: "another measure took its place"
    case .annulled: "quashed or withdrawn"
    case .recorded: "neither proposed nor imposed by its step: a payment, for instance"
    }
  }

  /// What a status means, as a phrase without a full stop.
  static func phrase(of status: Standing.Status) -> String {
    let sentence = meaning(of: status)
    return sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
  }
}
