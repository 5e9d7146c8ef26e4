import Previewing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The keys of the terminal, each of which counts at once, without a line end.
///
/// The terminal is given back as it was however the program ends: q, Ctrl-C, `kill`, a closed window.
struct Keyboard: Sendable {
  /// Whether somebody sits at a terminal that is ours to read from.
  static var isThere: Bool {
    isatty(STDIN_FILENO) == 1 && tcgetpgrp(STDIN_FILENO) == getpgrp()
  }

  /// Does what keys ask for; returns at `q`, and never where there is no terminal.
  func obey(_ desk: Desk) async throws {
    guard Self.isThere else {
      while true { try await ContinuousClock().sleep(for: .seconds(3600)) }
    }
    take()
    defer { giveBack() }
    while true {
      try await desk.untilReadable(STDIN_FILENO)
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else {
        // The terminal is gone: nobody can press anything any more.
        return
      }
      switch byte {
      case UInt8(ascii: "o"), UInt8(ascii: "O"): Browser.open(desk.address)
      case UInt8(ascii: "r"), UInt8(ascii: "R"): await desk.buildAnew()
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), 4: return
      default: break
      }
    }
  }

  private func take() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Both calls are safe where a signal has stopped the program anywhere (POSIX.1-2017 §2.4.3).
      signal(number) { number in
        setsLines(true)
        _exit(128 + number)
      }
    }
    signal(SIGCONT) { _ in setsLines(false) }
    setsLines(false)
  }

  func giveBack() {
    guard Self.isThere else { return }
    setsLines(true)
  }
}

/// Whether the terminal collects lines and shows what is typed.
private func setsLines(_ isOn: Bool) {
  var terminal = termios()
  guard tcgetattr(STDIN_FILENO, &terminal) == 0 else { return }
  let flags = tcflag_t(ICANON | ECHO)
  if isOn { terminal.c_lflag |= flags } else { terminal.c_lflag &= ~flags }
  tcsetattr(STDIN_FILENO, TCSANOW, &terminal)
}
