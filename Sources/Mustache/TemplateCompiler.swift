import Diagnostics

/// Compiles one template, with everything it includes, for one kind of page.
///
/// An included template is compiled anew wherever it is included, since its names may mean
/// something else there. Two limits keep that finite whatever the templates say.
struct TemplateCompiler {
  /// How many sections, blocks and inclusions may be open at once: each takes some of the stack.
  static let nestingLimit = 100
  /// How many bytes and parts one kind of page may come to, everything included.
  static let sizeLimit = 8 << 20

  let templates: [String: ParsedTemplate]
  let words: WordBook
  var program = Program()
  private(set) var diagnostics: [Diagnostic] = []
  /// The parts visited so far.
  private var visited = 0
  /// Whether a limit was reached; nothing more is compiled then.
  private var isAbandoned = false
  /// Whether the next line to begin is one that has begun already, before an overridden block.
  var isMidLine = false

  init(templates: [String: ParsedTemplate], words: WordBook) {
    self.templates = templates
    self.words = words
  }

  mutating func compile(_ template: ParsedTemplate, showing page: FieldTable) {
    compile(template.nodes, Surroundings(template, showing: page))
  }

  mutating func compile(_ nodes: [TemplateNode], _ place: Surroundings) {
    for node in nodes where !isAbandoned {
      visited += 1
      if program.literals.count + visited > Self.sizeLimit {
        abandon(.templateTooLarge(place.chain[0].name, at: place.typed(0..<0)))
        return
      }
      switch node {
      case .text(let range, let startsLine): add(range, startsLine: startsLine, place)
      case .variable(let name, let isRaw): addVariable(name, isRaw: isRaw, place)
      case .section(let name, let isInverted, let content):
        guard let inner = nested(place, at: name) else { return }
        if isInverted {
          addInvertedSection(name, content, inner)
        } else {
          addSection(name, content, inner)
        }
      case .inclusion(let inclusion):
        guard let inner = nested(place, at: inclusion.name) else { return }
        add(inclusion, inner)
      case .block(let block):
        guard let inner = nested(place, at: block.name) else { return }
        add(block, inner)
      }
    }
  }

  /// The same surroundings, one deeper; nil when that is too deep.
  private mutating func nested(_ place: Surroundings, at name: Range<Int>) -> Surroundings? {
    var inner = place
    inner.depth += 1
    if inner.depth <= Self.nestingLimit { return inner }
    abandon(.nestsTooDeeply(place.typed(name), place.chain.map(\.name), limit: Self.nestingLimit))
    return nil
  }

  /// Takes note of a problem; compiling goes on.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports that a limit is reached, and compiles nothing more.
  private mutating func abandon(_ diagnostic: Diagnostic) {
    isAbandoned = true
    report(diagnostic)
  }
}
