#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's browser.
enum Browser {
  #if canImport(Darwin)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// Asks the system to open an address, and does not wait for it.
  static func open(_ address: String) {
    // The shell leaves the opener behind and ends; what that says is for nobody.
    let script =
      "command -v \"$0\" >/dev/null || exit 127; \"$0\" \"$1\" </dev/null >/dev/null 2>&1 &"
    let words = ["sh", "-c", script, opener, address]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", nil, nil, arguments, Editor.variables) == 0 else {
      return
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    if status != 0 { Terminal.say("gazette: there is no '\(opener)' to open \(address) with\n") }
  }
}
