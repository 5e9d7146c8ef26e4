import CYaml
import Diagnostics

/// Reads one YAML document through the events of libyaml.
///
/// Events and not composed nodes: an alias is seen, and refused, before anything could expand it;
/// tags and anchors are seen where they stand; and it costs a fifth of composing
/// (docs/decisions/0002-libyaml-events.md). The strict subset of design section 2 is enforced here.
struct YAMLReader {
  private let path: String
  private var lines: YAMLLines
  private(set) var diagnostics: [Diagnostic] = []
  /// Collections that are open, the innermost last.
  private var open: [OpenCollection] = []

  private struct OpenCollection {
    let isRecord: Bool
    let start: Int
    /// Of a list.
    var items: [YAMLNode] = []
    /// Of a record, with a key that waits for its value.
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var key: YAMLNode?

    init(isRecord: Bool, start: Int) {
      self.isRecord = isRecord
      self.start = start
      // Most hold a few, and growing one by one copies all of them each time.
      if isRecord { pairs.reserveCapacity(8) } else { items.reserveCapacity(4) }
    }

    mutating func add(_ node: consuming YAMLNode) {
      guard isRecord else { return items.append(node) }
      if let key = key.take() { pairs.append((key, node)) } else { key = node }
    }
  }

  /// Deeper than any front matter that means something.
  private static let deepest = 16

  /// The document between `start` and `end` of a file's bytes; nil when it is not YAML at all or
  /// when it is empty. What is wrong is in `diagnostics`.
  static func document(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, path: String
  ) -> Diagnosed<YAMLNode?> {
    var reader = YAMLReader(path: path, lines: YAMLLines(bytes, from: start))
    let root = reader.read(bytes)
    return Diagnosed(root, reader.diagnostics)
  }

  private init(path: String, lines: YAMLLines) {
    self.path = path
    self.lines = lines
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLNode? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    var root: YAMLNode?
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        let problem = problem(of: parser, bytes)
        if documents > 0 && problem.isTextBehindTheDocument {
          diagnostics.append(.secondDocument(at: problem.place))
          return root
        }
        diagnostics.append(
          problem.isTooDeep
            ? .tooDeep(at: problem.place, limit: Self.deepest) : .notYAML(problem))
        return nil
      }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return root
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents == 2 {
          diagnostics.append(.secondDocument(at: place(event)))
          return root
        }
      default:
        if let finished = take(event) { root = finished }
        // libyaml's own work grows with the square of the depth, so it is not asked to go on.
        if open.count > Self.deepest {
          diagnostics.append(.tooDeep(at: place(event), limit: Self.deepest))
          return nil
        }
      }
    }
  }

  /// Takes one event in; the finished root when it was the last of the document.
  private mutating func take(_ event: yaml_event_t) -> YAMLNode? {
    switch event.type {
    case YAML_ALIAS_EVENT:
      diagnostics.append(.alias(at: place(event)))
      return close(.broken, event)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuse(anchor: scalar.anchor, tag: scalar.tag, event)
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return close(.scalar(String(decoding: text, as: UTF8.self)), event)
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      refuse(anchor: list.anchor, tag: list.tag, event)
      return begin(isRecord: false, event)
    case YAML_MAPPING_START_EVENT:
      let record = event.data.mapping_start
      refuse(anchor: record.anchor, tag: record.tag, event)
      return begin(isRecord: true, event)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return finish(event)
    default:
      return nil
    }
  }

  private mutating func begin(isRecord: Bool, _ event: yaml_event_t) -> YAMLNode? {
    open.append(OpenCollection(isRecord: isRecord, start: range(of: event).lowerBound))
    return nil
  }

  private mutating func finish(_ event: yaml_event_t) -> YAMLNode? {
    guard let last = open.popLast() else { return nil }
    // A block collection ends where the next thing begins; its last item says where it stops.
    let end = last.items.last?.end ?? last.pairs.last?.value.end ?? range(of: event).upperBound
    let kind = last.isRecord ? YAMLNode.Kind.record(last.pairs) : .list(last.items)
    return add(YAMLNode(kind: kind, start: last.start, end: end))
  }

  private mutating func close(_ kind: consuming YAMLNode.Kind, _ event: yaml_event_t) -> YAMLNode? {
    let range = range(of: event)
    return add(YAMLNode(kind: kind, start: range.lowerBound, end: range.upperBound))
  }

  private mutating func add(_ node: consuming YAMLNode) -> YAMLNode? {
    if open.isEmpty { return node }
    open[open.count - 1].add(node)
    return nil
  }

  private mutating func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ event: yaml_event_t
  ) {
    if anchor != nil { diagnostics.append(.anchor(at: place(event))) }
    if let tag { diagnostics.append(.tag(String(cString: tag), at: place(event))) }
  }

  private mutating func range(of event: yaml_event_t) -> Range<Int> {
    lines.range(from: YAMLLines.Mark(event.start_mark), to: YAMLLines.Mark(event.end_mark))
  }

  private mutating func place(_ event: yaml_event_t) -> Place {
    let range = range(of: event)
    return Place(path: path, start: range.lowerBound, end: range.upperBound)
  }

  /// What libyaml stumbled over, with its own words for what is not a common slip.
  private func problem(
    of parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> YAMLProblem {
    let words = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    if parser.error == YAML_READER_ERROR {
      let offset = lines.start + Int(parser.problem_offset)
      return YAMLProblem(words: words, found: nil, place: Place(path: path, at: offset))
    }
    let offset = lines.offset(of: YAMLLines.Mark(parser.problem_mark))
    let index = offset - lines.start
    return YAMLProblem(
      words: words, found: bytes.indices.contains(index) ? bytes[index] : nil,
      place: Place(path: path, at: offset))
  }
}

/// Where reading stopped.
struct YAMLProblem {
  /// libyaml's own phrase.
  let words: String
  /// The byte it stopped at.
  let found: UInt8?
  let place: Place

  /// Whether brackets nest as deep as libyaml itself will go.
  var isTooDeep: Bool { words.hasPrefix("Maximum nesting level reached") }

  /// Whether it is what follows a document's end without a marker of its own.
  var isTextBehindTheDocument: Bool { words == "did not find expected <document start>" }
}

extension YAMLLines.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(index: Int(mark.index), line: Int(mark.line), column: Int(mark.column))
  }
}
