/// One thing a template may name, and how to read it from a frame.
struct Field: Sendable {
  let name: String
  let content: Content

  enum Content: Sendable {
    /// Written escaped; a section of it is shown when it is not empty.
    case text(Text)
    /// Written as it is; a section of it is shown when it writes something.
    case html(Markup)
    /// Not written; a section of it is shown when it holds.
    case flag(Condition)
    /// A section of it is shown once for each row.
    case list(Rows)
    /// A section of it is shown once, when it is there.
    case object(Part)
    /// A known name that never shows anything, whatever its section holds.
    case absent
  }

  struct Markup: Sendable {
    let writer: Writer
    let isPresent: Condition
  }

  struct Rows: Sendable {
    let fields: FieldTable
    let isFilled: Condition
    let reach: Reach
  }

  struct Part: Sendable {
    let fields: FieldTable
    let reach: Reach
  }
}

// What a program reads a frame with; objects, so that its steps need not count references.
extension Field {
  final class Text: Sendable {
    let read: @Sendable (Frame) -> String

    init(_ read: @escaping @Sendable (Frame) -> String) { self.read = read }
  }

  final class Writer: Sendable {
    let write: @Sendable (Frame, inout OutputBuffer) -> Void

    init(_ write: @escaping @Sendable (Frame, inout OutputBuffer) -> Void) { self.write = write }
  }

  final class Condition: Sendable {
    let holds: @Sendable (Frame) -> Bool

    init(_ holds: @escaping @Sendable (Frame) -> Bool) { self.holds = holds }
  }

  /// Calls `body` with a frame of each value that is reached from the given one, in order.
  final class Reach: Sendable {
    let show: @Sendable (_ from: Frame, _ body: (Frame) -> Void) -> Void

    init(_ show: @escaping @Sendable (_ from: Frame, _ body: (Frame) -> Void) -> Void) {
      self.show = show
    }
  }
}

extension Field.Content {
  /// Whether a section of it is shown.
  var condition: Field.Condition {
    switch self {
    case .text(let text): Field.Condition { frame in !text.read(frame).isEmpty }
    case .html(let markup): markup.isPresent
    case .flag(let flag): flag
    case .list(let rows): rows.isFilled
    case .object(let part): part.reach.reachesAny
    case .absent: Field.Condition { _ in false }
    }
  }

  /// The same content of a part, read from the value that holds the part, of which there is at
  /// most one.
  func of(_ part: Field.Reach) -> Field.Content {
    switch self {
    case .text(let text): .text(text.of(part))
    case .html(let markup):
      .html(
        Field.Markup(writer: markup.writer.of(part), isPresent: markup.isPresent.of(part)))
    case .flag(let flag): .flag(flag.of(part))
    case .list(let rows):
      .list(
        Field.Rows(
          fields: rows.fields, isFilled: rows.isFilled.of(part), reach: rows.reach.of(part)))
    case .object(let inner):
      .object(Field.Part(fields: inner.fields, reach: inner.reach.of(part)))
    case .absent: .absent
    }
  }
}

extension Field.Text {
  fileprivate func of(_ part: Field.Reach) -> Field.Text {
    Field.Text { frame in
      var text = ""
      part.show(frame) { text = self.read($0) }
      return text
    }
  }
}

extension Field.Writer {
  fileprivate func of(_ part: Field.Reach) -> Field.Writer {
    Field.Writer { frame, out in part.show(frame) { self.write($0, &out) } }
  }
}

extension Field.Condition {
  fileprivate func of(_ part: Field.Reach) -> Field.Condition {
    Field.Condition { frame in
      var holds = false
      part.show(frame) { holds = self.holds($0) }
      return holds
    }
  }
}

extension Field.Reach {
  fileprivate func of(_ part: Field.Reach) -> Field.Reach {
    Field.Reach { frame, body in part.show(frame) { self.show($0, body) } }
  }

  fileprivate var reachesAny: Field.Condition {
    Field.Condition { frame in
      var reachesAny = false
      self.show(frame) { _ in reachesAny = true }
      return reachesAny
    }
  }
}
