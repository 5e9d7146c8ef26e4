import ArgumentParser
import Indexing
import Loading
import Picturing
import Publishing

/// Why a command cannot do what it was asked, in words of its own: a matter of the machine, and no mistake
/// in the content.
protocol Impediment: Error, CustomStringConvertible {}

extension LoadingError: Impediment {}
extension PublishingError: Impediment {}
extension GuardedFileError: Impediment {}
extension IndexingError: Impediment {}
extension DrawingError: Impediment {}

extension ExitCode {
  /// Says why the work could not be done.
  static func unable(_ error: some Error) -> ExitCode {
    Terminal.say("gazette: \(error)\n")
    return .impossible
  }
}
