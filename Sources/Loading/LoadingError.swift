#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a source could not be read; the work cannot be done, and no content is to blame.
package struct LoadingError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Step: String, Sendable {
    case open = "open"
    case list = "list the folder"
    case read = "read"
  }

  package let step: Step
  /// As the user would type it.
  package let path: String
  /// The system's own words, such as `Permission denied`.
  package let cause: String

  package init(_ step: Step, _ path: String, cause: String) {
    self.step = step
    self.path = path
    self.cause = cause
  }

  init(_ step: Step, _ path: String, errno code: Int32) {
    self.init(step, path, cause: String(cString: strerror(code)))
  }

  package var description: String { "cannot \(step.rawValue) '\(path)': \(cause)" }
}
