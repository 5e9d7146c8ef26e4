import Content
import Mustache

extension FieldDeclarations {
  /// Offers everything that the front matter of `part` may hold, under its key.
  ///
  /// A name that the page declares itself comes first: it has something richer to show than what
  /// was written. So a new field of the schema can be named in templates at once.
  mutating func declare<Part: Sendable>(
    _ schema: Schema<Part>, _ part: @escaping @Sendable (Value) -> Part
  ) {
    let fields = Fields<Part>(schema.name) { f in
      for field in schema.fields {
        switch field.shown {
        case .text(let read): f.optionalText(field.key, read)
        case .texts(let read): f.texts(field.key, read)
        case .flag(let read): f.flag(field.key, read)
        case nil: break
        }
      }
    }
    include(fields, part)
  }
}
