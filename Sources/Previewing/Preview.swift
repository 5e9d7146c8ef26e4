/// The one place that knows what is shown now, and who wants to be told when that changes.
package actor Preview {
  private let manner: Manner
  private(set) var showing: Showing
  private var followers: [Int: AsyncStream<Change>.Continuation] = [:]
  private var last = 0
  /// Of pages as they are shown now, by their paths.
  private var digests: [String: String] = [:]

  private static let mostDigests = 10_000

  /// What wakes a follower: something changed, or it is time for a sign of life.
  enum Change: Sendable { case shown, silence }

  init(_ manner: Manner, _ showing: Showing) {
    self.manner = manner
    self.showing = showing
  }

  /// Rendering happens outside of here, so that pages are rendered beside each other.
  nonisolated func answer(_ request: Request) async -> Response {
    await showing.answer(request, manner)
  }

  /// What a follower is to be told now, and notes that it knows it. A page that many have open is
  /// rendered once.
  func news(for reader: inout Reader, _ change: Change) -> [News] {
    let news = showing.news(for: &reader, manner) { path in
      if let known = digests[path] { return known }
      let digest = showing.pageDigest(at: path)
      if digests.count < Self.mostDigests { digests[path] = digest }
      return digest
    }
    return news.isEmpty && change == .silence ? [.silence] : news
  }

  /// From now on another site is shown; every open page is told what that means for it.
  func show(_ showing: Showing) {
    self.showing = showing
    digests = [:]
    for follower in followers.values { follower.yield(.shown) }
  }

  /// Followers are written to now and then, so that connections are not taken for dead.
  func giveSigns() { for follower in followers.values { follower.yield(.silence) } }

  /// Changes as they come, the first at once. Of several that nobody has looked at, one is kept:
  /// what is told is worked out when it is told.
  func follow() -> (number: Int, changes: AsyncStream<Change>) {
    let (changes, continuation) = AsyncStream.makeStream(
      of: Change.self, bufferingPolicy: .bufferingNewest(1))
    last += 1
    followers[last] = continuation
    continuation.yield(.shown)
    return (last, changes)
  }

  func unfollow(_ number: Int) { followers.removeValue(forKey: number)?.finish() }

  var followerCount: Int { followers.count }
}
