import Mustache
import Rendering
import Synchronization

/// Where the texts of cases stand on the sheets of a site, noted while it is written on any thread.
package final class TextPlaces: Sendable {
  private let noted = Mutex<[(sheet: String, passages: [Passage])]>([])

  package init() {}

  package func note(_ passages: [Passage], on sheet: Sheet) {
    if passages.isEmpty { return }
    noted.withLock { $0.append((sheet.path, passages)) }
  }

  /// What was noted, in ascending order of the sheets' paths.
  var all: [(sheet: String, passages: [Passage])] {
    noted.withLock { $0 }.sorted { $0.sheet < $1.sheet }
  }
}
