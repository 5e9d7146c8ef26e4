import Building

/// What still has to be looked at: changes that come while a build runs are taken together.
actor Worklist {
  private var change: SourceChange?
  private var startsAnew = false
  private let wake: AsyncStream<Void>.Continuation
  /// Says that there is something to do, once however much it is.
  nonisolated let calls: AsyncStream<Void>

  init() {
    (calls, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  func add(_ change: SourceChange, startingAnew: Bool = false) {
    self.change = self.change?.joined(with: change) ?? change
    startsAnew = startsAnew || startingAnew
    wake.yield()
  }

  /// Everything there is to do, which is then no longer there.
  func take() -> (change: SourceChange, startsAnew: Bool)? {
    defer { (change, startsAnew) = (nil, false) }
    return change.map { ($0, startsAnew) }
  }

  /// Puts back what could not be done; it is tried again with the next change.
  func putBack(_ change: SourceChange) {
    self.change = self.change?.joined(with: change) ?? change
  }
}
