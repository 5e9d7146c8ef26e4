import Content
import Loading

/// What one build remembers for the next: of which sources it made which site, and what it said.
///
/// When the same program is asked the same of the same sources, and the site is as it was left, there
/// is nothing to do. A memo only ever saves work: it is kept outside site and sources, and nothing is
/// lost with it.
package struct BuildMemo: Equatable, Sendable {
  /// The program and everything it was asked.
  package let request: Fingerprint
  package private(set) var sources: Fingerprint
  /// Every file of the site as the file system knows it.
  package private(set) var site: Fingerprint
  /// The time the build went by, and that at which it has to be made again: the end of the day, for
  /// dates lie ahead or behind by days; or the end of the first embargo.
  package let made: Timestamp
  package let lasts: Timestamp
  /// What was said of the sources, as it was printed.
  package let report: String
  /// The last lines, but for how long it took and what changed on the disk.
  package let opening: String
  package let ending: String
  package let files: Int

  package init(
    request: Fingerprint, sources: Fingerprint, site: Fingerprint, made: Timestamp,
    nextRelease: Timestamp?, report: String, opening: String, ending: String, files: Int
  ) {
    self.request = request
    self.sources = sources
    self.site = site
    self.made = made
    let midnight = Timestamp(seconds: (made.seconds.floored(by: 86_400) + 1) * 86_400)
    lasts = nextRelease.map { min($0, midnight) } ?? midnight
    self.report = report
    self.opening = opening
    self.ending = ending
    self.files = files
  }

  /// The same of a site that was made of other sources at the same time, and of which there is the same to
  /// say.
  package func of(_ sources: Fingerprint, _ site: Fingerprint) -> BuildMemo {
    var memo = self
    (memo.sources, memo.site) = (sources, site)
    return memo
  }

  /// Whether it speaks of this very request at this time.
  package func answers(_ request: Fingerprint, at now: Timestamp) -> Bool {
    self.request == request && made <= now && now < lasts
  }
}

extension BuildMemo {
  private static let title = "gazette memo 1"

  /// Fields on a line each, texts behind the number of their bytes.
  package var bytes: [UInt8] {
    var text = "\(Self.title)\n\(request)\n\(sources)\n\(site)\n"
    text += "\(made.seconds)\n\(lasts.seconds)\n\(files)\n"
    for part in [report, opening, ending] { text += "\(part.utf8.count)\n\(part)\n" }
    return Array(text.utf8)
  }

  /// Nil for anything that `bytes` has not made whole.
  package init?(parsing bytes: [UInt8]) {
    var rest = bytes[...]
    func line() -> String? {
      guard let end = rest.firstIndex(of: 0x0A) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(validating: rest[..<end], as: UTF8.self)
    }
    func text() -> String? {
      guard let count = line().flatMap({ Int($0) }), count >= 0, count < rest.count else {
        return nil
      }
      let part = String(validating: rest.prefix(count), as: UTF8.self)
      rest = rest.dropFirst(count)
      return rest.popFirst() == 0x0A ? part : nil
    }
    guard line() == Self.title,
      let request = line().flatMap({ Fingerprint($0) }),
      let sources = line().flatMap({ Fingerprint($0) }),
      let site = line().flatMap({ Fingerprint($0) }),
      let made = line().flatMap({ Int64($0) }), let lasts = line().flatMap({ Int64($0) }),
      let files = line().flatMap({ Int($0) }),
      let report = text(), let opening = text(), let ending = text(), rest.isEmpty
    else { return nil }
    self.request = request
    self.sources = sources
    self.site = site
    self.made = Timestamp(seconds: made)
    self.lasts = Timestamp(seconds: lasts)
    self.files = files
    self.report = report
    self.opening = opening
    self.ending = ending
  }
}

extension Int64 {
  /// The quotient rounded down, so that days before 1970 are days too.
  fileprivate func floored(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
