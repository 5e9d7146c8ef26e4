import Diagnostics

package struct ProseOptions: Sendable { package init(language: String) {} }
package func bareHTML(_ b: [UInt8]) -> [UInt8] { b }
package func libcmarkVersion() -> String { "" }
package struct Prose: Sendable {
  package var words: Int { 0 }
  package var html: [UInt8] { [] }
  package var links: [OpenLink] = []
  package var headings: [Heading] = []
  package var notes: [Note] = []
  package struct Heading: Sendable { package let anchor: String }
  package struct Note: Sendable { package let anchor: String }
  package static func parsing(
    _ bytes: UnsafeBufferPointer<UInt8>, from bodyStart: Int, path: String, sources: [String]?,
    options: ProseOptions
  ) -> Diagnosed<Prose> { Diagnosed(Prose()) }
  package func mentions(of: NameIndex) -> [Mention] { [] }
  package func place(of: Mention) -> Place { Place(path: "", at: 0) }
  package func linked(_ a: [LinkAnswer], mentions: [(Mention, address: String)]) -> LinkedProse {
    LinkedProse()
  }
}
package struct LinkedProse: Sendable { package init() {} }
package struct NameIndex: Sendable { package init(_: [(name: String, id: Int32)]) {} }
package struct Mention: Sendable { package let name: Int32; package let section: Int32 }
package struct LinkAnswer: Sendable { package init(address: String, text: String) {} }
package struct OpenLink: Sendable {
  package enum Kind: Sendable { case `case`, company, regulator, law, topic, page, file }
  package let kind: Kind
  package let target: String
  package let fragment: String?
  package let place: Place
}
