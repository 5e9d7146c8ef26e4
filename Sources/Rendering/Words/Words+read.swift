import Content
import Diagnostics
import Loading
import Mustache
import ThemeFiles

/// The strings files that have a say in a publication's words, one over the other.
struct StringsFiles {
  /// English, which has every string there is.
  let english: WordFile
  /// Others of the built-in theme, the more general first; none for English.
  let builtIn: [WordFile]
  /// The publication's own, the more general first.
  let own: [WordFile]
  let diagnostics: [Diagnostic]

  /// Files for `nl-BE` are those for `nl` with those for `nl-BE` over them.
  init(for language: String, own files: [SourceFile]) throws(LoadingError) {
    let primary = String(language.prefix { $0 != "-" })
    let tags = primary == language ? [language] : [primary, language]
    var diagnostics: [Diagnostic] = []
    func read(_ bytes: [UInt8], _ path: String) -> WordFile {
      let file = WordFile.read(bytes, path: path)
      diagnostics += file.diagnostics
      return file.value
    }
    func builtIn(_ tag: String) -> WordFile? {
      let name = "strings/\(tag).yml"
      return BuiltInTheme.files.first { $0.name == name }.map {
        read($0.bytes, BuiltInTheme.folder + name)
      }
    }
    english = builtIn("en") ?? WordFile(path: BuiltInTheme.folder + "strings/en.yml")
    self.builtIn = tags.filter { $0 != "en" }.compactMap(builtIn)
    var own: [WordFile] = []
    for tag in tags {
      guard let file = files.first(where: { $0.path == "templates/strings/\(tag).yml" }) else {
        continue
      }
      own.append(read(try file.bytes(), file.path))
    }
    self.own = own
    self.diagnostics = diagnostics
  }

  /// Everything there is to say, the later file over the earlier.
  var book: WordBook {
    var book = WordBook()
    for file in [english] + builtIn + own { book.replace(by: file.words) }
    return book
  }
}

extension WordFile {
  fileprivate var words: [String: WordBook.Word] {
    Dictionary(
      entries.map { entry in
        (
          entry.key, WordBook.Word(entry.text, at: entry.place, isVerbatim: entry.isVerbatim)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Words {
  /// English as the theme has it.
  static var english: Words {
    let book = (try? StringsFiles(for: "en", own: []).book) ?? WordBook()
    return Words(book, language: "en")
  }
}

extension SourceTree {
  /// The words of the theme in the publication's language, with its own over the built-in ones, and
  /// what is wrong with its own.
  func strings() throws(LoadingError) -> Diagnosed<(book: WordBook, words: Words)> {
    let language = try publicationSettings().value.language
    let own = templates.filter { $0.path.hasSuffix(".yml") }
    let files = try StringsFiles(for: language, own: own)
    let book = files.book
    var tags: Set<String> = []
    for template in templates where template.path.hasSuffix(".mustache") && !files.own.isEmpty {
      tags.formUnion(try template.bytes().namedWords)
    }
    return Diagnosed(
      (book, Words(book, language: language)),
      files.diagnostics + files.problems(in: language, namedByTemplates: tags))
  }
}

extension [UInt8] {
  /// The keys behind `words.` in a template.
  fileprivate var namedWords: Set<String> {
    let text = String(decoding: self, as: UTF8.self)
    return Set(
      text.split(separator: "words.", omittingEmptySubsequences: false).dropFirst().map { part in
        String(part.prefix { $0 != "}" && !$0.isWhitespace })
      })
  }
}
