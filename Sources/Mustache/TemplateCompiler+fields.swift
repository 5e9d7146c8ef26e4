import Diagnostics

extension TemplateCompiler {
  /// `{{name}}`, `{{{name}}}` or `{{&name}}`.
  mutating func addVariable(_ name: Range<Int>, isRaw: Bool, _ place: Surroundings) {
    if let key = place.wordKey(name) { return addWord(key, name, place) }
    guard let field = field(name, place) else { return }
    add(field, isRaw: isRaw, place) { place.typed(name) }
  }

  /// What a field writes; `typed` is its name where it stands, for messages.
  mutating func add(
    _ field: FieldReference, isRaw: Bool, _ place: Surroundings, _ typed: () -> TypedName
  ) {
    switch field.content {
    case .text(let text) where !isRaw: program.append(text: text, at: field.level)
    case .text(let text) where place.page.followsSpecification:
      program.append(unescaped: text, at: field.level)
    case .text: report(.unescapedText(typed()))
    case .html(let markup): program.append(html: markup.writer, at: field.level)
    case .flag: report(.flagAsText(typed()))
    case .list(let rows): report(.listAsText(typed(), rowNames: rows.fields.names))
    case .object(let part): report(.objectAsText(typed(), names: part.fields.names))
    case .absent: break
    }
  }

  /// `{{#name}}…{{/name}}`
  mutating func addSection(
    _ name: Range<Int>, _ content: [TemplateNode], _ place: Surroundings
  ) {
    // Without the name nothing is known about what stands inside.
    guard let field = field(name, place) else { return }
    var inner = place
    let section: Int
    switch field.content {
    case .absent: return
    case .list(let rows):
      inner.scope = place.scope.entering(rows.fields)
      section = program.openSection(
        forEach: rows.reach, at: field.level, into: inner.scope.level)
    case .object(let part):
      inner.scope = place.scope.entering(part.fields)
      section = program.openSection(
        forEach: part.reach, at: field.level, into: inner.scope.level)
    case .text, .html:
      inner.scope = place.scope.entering(field)
      section = program.openSection(when: field.content.condition, is: true, at: field.level)
    case .flag(let flag):
      section = program.openSection(when: flag, is: true, at: field.level)
    }
    compile(content, inner)
    program.closeSection(section)
  }

  /// `{{^name}}…{{/name}}`
  mutating func addInvertedSection(
    _ name: Range<Int>, _ content: [TemplateNode], _ place: Surroundings
  ) {
    guard let field = field(name, place), !field.isAbsent else { return compile(content, place) }
    let section = program.openSection(when: field.content.condition, is: false, at: field.level)
    compile(content, place)
    program.closeSection(section)
  }

  /// The field that a name stands for; nil once it is reported that there is none.
  private mutating func field(_ name: Range<Int>, _ place: Surroundings) -> FieldReference? {
    switch place.scope.resolved(name, in: place.template.source.bytes) {
    case .success(let field): return field
    case .failure(let unknown):
      report(unknown.diagnostic(name) { place.typed($0) })
      return nil
    }
  }
}

extension UnknownName {
  func diagnostic(_ name: Range<Int>, _ typed: (Range<Int>) -> TypedName) -> Diagnostic {
    switch self {
    case .notOffered(let part, let nearest, let kind, let names):
      .unknownName(typed(part), nearest: nearest, kind: kind, offered: names)
    case .behindList(let part): .dotBehindList(typed(part))
    case .behindValue(let part): .dotBehindValue(typed(part))
    case .fieldsOnly(let kind): .fieldsOnly(typed(name), kind: kind)
    }
  }
}
