/// A name found in a body's text.
package struct Mention: Sendable, Hashable {
  /// The range in the `Prose`'s HTML.
  let start: UInt32
  let end: UInt32
  /// The name's id in its `NameIndex`.
  package let name: Int32
  /// How many headings stand in front of it.
  package let section: UInt32

  package var html: Range<Int> { Int(start)..<Int(end) }
}
