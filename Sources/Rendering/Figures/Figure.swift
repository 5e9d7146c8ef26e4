import Linking
import Mustache

/// A figure: what it shows in words, the picture, and the table behind it.
struct Figure: Sendable {
  /// A kind of mark, by the class that the style sheet knows it by.
  struct Key: Sendable {
    let code: String
    let name: String
  }

  struct Column: Sendable {
    let name: String
    var isNumber = true
  }

  struct Cell: Sendable {
    let text: String
    var href: String?
    var isNumber = true
  }

  struct Row: Sendable {
    /// The first column's cell.
    let head: Cell
    let cells: [Cell]
  }

  /// No other figure of the page has it.
  let id: String
  let title: String
  /// What the picture shows, for those who do not see it and those in a hurry.
  let summary: String
  /// What is left out, and how much of it.
  var notes: [String] = []
  var keys: [Key] = []
  let drawing: Drawing
  /// The same on a logarithmic scale, where a linear one hides the small.
  var logarithmic: Drawing?
  let columns: [Column]
  let rows: [Row]
}

extension Fields where Value == Figure {
  /// What `figure` may name.
  static let figure = Fields("figure") { f in
    f.text("id") { $0.id }
    f.text("title") { $0.title }
    f.text("summary") { $0.summary }
    f.texts("notes") { $0.notes }
    f.list("keys", of: key) { $0.keys }
    f.html("drawing", when: { _ in true }) { figure, out in
      out.append(
        figure.drawing, id: figure.id, title: figure.title, description: figure.summary)
    }
    f.html("logarithmic", when: { $0.logarithmic != nil }) { figure, out in
      guard let drawing = figure.logarithmic else { return }
      out.append(
        drawing, id: figure.id + "-log", title: figure.title, description: figure.summary)
    }
    f.list("columns", of: column) { $0.columns }
    f.list("rows", of: row) { $0.rows }
  }

  private static let key = Fields<Figure.Key>("key of a figure") { f in
    f.text("code") { $0.code }
    f.text("name") { $0.name }
  }

  private static let column = Fields<Figure.Column>("column of a figure's table") { f in
    f.text("name") { $0.name }
    f.flag("is_number") { $0.isNumber }
  }

  private static let row = Fields<Figure.Row>("row of a figure's table") { f in
    f.object("head", of: cell) { $0.head }
    f.list("cells", of: cell) { $0.cells }
  }

  private static let cell = Fields<Figure.Cell>("cell of a figure's table") { f in
    f.text("text") { $0.text }
    f.optionalText("href") { $0.href }
    f.flag("is_number") { $0.isNumber }
  }
}

extension FieldDeclarations {
  /// The figures of a page; empty where there is too little to show.
  mutating func declareFigures(_ figures: @escaping @Sendable (Value) -> [Figure]) {
    list("figures", of: .figure, figures)
  }
}
