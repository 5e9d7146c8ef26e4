import Synchronization

/// Connections that are open, each with the moment until which it may keep others waiting.
///
/// One look a second ends those that are overdue: a clock of its own for every request would cost
/// more than the request.
actor Visits {
  /// More than this would leave the program without descriptors for files.
  static let most = 4000

  private var open: [Int: Visit] = [:]
  private var last = 0

  /// Takes a connection in; nil when there are too many already.
  func enter(_ wire: Wire) -> Visit? {
    guard open.count < Self.most else { return nil }
    last += 1
    let visit = Visit(number: last, wire: wire)
    open[last] = visit
    return visit
  }

  /// Nobody may use the connection any more; only then is its descriptor given back.
  func leave(_ visit: Visit) {
    open[visit.number] = nil
    visit.wire.close()
  }

  /// Hangs up on whoever is overdue at a moment.
  func sweep(at now: Duration) {
    for visit in open.values where visit.isOverdue(at: now) { visit.wire.hangUp() }
  }

  var count: Int { open.count }
}

/// One connection while it lasts.
final class Visit: Sendable {
  fileprivate let number: Int
  let wire: Wire
  /// In milliseconds; never, while there is nothing to wait for.
  private let deadline = Atomic<Int64>(.max)

  fileprivate init(number: Int, wire: Wire) {
    self.number = number
    self.wire = wire
  }

  func expect(by moment: Duration) {
    deadline.store(moment.milliseconds, ordering: .relaxed)
  }

  func expectNothing() { deadline.store(.max, ordering: .relaxed) }

  fileprivate func isOverdue(at now: Duration) -> Bool {
    deadline.load(ordering: .relaxed) < now.milliseconds
  }
}
