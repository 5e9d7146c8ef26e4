import Diagnostics

extension TemplateCompiler {
  /// Text, with the indentation of its line.
  mutating func add(_ range: Range<Int>, startsLine: Bool, _ place: Surroundings) {
    guard startsLine else {
      program.append(literal: place.template.source.bytes[range])
      return
    }
    let line = place.outdented(range)
    // An empty line stays empty.
    if !isMidLine, line.first != 0x0A, !line.elementsEqual([0x0D, 0x0A]) {
      program.append(literal: place.indent)
    }
    isMidLine = false
    program.append(literal: line)
  }

  /// What another template says here.
  mutating func add(_ inclusion: Inclusion, _ place: Surroundings) {
    let name = place.text(inclusion.name)
    // An unknown one is reported once for all pages, when the library is made.
    guard let template = templates[name] else { return }
    var inner = place
    for block in inclusion.overrides {
      let blockName = place.text(block.name)
      // What the template around says about a block comes before what this one says.
      if inner.overrides[blockName] == nil {
        inner.overrides[blockName] = Override(block, in: place)
      }
    }
    let next = OpenTemplate(
      name: name, level: place.scope.level, overrides: inner.overrides)
    inner.chain.append(next)
    inner.inclusions.append(place.template.source.place(inclusion.name))
    if let first = place.chain.firstIndex(where: { $0.isRepeated(by: next) }) {
      report(.recursivePartial(place.typed(inclusion.name), inner.chain[first...].map(\.name)))
      return
    }
    inner.template = template
    inner.indent = inclusion.indent.map { place.indent + place.outdented($0) } ?? []
    inner.outdent = 0
    compile(template.nodes, inner)
  }

  /// A block: what overrides it, or else its own content.
  mutating func add(_ block: Block, _ place: Surroundings) {
    guard let override = place.overrides[place.text(block.name)] else {
      return compile(block.content, place)
    }
    if override.block.content.isEmpty { return }
    var inner = place
    inner.template = override.template
    inner.overrides = override.overrides
    inner.inclusions = override.inclusions
    inner.outdent = override.block.startsLine ? override.block.contentIndent?.count ?? 0 : 0
    inner.indent = place.indent + place.outdented(block.contentIndent ?? block.indent)
    if block.startsLine, !override.block.startsLine { program.append(literal: inner.indent) }
    isMidLine = !block.startsLine && override.block.startsLine
    compile(override.block.content, inner)
    isMidLine = false
    if block.endsLine, !override.block.endsLine, !program.endsLine {
      program.append(literal: place.template.source.bytes[block.lineEnd])
    }
  }
}
