import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The only way out: results to standard output, everything else to standard error.
enum Terminal {
  static func result(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  static func say(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Seconds since some moment, for how long things take; never for what is written.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// How many processor cores the machine has to offer.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Whether somebody is there who can be asked: input and questions both go through a terminal.
  static var hasSomebody: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// How many columns a line of results may take; nil where they go to a file or program.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Ends a command that is done, without taking a large site apart value by value first: that alone
  /// takes a tenth of a build's time.
  static func leave() -> Never { exit(EXIT_SUCCESS) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Glibc)
          let written = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let written = Darwin.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
      }
    }
  }
}

extension ExitCode {
  /// The content has errors.
  static let contentErrors = ExitCode(1)
  /// The work could not be done.
  static let impossible = ExitCode(2)

  /// Says what is wrong with the arguments, for what is known only once the publication is read.
  static func misused(_ words: String) -> ExitCode {
    Terminal.say("gazette: \(words)\n")
    return .validationFailure
  }
}
