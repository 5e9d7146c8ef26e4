#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the sources of a publication lie: what has to be watched to know when one changes.
package struct SourceFolders: Sendable, Equatable {
  /// Paths from the source directory, `content` and `templates` among them where they are there.
  package var folders: [String] = []
  /// Files that are reached by a symbolic link, which change elsewhere.
  package var links: [String] = []
  /// Every file that was found.
  package var files: [String] = []

  package init() {}
}

extension SourceFile {
  /// Whether the bytes lie below `directory` once every symbolic link is followed; a file in memory
  /// lies nowhere else.
  package func lies(within directory: String) -> Bool {
    guard case .disk(let root, _) = storage else { return true }
    guard let top = resolved(directory), let own = resolved(root + path) else { return false }
    return own.hasPrefix(top.hasSuffix("/") ? top : top + "/")
  }
}

/// The path without links, `.` and `..`; nil for one that leads nowhere.
private func resolved(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

extension SourceTree {
  /// The tree with some paths looked at again: what is there now is in it, what is gone is not.
  package func lookingAgain(at paths: Set<String>, in directory: String) -> SourceTree {
    let root = directory.hasSuffix("/") ? directory : directory + "/"
    let found = paths.filter { SourceFile(path: $0, root: root).stamp != nil }
    guard found != Set(folders.files).intersection(paths) else { return self }
    let files = folders.files.filter { !paths.contains($0) } + found.sorted()
    var tree = SourceTree(files.map { SourceFile(path: $0, root: root) })
    tree.folders = folders
    tree.folders.files = files
    return tree
  }
}
