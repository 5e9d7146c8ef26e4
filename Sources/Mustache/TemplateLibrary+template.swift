import Diagnostics

extension TemplateLibrary {
  /// The template of this name for values with these fields, and what in it does not fit them.
  ///
  /// Nil when something is wrong with it or with what it includes, other than what parsing told.
  package func template<Value>(
    _ name: String, showing fields: Fields<Value>
  ) -> Diagnosed<Template<Value>?> {
    guard let template = templates[name] else {
      let nearest = nearestName(to: name, among: templates.keys)
      return Diagnosed(nil, [.missingTemplate(name, kind: fields.table.kind, nearest: nearest)])
    }
    var compiler = TemplateCompiler(templates: templates, words: words)
    compiler.compile(template, showing: fields.table)
    let diagnostics = compiler.diagnostics.withoutRepeats()
    let isSound = !diagnostics.hasErrors
    return Diagnosed(isSound ? Template(program: compiler.program) : nil, diagnostics)
  }
}
