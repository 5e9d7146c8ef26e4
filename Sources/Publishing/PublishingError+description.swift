#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PublishingError: CustomStringConvertible {
  /// One line in words: what could not be done, why, and what has become of the site.
  package var description: String {
    switch cause {
    case .system(let code):
      "cannot \(step.words) '\(path)': \(Self.words(for: code)); \(state.words(for: destination))"
    case .unlawfulPath(let reason):
      "cannot write '\(path)': \(reason); \(state.words(for: destination))"
    case .writtenTwice:
      "cannot write '\(path)': two things on the site have this address; "
        + state.words(for: destination)
    case .alsoAFolder:
      "cannot write '\(path)': it would be a file and a folder at once; "
        + state.words(for: destination)
    case .notAFile:
      "cannot \(step.words) '\(path)': it is not a file; \(state.words(for: destination))"
    case .changedMeanwhile:
      "cannot \(step.words) '\(path)': somebody changed it while it was copied; build again; "
        + state.words(for: destination)
    case .noSite:
      "there is no site in '\(destination)'; make it with 'gazette build'"
    case .notAFolder:
      "'\(destination)' is not a folder; move it away or choose another destination"
    case .overlap(let overlap, let source):
      "the destination '\(destination)' \(overlap.words) the source folder '\(source)'; "
        + "choose a folder of its own"
    case .foreign(let names, let others, let counted):
      "'\(destination)' holds files that Gazette did not put there: "
        + Self.list(names, others: others, counted: counted)
        + "; move them away or choose another destination"
    case .held(let process):
      "another build \(process.map { "(process \($0)) " } ?? "")has '\(destination)'; "
        + "waited in vain for it to end"
    case .damagedManifest(let line):
      "'\(path)' is damaged at line \(line), so Gazette cannot tell its own files from others; "
        + "move '\(destination)' away"
    case .laterManifest(let version):
      "'\(path)' was written by a later Gazette (manifest version \(version)); "
        + "use that one, or move '\(destination)' away"
    }
  }

  private static func list(_ names: [String], others: Int, counted: Bool) -> String {
    let quoted = names.map { "'\($0)'" }
    if others > 0 {
      return quoted.joined(separator: ", ") + " and \(counted ? "" : "at least ")\(others) more"
    }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The common refusals in plain words, the others in the system's.
  static func words(for code: Int32) -> String {
    switch code {
    case ENOSPC: "no space left on the device"
    case EDQUOT: "the disk quota is used up"
    case EACCES: "permission denied"
    case EPERM: "not permitted"
    case EROFS: "the file system is read-only"
    case EMFILE: "this process has too many files open"
    case ENFILE: "the system has too many files open"
    case EIO: "the device reports an input/output error"
    case EFBIG: "the file would be too large"
    case ENAMETOOLONG: "the name is too long for the file system"
    case ENOENT: "it does not exist"
    case EEXIST: "it exists already; do two addresses differ in case alone?"
    case ENOTEMPTY: "it is not empty"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case ELOOP: "too many symbolic links"
    case EBUSY: "it is in use"
    case EXDEV: "it lies on another file system"
    case EINVAL: "the file system refuses it, perhaps for a character in its name"
    case EILSEQ: "the file system takes no name with such characters"
    case ESTALE: "the server does not know it any more"
    case ETIMEDOUT: "the server does not answer"
    case EMLINK: "the file system lets a folder hold no more of them"
    case ENOLCK, ENOTSUP: "the file system does not support it"
    default: strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
  }
}

extension PublishingError.Step {
  var words: String {
    switch self {
    case .open: "open"
    case .lock: "lock"
    case .list: "list"
    case .inspect: "inspect"
    case .read: "read"
    case .makeFolder: "make the folder"
    case .write: "write"
    case .setMode: "set the permissions of"
    case .link: "keep"
    case .flush: "write to the disk what is in"
    case .move: "put in place"
    case .exchange: "put the new site in place of"
    case .remove: "remove"
    }
  }
}

extension PublishingError.Overlap {
  fileprivate var words: String {
    switch self {
    case .equals: "is"
    case .inside: "lies inside"
    case .contains: "contains"
    }
  }
}

extension PublishingError.SiteState {
  fileprivate func words(for destination: String) -> String {
    switch self {
    case .untouched: "'\(destination)' is as it was"
    case .partlyNew: "'\(destination)' is partly new and partly old, build again to mend it"
    case .new: "'\(destination)' holds the new site"
    }
  }
}
