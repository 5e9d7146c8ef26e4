/// Time as the program gives it, for this room does not ask for it itself.
package struct Timekeeper: Sendable {
  /// How long it is since some moment that stays the same.
  package let now: @Sendable () -> Duration
  /// Returns when that much time has passed; throws when the work around it is called off.
  package let pause: @Sendable (Duration) async throws -> Void

  package init(
    now: @escaping @Sendable () -> Duration,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.pause = pause
  }
}

extension Duration {
  /// Whole milliseconds.
  package var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
