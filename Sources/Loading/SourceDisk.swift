/// The way to the sources: every call whose failure ends a build is asked for here first, so that a
/// test can make any one of them fail, or change a file at that very moment.
package struct SourceDisk: Sendable {
  /// What a test makes of a call in place of what the system would.
  package enum Fault: Hashable, Sendable {
    /// The call is not made and gives this `errno`.
    case error(Int32)
    /// A read gives half the bytes it was asked for; other calls are made as usual.
    case short
  }

  private let fault: (@Sendable (LoadingError.Step, String) -> Fault?)?

  /// The disk as it is.
  package static let sound = SourceDisk(fault: nil)

  /// A disk on which `fault` decides about every call before it is made.
  package init(fault: (@Sendable (LoadingError.Step, _ path: String) -> Fault?)?) {
    self.fault = fault
  }

  /// Throws where the next call about `path` is to fail.
  func admit(_ step: LoadingError.Step, _ path: String) throws(LoadingError) {
    if let fault, case .error(let code) = fault(step, path) {
      throw LoadingError(step, path, errno: code)
    }
  }

  /// How many of `count` bytes the next read is to give at most.
  func admit(reading count: Int, of path: String) throws(LoadingError) -> Int {
    guard let fault else { return count }
    return switch fault(.read, path) {
    case .error(let code): throw LoadingError(.read, path, errno: code)
    case .short: max(1, count / 2)
    case nil: count
    }
  }
}
