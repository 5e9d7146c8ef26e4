import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name, near the destination, for what a build needs again before it ends. It is gone
/// with the process, however that ends. Threads use it side by side.
package final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let path: ShownPath
  private let disk: Disk
  private let end = Atomic<Int>(0)
  private let firstFailure = Mutex<PublishingError?>(nil)

  /// In the folder at `path`, or the nearest above that exists; nil where no such file can be made.
  package init?(near path: String, disk: Disk = .sound) {
    var place = Location.nearest(to: path)
    while let here = place, here.status?.kind != .folder {
      place = here.name == nil ? nil : here.parent
    }
    guard let folder = place?.path, let opened = Self.open(in: folder) else { return nil }
    descriptor = opened
    self.path = ShownPath(folder: folder, path: "a file for the time being")
    self.disk = disk
  }

  deinit { close(descriptor) }

  /// Why something that was put away is not to be had again; nothing made of it may be published.
  package var failure: PublishingError? { firstFailure.withLock { $0 } }

  /// Puts bytes away and says where; nil when there is no room.
  package func append(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    var done = 0
    do throws(Obstacle) {
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        done += try disk.transfer(.write, path, rest.count) {
          pwrite(descriptor, rest.baseAddress, $0, off_t(start + done))
        }
      }
      return start
    } catch {
      return nil
    }
  }

  /// Reads bytes that were put away.
  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
    var done = 0
    do throws(Obstacle) {
      while done < buffer.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        let count = try disk.transfer(.read, path, rest.count) {
          pread(descriptor, rest.baseAddress, $0, off_t(offset + done))
        }
        if count == 0 { throw Obstacle(.read, path.text, EIO) }
        done += count
      }
    } catch {
      let failure = PublishingError(error, destination: path.folder)
      firstFailure.withLock { $0 = $0 ?? failure }
    }
  }

  private static func open(in folder: String) -> Int32? {
    #if os(Linux)
      // `O_TMPFILE`, whose definition Swift does not import.
      let unnamed = Glibc.open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
      if unnamed >= 0 { return unnamed }
    #endif
    var name = Array((folder + "/.gazette-XXXXXX").utf8CString)
    let named = mkstemp(&name)
    guard named >= 0 else { return nil }
    unlink(name)
    return named
  }
}

extension Location {
  fileprivate static func nearest(to path: String) -> Location? {
    do throws(Obstacle) {
      return try Location(path)
    } catch {
      return nil
    }
  }
}
