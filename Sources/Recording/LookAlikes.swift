import Diagnostics

/// Addresses that differ in capitals or in the form of letters alone; `paths` are those of the files of
/// a site, and `origin` says which source one comes from.
package func lookAlikes(
  among paths: some Collection<String>, origin: (String) -> String?
) -> [Diagnostic] {
  // Nearly every address is plain ASCII in small letters, and differs from all others as it is.
  let unusual = paths.filter { path in
    path.utf8.contains { (65...90).contains($0) || $0 >= 0x80 }
  }
  guard !unusual.isEmpty else { return [] }
  // Two texts are equal in Swift when they are canonically equivalent.
  var first: [String: String] = [:]
  let looked = Set(unusual.map { $0.lowercased() })
  var diagnostics: [Diagnostic] = []
  for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
    let folded = path.lowercased()
    guard looked.contains(folded) else { continue }
    guard let other = first[folded] else {
      first[folded] = path
      continue
    }
    diagnostics.append(.lookAlike("/" + path, "/" + other, at: origin(path), and: origin(other)))
  }
  return diagnostics
}
