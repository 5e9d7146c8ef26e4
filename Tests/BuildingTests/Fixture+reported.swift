import Building
import Content
import Diagnostics
import Linking
import TestSupport

extension Fixture {
  /// The errors and warnings of a whole build but for advice, as `path:line:column rule`.
  func reported(_ options: LinkingOptions = .someDay) async throws -> [String] {
    let build = try await Build(of: tree, options, on: Cores(2))
    return findings(in: build.diagnostics)
      .filter { $0.rule.severity != .hint && !Rule.advice.contains($0.rule) }.map(\.description)
  }
}

extension LinkingOptions {
  /// A build at a moment in RFC 3339.
  static func at(_ moment: String) -> LinkingOptions {
    guard let now = Timestamp(moment) else { preconditionFailure("'\(moment)' is no time") }
    return LinkingOptions(now: now)
  }
}
