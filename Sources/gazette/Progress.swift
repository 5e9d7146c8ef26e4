import Synchronization

/// A line on the terminal that says how far a stage is, once the work has gone on for half a second.
final class Progress: Sendable {
  private struct State {
    var label: String
    var shownAt: Double
    var isShown = false
  }

  private let isWanted: Bool
  private let state: Mutex<State>

  init(isWanted: Bool) {
    self.isWanted = isWanted
    // Nothing is shown for work that is over in the blink of an eye.
    state = Mutex(State(label: "", shownAt: Terminal.seconds + 0.4))
  }

  /// Names the work that comes next.
  func begin(_ label: String) { state.withLock { $0.label = label } }

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
