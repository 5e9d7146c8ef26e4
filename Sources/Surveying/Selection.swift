import Content
import Linking

/// Which cases are asked for; each filter that is set leaves out more.
package struct Selection: Sendable {
  package var company: String?
  package var regulator: String?
  package var status: Standing.Status?
  package var isDraft = false
  package var isScheduled = false
  package var isStale = false

  package init() {}

  func takes(_ linked: LinkedCase, in site: Site, at now: Timestamp) -> Bool {
    if let company, !linked.companies.contains(where: { site.companies[$0].slug == company }) {
      return false
    }
    if let regulator, !linked.regulators.contains(where: { site.regulators[$0].slug == regulator })
    {
      return false
    }
    return (status == nil || linked.standing.status == status)
      && (!isDraft || linked.isDraft) && (!isScheduled || (linked.isEmbargoed && !linked.isDraft))
      && (!isStale || !linked.stale(at: now).isEmpty)
  }

  /// Of a news item, whether it is a draft or scheduled is all that can be asked.
  func takes(_ item: LinkedNews) -> Bool {
    (!isDraft || item.isDraft) && (!isScheduled || (item.isEmbargoed && !item.isDraft))
  }
}

extension LinkedCase {
  /// Whether any step says when it happened; a draft may leave that to be filled in.
  var hasDate: Bool { fields.steps.contains { $0.date.value != nil } }

  /// Whether readers see it.
  var state: String {
    isDraft ? "draft" : isEmbargoed ? "scheduled" : "published"
  }
}
