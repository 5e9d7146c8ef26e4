import Diagnostics

package struct ProseOptions: Sendable { package init() {} }
package struct Prose: Sendable {
  package var words: Int { 0 }
  package static func parsing(
    _ bytes: UnsafeBufferPointer<UInt8>, from bodyStart: Int, path: String, sources: [String]?,
    options: ProseOptions
  ) -> Diagnosed<Prose> { Diagnosed(Prose()) }
}
package struct LinkedProse: Sendable { package init() {} }
