#if canImport(Glibc)
  import Glibc

  private typealias DirectoryStream = OpaquePointer
#elseif canImport(Darwin)
  import Darwin

  private typealias DirectoryStream = UnsafeMutablePointer<DIR>
#endif

/// Every input of one site, by what it is for; each list in ascending order of its path's bytes.
///
/// A tree lists what there is. Bytes are read file by file when a stage asks, on the thread that
/// parses them, so the sources of a large publication are never all in memory.
package struct SourceTree: Sendable {
  /// `content/site.yml`, if there is one.
  package private(set) var settings: SourceFile?
  /// `content/ledger.txt`, if there is one: the addresses that were ever published.
  package private(set) var ledger: SourceFile?
  /// Every `.md` below `content/`, but for `content/files/`.
  package private(set) var entries: [SourceFile] = []
  /// Everything below `content/files/`, published as it is.
  package private(set) var files: [SourceFile] = []
  /// What pages are made with: every `.mustache` below `templates/`, and the words of the theme in
  /// `templates/strings/`.
  package private(set) var templates: [SourceFile] = []
  /// Everything else below `templates/`, published under its path there.
  package private(set) var assets: [SourceFile] = []
  /// What lies in `content/` and is nothing a publication has.
  package private(set) var strays: [String] = []
  /// Where all this was found; empty for a tree of files given as they are.
  package internal(set) var folders = SourceFolders()

  /// A tree of files given as they are, in any order.
  package init(_ files: some Sequence<SourceFile>) {
    self.init(inOrder: files.sorted { $0.path.precedesInBytes($1.path) })
  }

  private init(inOrder files: [SourceFile]) {
    for file in files { sort(file) }
  }

  /// The sources below a directory: `content/` and, where there is one, `templates/`.
  ///
  /// Names that begin with `.` and editors' back-ups (`~` at the end) are passed over. A link is
  /// followed, but never into a folder that is already open above it.
  package init(reading directory: String, disk: SourceDisk = .sound) throws(LoadingError) {
    let root = directory.hasSuffix("/") ? directory : directory + "/"
    var listing = Listing(disk: disk)
    try list("content", below: root, required: true, within: [], into: &listing)
    try list("templates", below: root, required: false, within: [], into: &listing)
    let paths = listing.paths.sorted { $0.precedesInBytes($1) }
    self.init(inOrder: paths.map { SourceFile(path: $0, root: root, disk: disk) })
    folders = listing.folders
    folders.files = listing.paths
  }

  /// Whether a name is none of the publication's: hidden, or an editor's back-up.
  package static func passesOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~")
  }

  /// The same tree with other bytes in some of its files, by their paths.
  package func replacing(_ changed: [String: [UInt8]]) -> SourceTree {
    func replaced(_ file: SourceFile) -> SourceFile {
      changed[file.path].map { SourceFile(path: file.path, bytes: $0) } ?? file
    }
    var tree = self
    tree.settings = settings.map(replaced)
    tree.ledger = ledger.map(replaced)
    tree.entries = entries.map(replaced)
    tree.templates = templates.map(replaced)
    return tree
  }

  private mutating func sort(_ file: SourceFile) {
    let path = file.path
    if path == "content/site.yml" {
      settings = file
    } else if path.hasPrefix("content/files/") {
      files.append(file)
    } else if path.hasPrefix("content/") {
      if path.hasSuffix(".md") {
        entries.append(file)
      } else if path == "content/ledger.txt" {
        ledger = file
      } else {
        strays.append(path)
      }
    } else if path.hasSuffix(".mustache") || isWords(path) {
      templates.append(file)
    } else {
      assets.append(file)
    }
  }
}

private func isWords(_ path: String) -> Bool {
  path.hasPrefix("templates/strings/") && path.hasSuffix(".yml")
}

/// What is found on the way down.
private struct Listing {
  let disk: SourceDisk
  var paths: [String] = []
  var folders = SourceFolders()
}

/// What tells one folder from another on this machine.
private struct FolderIdentity: Hashable {
  let device: UInt64
  let inode: UInt64
}

