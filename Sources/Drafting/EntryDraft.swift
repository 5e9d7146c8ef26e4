import Content
import Diagnostics
import Loading

/// A new entry before it is a file: where it will lie, and what is known of it.
package struct EntryDraft: Sendable {
  package let kind: EntryKind
  package let slug: String
  private let values: [String: DraftValue]
  private let remarks: [String]
  private let body: String

  /// `values` by their key of front matter; what the schema requires and is not among them is left
  /// to be filled in. `remarks` are lines for the editor, which become comments.
  package init(
    _ kind: EntryKind, _ slug: String, _ values: [String: DraftValue], remarks: [String] = [],
    body: String = ""
  ) {
    self.kind = kind
    self.slug = slug
    self.values = values
    self.remarks = remarks
    self.body = body
  }

  /// From the source directory.
  package var path: String { "content/\(kind.folder)/\(slug).md" }

  package var file: SourceFile {
    var frontMatter = FrontMatterText()
    frontMatter.add(kind.fieldNotes, values)
    frontMatter.remarks = remarks
    return SourceFile(path: path, bytes: Array((frontMatter.text + body).utf8))
  }
}

extension EntryDraft {
  /// An entry that is known by a name: everything but cases.
  ///
  /// The name goes under `title` where the kind has one, under `name` elsewhere; `facts` are texts by
  /// their key.
  package init(_ kind: EntryKind, _ slug: String, named name: String, _ facts: [String: String]) {
    var values = facts.mapValues { DraftValue.text($0) }
    values[kind.nameKey] = .text(name)
    // What would be published at once is not, before somebody has filled it in.
    if kind.fieldNotes.contains(where: { $0.key == "draft" }) { values["draft"] = .text("true") }
    self.init(kind, slug, values)
  }
}

extension EntryKind {
  /// The key under which an entry of this kind says what it is called.
  package var nameKey: String {
    fieldNotes.contains { $0.key == "title" } ? "title" : "name"
  }
}
