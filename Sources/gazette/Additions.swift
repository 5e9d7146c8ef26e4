import Building
import Linking
import Publishing
import Rendering

/// What other programs make for a site while it is being built: the index of its search, and the pictures
/// of its cases.
struct Additions {
  let index: SearchIndex?
  let cards: CaseCards?

  static let none = Additions(index: nil, cards: nil)

  var areNone: Bool { index == nil && cards == nil }

  /// Throws before anything is built where a program is not there that is needed.
  init(to linking: LinkingOptions) async throws {
    self.init(
      index: linking.offersSearch ? try await SearchIndex() : nil,
      cards: linking.drawsCards ? try await CaseCards() : nil)
  }

  private init(index: SearchIndex?, cards: CaseCards?) {
    self.index = index
    self.cards = cards
  }

  /// Adds them to the site that is on its way.
  func publish(in run: Publishing.Edition, on cores: Cores) async throws {
    try await cards?.publish(in: run, on: cores)
    try await index?.publish(in: run)
  }

  /// Removes what was put aside.
  func remove() {
    index?.remove()
    cards?.remove()
  }
}