/// Deeper than any editor's order goes; recursion ends here.
private let deepestFolder = 64

/// Adds every file below `folder`, which is a path from `root`, in the order the system gives, and
/// the folders they lie in.
private func list(
  _ folder: String, below root: String, required: Bool, within ancestors: Set<FolderIdentity>,
  into listing: inout Listing
) throws(LoadingError) {
  try listing.disk.admit(.list, root + folder)
  guard let stream = opendir(root + folder) else {
    if !required && errno == ENOENT { return }
    throw LoadingError(.list, root + folder, errno: errno)
  }
  defer { closedir(stream) }
  var status = stat()
  guard fstat(dirfd(stream), &status) == 0 else {
    throw LoadingError(.list, root + folder, errno: errno)
  }
  let identity = FolderIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  guard !ancestors.contains(identity) else { return }
  guard ancestors.count < deepestFolder else {
    throw LoadingError(
      .list, root + folder, cause: "it lies more than \(deepestFolder) folders deep")
  }
  let open = ancestors.union([identity])
  listing.folders.folders.append(folder)
  while let entry = try next(in: stream, of: root + folder, listing.disk) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(
        to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)
      ) { String(cString: $0) }
    }
    if SourceTree.passesOver(name) { continue }
    let path = folder + "/" + name
    if try isFolder(entry.pointee.d_type, path: root + path) {
      try list(path, below: root, required: true, within: open, into: &listing)
    } else {
      listing.paths.append(path)
      if Int32(entry.pointee.d_type) == Int32(DT_LNK) { listing.folders.links.append(path) }
    }
  }
}

/// The next entry of an open folder, nil behind its last; `path` is for messages.
private func next(
  in stream: DirectoryStream, of path: String, _ disk: SourceDisk
) throws(LoadingError) -> UnsafeMutablePointer<dirent>? {
  try disk.admit(.list, path)
  // `readdir` tells the end from trouble by `errno` alone.
  errno = 0
  if let entry = readdir(stream) { return entry }
  guard errno == 0 else { throw LoadingError(.list, path, errno: errno) }
  return nil
}

/// Most file systems say what an entry is; links and the others are asked.
private func isFolder(_ type: UInt8, path: String) throws(LoadingError) -> Bool {
  if Int32(type) == Int32(DT_DIR) { return true }
  if Int32(type) == Int32(DT_REG) { return false }
  var status = stat()
  // A link that leads nowhere is told when its bytes are wanted.
  guard stat(path, &status) == 0 else { return false }
  if (status.st_mode & S_IFMT) == S_IFDIR { return true }
  guard (status.st_mode & S_IFMT) == S_IFREG else {
    // A pipe would keep the build waiting for ever.
    throw LoadingError(.read, path, cause: "it is neither a file nor a folder")
  }
  return false
}

extension SourceTree {
  /// The bytes of the file with a path of this tree, for showing an excerpt; nil where there is no
  /// such file any more.
  package func bytes(at path: String) -> [UInt8]? {
    guard let file = file(at: path) else { return nil }
    return try? file.bytes()
  }

  /// The file with a path of this tree.
  package func file(at path: String) -> SourceFile? {
    if settings?.path == path { return settings }
    if ledger?.path == path { return ledger }
    return [entries, templates, assets, files].lazy.compactMap { $0.file(at: path) }.first
  }
}

extension [SourceFile] {
  /// The file with this path, of files in ascending order of their paths' bytes.
  fileprivate func file(at path: String) -> SourceFile? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].path.precedesInBytes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < endIndex && self[low].path == path ? self[low] : nil
  }
}

extension SourceTree {
  /// The tree with what is read more than once, or small, read now: settings, ledger and templates.
  /// Whatever is made of it is made of these bytes.
  package func holdingSmallFiles() throws(LoadingError) -> SourceTree {
    var tree = self
    if let settings { tree.settings = try settings.held() }
    if let ledger { tree.ledger = try ledger.held() }
    tree.templates = []
    for template in templates { tree.templates.append(try template.held()) }
    return tree
  }
}
