import Content
import Linking

/// One thing that a feed tells its readers.
enum Announcement: Sendable, Hashable {
  case `case`(Ordinal<LinkedCase>)
  case news(Ordinal<LinkedNews>)
  /// The case's change with that position among its changes.
  case change(Ordinal<LinkedCase>, Int)
  /// The same of a news item.
  case newsChange(Ordinal<LinkedNews>, Int)
  /// What `gone` of site.yml says at that position.
  case gone(Int)
}

extension Site {
  func published(_ announcement: Announcement) -> Timestamp {
    switch announcement {
    case .case(let ordinal): cases[ordinal].fields.published
    case .news(let ordinal): news[ordinal].fields.published
    case .change(let ordinal, let index): cases[ordinal].changes[index].moment
    case .newsChange(let ordinal, let index): news[ordinal].changes[index].moment
    case .gone(let index): settings.gone[index].published ?? settings.gone[index].moment
    }
  }

  /// When it last changed in substance.
  func updated(_ announcement: Announcement) -> Timestamp {
    switch announcement {
    case .case(let ordinal): cases[ordinal].updated
    case .news(let ordinal): news[ordinal].updated
    case .change(let ordinal, let index): cases[ordinal].changes[index].moment
    case .newsChange(let ordinal, let index): news[ordinal].changes[index].moment
    case .gone(let index): max(settings.gone[index].moment, published(announcement))
    }
  }

  /// What stands in the place of an entry that was taken back; nil for one that was not.
  func tombstone(of announcement: Announcement) -> Tombstone? {
    switch announcement {
    case .case(let ordinal):
      return cases[ordinal].fields.history.last { $0.kind == .retraction }.map {
        Tombstone(
          identity: "case/" + cases[ordinal].identity, moment: cases[ordinal].updated,
          why: $0.note)
      }
    case .news(let ordinal):
      return news[ordinal].fields.history.last { $0.kind == .retraction }.map {
        Tombstone(
          identity: "news/" + news[ordinal].identity, moment: news[ordinal].updated, why: $0.note)
      }
    case .change, .newsChange: return nil
    case .gone(let index): return tombstone(of: settings.gone[index], updated(announcement))
    }
  }

  private func tombstone(of gone: Settings.Gone, _ moment: Timestamp) -> Tombstone? {
    gone.identity.map { Tombstone(identity: $0, moment: moment, why: gone.why) }
  }

  /// What is gone for readers of this build, of the kinds that feeds tell of.
  var goneAnnouncements: [Announcement] {
    settings.gone.indices.filter {
      settings.gone[$0].identity != nil && settings.gone[$0].moment <= now
    }.map { .gone($0) }
  }
}

/// What a feed says of an entry that was taken back or away (RFC 6721).
struct Tombstone: Sendable {
  /// What stands behind the publication's name in the entry's id.
  let identity: String
  let moment: Timestamp
  let why: String
}

extension Settings.Gone {
  var moment: Timestamp { date.value.map { Timestamp($0) } ?? Timestamp(seconds: 0) }

  /// What feeds knew it by; nil for what was in no feed.
  fileprivate var identity: String? {
    let parts = address.value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].isEmpty, parts[3].isEmpty, isSlug(parts[2]) else { return nil }
    let slug = knownAs?.value ?? String(parts[2])
    switch parts[1] {
    case "cases": return "case/" + slug
    case "news": return "news/" + slug
    default: return nil
    }
  }
}
