#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How often a file is read again that somebody writes at the same moment.
private let attempts = 3

/// A whole file in as few system calls as there can be; never half of what it was and half of what it
/// is now. One of more than `limit` bytes is not read.
func readFile(
  _ path: String, atMost limit: Int, _ disk: SourceDisk
) throws(LoadingError) -> [UInt8] {
  for _ in 0..<attempts {
    try disk.admit(.open, path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LoadingError(.open, path, errno: errno) }
    defer { close(descriptor) }
    guard let before = FileState(descriptor) else {
      return try read(from: descriptor, path: path, atMost: limit, disk)
    }
    guard before.size <= limit else {
      throw LoadingError(.read, path, cause: "it has \(before.size) bytes, more than \(limit)")
    }
    let bytes = try read(before.size, from: descriptor, path: path, disk)
    if let after = FileState(descriptor), after == before, bytes.count == after.size {
      return bytes
    }
  }
  throw LoadingError(.read, path, cause: "somebody writes it again and again while it is read")
}

/// Those of a file's pieces of a megabyte, one after the other.
func fingerprints(ofFile path: String, _ disk: SourceDisk) throws(LoadingError) -> [Fingerprint] {
  try disk.admit(.open, path)
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw LoadingError(.open, path, errno: errno) }
  defer { close(descriptor) }
  var fingerprints: [Fingerprint] = []
  while true {
    let piece = try read(1 << 20, from: descriptor, path: path, disk)
    if !piece.isEmpty || fingerprints.isEmpty { fingerprints.append(Fingerprint(of: piece)) }
    if piece.count < 1 << 20 { return fingerprints }
  }
}

/// What changes when a regular file is written.
private struct FileState: Equatable {
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil for what is no regular file: a pipe has no size.
  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, (status.st_mode & S_IFMT) == S_IFREG else { return nil }
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    (size, seconds) = (Int(status.st_size), Int(modified.tv_sec))
    nanoseconds = Int(modified.tv_nsec)
  }
}

/// The next `size` bytes of a file; fewer at its end.
private func read(
  _ size: Int, from descriptor: Int32, path: String, _ disk: SourceDisk
) throws(LoadingError) -> [UInt8] {
  var failure: LoadingError?
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    do throws(LoadingError) {
      while count < size {
        let wanted = try disk.admit(reading: size - count, of: path)
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, wanted)
        if got < 0 && errno == EINTR { continue }
        guard got >= 0 else { throw LoadingError(.read, path, errno: errno) }
        if got == 0 { return }
        count += got
      }
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
  return bytes
}

/// Everything that a pipe still gives, if it is not too much; `path` is for messages.
func read(
  from descriptor: Int32, path: String, atMost limit: Int, _ disk: SourceDisk
) throws(LoadingError) -> [UInt8] {
  let room = 1 << 16
  var whole: [UInt8] = []
  while true {
    let wanted = try disk.admit(reading: room, of: path)
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, wanted)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    if failure == EINTR { continue }
    guard failure == 0 else { throw LoadingError(.read, path, errno: failure) }
    if part.isEmpty { return whole }
    whole += part
    guard whole.count <= limit else {
      throw LoadingError(.read, path, cause: "it has more than \(limit) bytes")
    }
  }
}
