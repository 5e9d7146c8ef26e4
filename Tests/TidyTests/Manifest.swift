/// Package.swift, as far as its targets go.
struct Manifest {
  private let text: String

  init() throws { text = try Repository.text("Package.swift") }

  /// The names of the targets and products that a target's line lists; empty for no such target.
  func dependencies(of target: String) -> Set<String> {
    for opening in ["room(", ".target(", ".executableTarget("] {
      for start in text.ranges(of: opening).map(\.upperBound) {
        let names = names(inCallFrom: start)
        guard names.first == target else { continue }
        return Set(names.dropFirst()).subtracting(packages).subtracting(resources)
      }
    }
    return []
  }

  /// The packages that products come from are no modules, unless a product has the same name.
  private let packages: Set = ["swift-argument-parser", "FlyingFox", "swift-subprocess"]

  /// Folders whose files are compiled in.
  private let resources: Set = ["templates", "browser", "sample"]

  /// Every text between the brackets of one call, in order.
  private func names(inCallFrom start: String.Index) -> [String] {
    var depth = 1
    var names: [String] = []
    var name: String?
    for character in text[start...] {
      if character == "\"" {
        if let ended = name { names.append(ended) }
        name = name == nil ? "" : nil
      } else if name != nil {
        name?.append(character)
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
        if depth == 0 { break }
      }
    }
    return names
  }
}
