/// A template compiled for one kind of page: what to write, in order, with every name resolved.
struct Program: Sendable {
  enum Step: Sendable {
    /// A run of `literals`.
    case literal(Range<Int>)
    /// A text, escaped, behind a run of `literals`: two copies for the price of one growth check.
    case text(after: Range<Int>, level: Int, Lent<Field.Text>)
    case unescapedText(level: Int, Lent<Field.Text>)
    case html(level: Int, Lent<Field.Writer>)
    /// The steps up to `end` follow when the condition's answer is `answer`.
    case when(level: Int, Lent<Field.Condition>, answer: Bool, end: Int)
    /// The steps up to `end` follow for each value, which is then at the level `into`.
    case each(level: Int, Lent<Field.Reach>, into: Int, end: Int)
  }

  private var steps: [Step] = []
  private(set) var literals: [UInt8] = []
  /// What the steps have on loan.
  private var lent: [any AnyObject & Sendable] = []
  /// How many values are shown at once where sections nest most deeply, the page included.
  private var levels = 1
  /// The first step that no literal may be merged into, because a section ends before it.
  private var barrier = 0
}

extension Program {
  /// Writes what the template makes of the value in `root`.
  func run(showing root: Frame, into out: inout OutputBuffer) {
    FrameStack.holding(root, levels: levels) { frames in
      run(0..<steps.count, frames, &out)
    }
  }

  private func run(_ range: Range<Int>, _ frames: FrameStack, _ out: inout OutputBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      var next = index + 1
      switch steps[index] {
      case .literal(let run):
        literals.withUnsafeBytes { out.append(UnsafeRawBufferPointer(rebasing: $0[run])) }
      case .text(let run, let level, let text):
        let value = text.use { $0.read(frames[level]) }
        literals.withUnsafeBytes { literals in
          out.append(UnsafeRawBufferPointer(rebasing: literals[run]), thenEscaped: value)
        }
      case .unescapedText(let level, let text):
        out.append(text.use { $0.read(frames[level]) })
      case .html(let level, let writer): writer.use { $0.write(frames[level], &out) }
      case .when(let level, let condition, let answer, let end):
        if condition.use({ $0.holds(frames[level]) }) != answer { next = end }
      case .each(let level, let values, let into, let end):
        let content = next..<end
        values.use {
          $0.show(frames[level]) { frame in
            frames[into] = frame
            run(content, frames, &out)
          }
        }
        next = end
      }
      index = next
    }
  }
}

extension Program {
  /// Whether the last thing written is known to end a line.
  var endsLine: Bool { lastLiteral != nil && literals.last == 0x0A }

  /// The run that the last step writes, if it may be extended.
  private var lastLiteral: Range<Int>? {
    guard case .literal(let run) = steps.last, barrier < steps.count else { return nil }
    return run
  }

  mutating func append(literal bytes: some Collection<UInt8>) {
    if bytes.isEmpty { return }
    let start = lastLiteral?.lowerBound ?? literals.count
    if lastLiteral != nil { steps.removeLast() }
    literals += bytes
    steps.append(.literal(start..<literals.count))
  }

  mutating func append(text: Field.Text, at level: Int) {
    let before = lastLiteral ?? 0..<0
    if lastLiteral != nil { steps.removeLast() }
    steps.append(.text(after: before, level: level, lend(text)))
  }

  mutating func append(unescaped text: Field.Text, at level: Int) {
    steps.append(.unescapedText(level: level, lend(text)))
  }

  mutating func append(html writer: Field.Writer, at level: Int) {
    steps.append(.html(level: level, lend(writer)))
  }

  /// Begins a section, which `closeSection` ends when it is given the number returned here.
  mutating func openSection(
    when condition: Field.Condition, is answer: Bool, at level: Int
  ) -> Int {
    steps.append(.when(level: level, lend(condition), answer: answer, end: 0))
    return steps.count - 1
  }

  /// Begins a section that puts each value at the level `into`.
  mutating func openSection(forEach values: Field.Reach, at level: Int, into: Int) -> Int {
    steps.append(.each(level: level, lend(values), into: into, end: 0))
    levels = max(levels, into + 1)
    return steps.count - 1
  }

  mutating func closeSection(_ start: Int) {
    barrier = steps.count
    switch steps[start] {
    case .when(let level, let condition, let answer, _):
      steps[start] = .when(level: level, condition, answer: answer, end: barrier)
    case .each(let level, let values, let into, _):
      steps[start] = .each(level: level, values, into: into, end: barrier)
    case .literal, .text, .unescapedText, .html:
      preconditionFailure("step \(start) does not open a section")
    }
  }

  private mutating func lend<Part: AnyObject & Sendable>(_ part: Part) -> Lent<Part> {
    lent.append(part)
    return Lent(part)
  }
}
