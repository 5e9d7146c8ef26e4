import Synchronization

/// A line on the terminal that says how far a stage is, once the work has gone on for half a second.
final class Progress: Sendable {
  private struct State {
    var label: String
    var shownAt: Double
    var isShown = false
    /// What was begun, and when.
    var laps: [(label: String, began: Double)] = []
  }

  private let isWanted: Bool
  private let state: Mutex<State>

  init(isWanted: Bool) {
    self.isWanted = isWanted
    // Nothing is shown for work that is over in the blink of an eye.
    state = Mutex(State(label: "", shownAt: Terminal.seconds + 0.4))
  }

  /// Names the work that comes next.
  func begin(_ label: String) {
    state.withLock { state in
      state.label = label
      state.laps.append((label, Terminal.seconds))
    }
  }

  /// How long each piece of work took, up to now: `0.21 s parsing, 0.11 s linking`.
  var times: String {
    let laps = state.withLock { $0.laps }
    let ends = laps.dropFirst().map(\.began) + [Terminal.seconds]
    return zip(laps, ends).map { "\(hundredths($1 - $0.began)) s \($0.label)" }
      .joined(separator: ", ")
  }

  /// Shows how far it is, at most ten times a second.
  func advance(_ done: Int, of total: Int) {
    guard isWanted else { return }
    state.withLock { state in
      let now = Terminal.seconds
      guard now - state.shownAt > 0.1 else { return }
      state.shownAt = now
      state.isShown = true
      Terminal.say("\r\u{1B}[K\(state.label): \(done) of \(total)")
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { Terminal.say("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}

/// Seconds with two digits behind the point.
func hundredths(_ seconds: Double) -> String {
  let hundredths = Int((seconds * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
