import Foundation
import Mustache
import Testing

/// One example of the official suite, <https://github.com/mustache/spec>.
struct SpecificationExample: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let desc: String
  let data: JSON
  let template: String
  let partials: [String: String]?
  let expected: String

  var testDescription: String { name }
}

extension SpecificationExample {
  /// The folder of the suite's JSON files, which stands beside the repository where there is one.
  static let folder = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../../shared/conformance/mustache").standardizedFileURL

  static let chapters = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "inheritance",
  ]

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func examples(of chapter: String) throws -> [SpecificationExample] {
    struct Chapter: Decodable { let tests: [SpecificationExample] }
    let data = try Data(contentsOf: folder.appending(path: "\(chapter).json"))
    return try JSONDecoder().decode(Chapter.self, from: data).tests
  }
}

/// Any JSON value; numbers are kept as the text that Mustache shows.
indirect enum JSON: Decodable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let whole = try? value.decode(Int.self) {
      self = .text(String(whole))
    } else if let decimal = try? value.decode(Double.self) {
      self = .text(String(decimal))
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  var text: String { if case .text(let text) = self { text } else { "" } }
  var rows: [JSON] { if case .list(let rows) = self { rows } else { [] } }
  var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
  var holds: Bool { if case .flag(let flag) = self { flag } else { false } }
  var isObject: Bool { if case .object = self { true } else { false } }
}

extension Fields where Value == JSON {
  /// The fields that cover all of `examples`, which are the rows of a list, or one value.
  static func covering(_ examples: [JSON]) -> Fields<JSON> {
    Fields("example") { f in
      f.followSpecification()
      f.add(".", covering: examples) { $0 }
      for key in Set(examples.flatMap { $0.members.keys }).sorted() {
        f.add(key, covering: examples.compactMap { $0.members[key] }) { $0.members[key] ?? .null }
      }
    }
  }
}

extension FieldDeclarations<JSON> {
  fileprivate mutating func add(
    _ name: String, covering examples: [JSON], _ read: @escaping @Sendable (JSON) -> JSON
  ) {
    for example in examples {
      switch example {
      case .null: continue
      case .flag: return flag(name) { read($0).holds }
      case .text: return text(name) { read($0).text }
      case .list:
        let rows = examples.flatMap(\.rows)
        // Nobody knows the fields of rows that are not there.
        if rows.isEmpty { return absent(name) }
        return list(name, of: .covering(rows)) { read($0).rows }
      case .object:
        if name == "." { return }
        return object(name, of: .covering(examples)) { json in
          let value = read(json)
          return value.isObject ? value : nil
        }
      }
    }
    absent(name)
  }
}
