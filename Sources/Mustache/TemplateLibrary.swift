import Diagnostics

/// The templates of a publication, parsed; `template(_:showing:)` makes one ready for a kind of page.
package struct TemplateLibrary: Sendable {
  /// By name.
  let templates: [String: ParsedTemplate]
  let words: WordBook
}

extension Sequence<TemplateSource> {
  /// Parses every template, used or not, and checks what it says about the others.
  ///
  /// Of two sources with one name the later is taken: so a publication replaces a built-in one.
  package func parsedTemplates(saying words: WordBook = WordBook()) -> Diagnosed<TemplateLibrary> {
    var sources: [String: TemplateSource] = [:]
    for source in self { sources[source.name] = source }
    var templates: [String: ParsedTemplate] = [:]
    var diagnostics: [Diagnostic] = []
    let inOrder = sources.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for source in inOrder {
      let parsed = source.parsed()
      templates[source.name] = parsed.value
      diagnostics += parsed.diagnostics
    }
    var check = InclusionCheck(templates: templates)
    for source in inOrder { diagnostics += check.problems(in: source.name) }
    return Diagnosed(TemplateLibrary(templates: templates, words: words), diagnostics)
  }
}

extension Sequence<Diagnostic> {
  /// Without those that an earlier one already tells: the same rule and words at the same place.
  ///
  /// A template that several kinds of page include is compiled for each of them, so what is wrong
  /// in it is noticed as often.
  package func withoutRepeats() -> [Diagnostic] {
    var told: Set<Diagnostic> = []
    return filter { diagnostic in
      told.insert(Diagnostic(diagnostic.rule, diagnostic.message, at: diagnostic.place)).inserted
    }
  }
}

/// Whether the templates that others include exist, and have the blocks that are overridden.
private struct InclusionCheck {
  let templates: [String: ParsedTemplate]
  private var offeredBlocks: [String: Set<String>] = [:]

  init(templates: [String: ParsedTemplate]) { self.templates = templates }

  mutating func problems(in name: String) -> [Diagnostic] {
    guard let template = templates[name] else { return [] }
    let source = template.source
    var problems: [Diagnostic] = []
    for inclusion in template.contents.inclusions {
      let included = source.bytes.text(inclusion.name)
      guard templates[included] != nil else {
        let nearest = nearestName(to: included, among: templates.keys)
        problems.append(
          .unknownPartial(included, nearest: nearest, at: source.place(inclusion.name)))
        continue
      }
      let offered = blocks(offeredBy: included)
      for override in inclusion.overrides {
        let typed = source.bytes.text(override.name)
        if offered.contains(typed) { continue }
        problems.append(
          .unusedOverride(
            typed, parent: included, nearest: nearestName(to: typed, among: offered),
            offered: offered.sorted(), at: source.place(override.name)))
      }
    }
    return problems
  }

  /// The names of the blocks in a template and in everything it includes.
  private mutating func blocks(offeredBy name: String) -> Set<String> {
    if let known = offeredBlocks[name] { return known }
    var found: Set<String> = []
    var seen: Set<String> = [name]
    var open = [name]
    while let next = open.popLast() {
      guard let template = templates[next] else { continue }
      let contents = template.contents
      found.formUnion(contents.blocks.map { template.source.bytes.text($0.name) })
      for inclusion in contents.inclusions {
        let included = template.source.bytes.text(inclusion.name)
        if seen.insert(included).inserted { open.append(included) }
      }
    }
    offeredBlocks[name] = found
    return found
  }
}

/// The blocks and inclusions of a template, however deep they stand, in the order of the file.
private struct TemplateContents {
  /// Without those that only replace another template's.
  var blocks: [Block] = []
  var inclusions: [Inclusion] = []

  mutating func add(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text, .variable: break
      case .section(_, _, let content): add(content)
      case .block(let block):
        blocks.append(block)
        add(block.content)
      case .inclusion(let inclusion):
        inclusions.append(inclusion)
        for override in inclusion.overrides { add(override.content) }
      }
    }
  }
}

extension ParsedTemplate {
  fileprivate var contents: TemplateContents {
    var contents = TemplateContents()
    contents.add(nodes)
    return contents
  }
}
