#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The way to the file system: every call whose failure ends a build passes through it, so that a
/// test can make any one of them fail.
package struct Disk: Sendable {
  /// What a test makes of a call in place of what the system would.
  package enum Fault: Hashable, Sendable {
    /// The call is not made and gives this `errno`.
    case error(Int32)
    /// A read or write moves half the bytes it was asked to; other calls are made as usual.
    case short
  }

  private let fault: (@Sendable (PublishingError.Step, String) -> Fault?)?

  /// The disk as it is.
  package static let sound = Disk(fault: nil)

  /// A disk on which `fault` decides about every call before it is made.
  package init(fault: (@Sendable (PublishingError.Step, _ path: String) -> Fault?)?) {
    self.fault = fault
  }

  /// Makes a call that gives a negative number where it fails, again where a signal came between.
  @discardableResult
  func ask(
    _ step: PublishingError.Step, _ path: ShownPath, _ call: () -> Int32
  ) throws(Obstacle) -> Int32 {
    if let fault, case .error(let code) = fault(step, path.text) {
      throw Obstacle(step, path.text, code)
    }
    while true {
      let answer = call()
      if answer >= 0 { return answer }
      if errno != EINTR { throw Obstacle(step, path.text, errno) }
    }
  }

  /// Moves up to `count` bytes by a call that may move fewer, and gives how many it moved.
  func transfer(
    _ step: PublishingError.Step, _ path: ShownPath, _ count: Int, _ call: (Int) -> Int
  ) throws(Obstacle) -> Int {
    var count = count
    if let fault {
      switch fault(step, path.text) {
      case .error(let code): throw Obstacle(step, path.text, code)
      case .short: count = max(1, count / 2)
      case nil: break
      }
    }
    while true {
      let moved = call(count)
      if moved >= 0 { return moved }
      if errno != EINTR { throw Obstacle(step, path.text, errno) }
    }
  }
}

/// A path as the person who runs the build knows it, put together only when it is asked for.
struct ShownPath: Sendable {
  /// The folder, as it was typed; a staged file is shown where it will be.
  let folder: String
  /// The path from there; `.` for the folder itself.
  let path: String

  var text: String {
    if path == "." { return folder }
    return folder.isEmpty || folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
