import Diagnostics

extension TemplateCompiler {
  /// Where a part of a template is being compiled: whose text it is, what its names mean, what
  /// has been overridden, and how far its lines are indented.
  struct Surroundings {
    var template: ParsedTemplate
    var scope: Scope
    /// The fields of the page itself.
    let page: FieldTable
    /// The templates that are being compiled, the page's own first.
    var chain: [OpenTemplate]
    var overrides: [String: Override] = [:]
    /// The tags through which this template was included, the page's own first.
    var inclusions: [Place] = []
    /// Goes before each line.
    var indent: [UInt8] = []
    /// How many white-space bytes each line loses at its start.
    var outdent = 0
    /// How many sections, blocks and inclusions are open.
    var depth = 0

    init(_ template: ParsedTemplate, showing page: FieldTable) {
      self.template = template
      self.page = page
      scope = Scope(page)
      chain = [OpenTemplate(name: template.source.name, level: 0, overrides: [:])]
    }

    func text(_ range: Range<Int>) -> String { template.source.bytes.text(range) }

    /// A name with what a diagnostic says about where it stands.
    func typed(_ name: Range<Int>) -> TypedName {
      TypedName(
        text: text(name).shortened, place: template.source.place(name),
        notes: inclusions.reversed().prefix(3).map { Diagnostic.Note("included here", at: $0) })
    }

    /// A range that begins a line, without the white space that its line loses.
    func outdented(_ range: Range<Int>) -> ArraySlice<UInt8> {
      let bytes = template.source.bytes[range]
      let blanks = bytes.prefix(outdent).prefix { $0 == 0x20 || $0 == 0x09 }
      return bytes.dropFirst(blanks.count)
    }
  }

  /// A template that is being compiled, how many lists and objects have been entered by then, and
  /// what is overridden in it.
  struct OpenTemplate {
    let name: String
    let level: Int
    let overrides: [String: Override]
  }

  /// A block that takes the place of another template's, and how things are where it stands.
  final class Override {
    let block: Block
    let template: ParsedTemplate
    let overrides: [String: Override]
    let inclusions: [Place]

    init(_ block: Block, in place: Surroundings) {
      self.block = block
      template = place.template
      overrides = place.overrides
      inclusions = place.inclusions
    }
  }
}

extension TemplateCompiler.OpenTemplate {
  /// Whether compiling `other` inside this one would go on for ever: the same template, about the
  /// same values, with the same blocks overridden.
  func isRepeated(by other: TemplateCompiler.OpenTemplate) -> Bool {
    name == other.name && level == other.level && overrides.count == other.overrides.count
      && overrides.allSatisfy { other.overrides[$0.key] === $0.value }
  }
}

/// A name as typed, its place, and where the template it stands in was included, inside out.
struct TypedName {
  let text: String
  let place: Place
  let notes: [Diagnostic.Note]
}
