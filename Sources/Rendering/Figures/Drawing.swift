import Mustache

/// A picture as SVG while it is being drawn: marks in the order in which they are laid on.
///
/// Lengths are in units of a view 400 wide, so that letters of size 12 can be read on a telephone and
/// in a column. Looks come from the style sheet by class alone: a page forbids styles of its own.
struct Drawing: Sendable {
  enum Anchor: String { case start, middle, end }

  static let width = 400.0

  let height: Double
  private(set) var marks = OutputBuffer(capacity: 1024)

  init(height: Double) { self.height = height }

  mutating func line(_ kind: StaticString, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    open("line", kind)
    attribute(" x1=\"", x1)
    attribute(" y1=\"", y1)
    attribute(" x2=\"", x2)
    attribute(" y2=\"", y2)
    marks.append("/>\n")
  }

  /// A bar, and what a pointer that rests on it is told.
  mutating func bar(
    _ kind: StaticString, _ x: Double, _ y: Double, width: Double, height: Double, title: String
  ) {
    open("rect", kind)
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    attribute(" width=\"", width)
    attribute(" height=\"", height)
    close("rect", title)
  }

  mutating func dot(_ kind: StaticString, _ x: Double, _ y: Double, radius: Double, title: String) {
    open("circle", kind)
    attribute(" cx=\"", x)
    attribute(" cy=\"", y)
    attribute(" r=\"", radius)
    close("circle", title)
  }

  mutating func text(
    _ kind: StaticString, _ x: Double, _ y: Double, _ anchor: Anchor, _ text: String
  ) {
    open("text", kind)
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    if anchor != .start {
      marks.append(" text-anchor=\"")
      marks.append(anchor.rawValue)
      marks.append("\"")
    }
    marks.append(">")
    marks.appendEscaped(text)
    marks.append("</text>\n")
  }

  private mutating func open(_ element: StaticString, _ kind: StaticString) {
    marks.append("<")
    marks.append(element)
    marks.append(" class=\"")
    marks.append(kind)
    marks.append("\"")
  }

  private mutating func close(_ element: StaticString, _ title: String) {
    marks.append("><title>")
    marks.appendEscaped(title)
    marks.append("</title></")
    marks.append(element)
    marks.append(">\n")
  }

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    marks.append(name)
    marks.append(length: value)
    marks.append("\"")
  }
}

extension OutputBuffer {
  /// The picture as an element that says in words what it shows; `id` is the figure's.
  mutating func append(_ drawing: Drawing, id: String, title: String, description: String) {
    append("<svg class=\"drawing\" viewBox=\"0 0 ")
    append(length: Drawing.width)
    append(" ")
    append(length: drawing.height)
    append("\" role=\"img\" aria-labelledby=\"")
    append(id)
    append("-title ")
    append(id)
    append("-desc\">\n<title id=\"")
    append(id)
    append("-title\">")
    appendEscaped(title)
    append("</title>\n<desc id=\"")
    append(id)
    append("-desc\">")
    appendEscaped(description)
    append("</desc>\n")
    append(drawing.marks.bytes)
    append("</svg>\n")
  }

  /// A length to a tenth of a unit, so that every machine writes the same.
  fileprivate mutating func append(length: Double) {
    let tenths = Int((length * 10).rounded())
    if tenths < 0 { append("-") }
    append(number: abs(tenths) / 10)
    guard tenths % 10 != 0 else { return }
    append(".")
    append(number: abs(tenths) % 10)
  }
}
