import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory that libcmark's trees are made in, one behind the other and one after the other.
///
/// A tree is hundreds of small pieces that are freed together. The arena that libcmark itself offers is
/// one for the whole process, so threads cannot share it; this one is for whoever has it.
final class TreeMemory {
  private let arena = gazette_arena_new()

  deinit { gazette_arena_free(arena) }

  /// Parses Markdown and lends the tree's root; no node may outlive the call, and nothing of `bytes` is
  /// kept.
  func withTree<Result, Failure>(
    of bytes: Bytes, _ work: (Node) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let mark = gazette_arena_mark(arena)
    defer { gazette_arena_release(arena, mark) }
    let document = bytes.withMemoryRebound(to: CChar.self) { characters in
      gazette_parse(arena, characters.baseAddress, characters.count)
    }
    guard let document else { preconditionFailure("libcmark always returns a document") }
    return try work(Node(document))
  }
}

/// The version of the libcmark that is linked, such as `0.30.2`.
package func libcmarkVersion() -> String {
  String(cString: cmark_version_string())
}

/// One node of a tree, valid only as long as the tree is lent out.
struct Node: Equatable {
  /// The raw values are libcmark's own.
  enum Kind: UInt32 {
    case none, document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph
    case heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  }

  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  var kind: Kind { Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
  var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init) }
  var next: Node? { cmark_node_next(pointer).map(Node.init) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init) }

  /// Lines and columns are 1-based and count the bytes that libcmark was given.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }
  var address: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }

  /// A number that a pass leaves at a node for the next; 0 at first.
  var mark: Int {
    get { Int(bitPattern: cmark_node_get_user_data(pointer)) }
    nonmutating set {
      _ = cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue))
    }
  }

  /// The node behind this one in reading order that is not inside it, up to the end of `root`.
  func nextOutside(within root: Node) -> Node? {
    var node = self
    while node != root {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self),
      count: strlen(string))
  }
}
