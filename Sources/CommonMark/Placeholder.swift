import Diagnostics

package struct NameIndex: Sendable { package init(_ names: [(name: String, id: Int32)]) {} }
extension Prose {
  package func mentions(of names: NameIndex) -> [Mention] { [] }
  package func place(of mention: Mention) -> Place { Place(path: path, at: 0) }
}
