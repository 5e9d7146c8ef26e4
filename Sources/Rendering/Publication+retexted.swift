import Linking
import Mustache

extension Edition {
  /// The same edition of a site that differs in texts alone: neither rows nor lists show them.
  package func retexted(_ site: Site) -> Edition {
    Edition(Publication(publication, retexted: site), rows: rows)
  }
}

/// The rows of an earlier edition, for cases that look the same in lists as they did there.
package struct KnownRows: Sendable {
  private let edition: Edition
  private let ordinals: [String: Int]

  /// `areSame` says of a case's slug whether its row is still right.
  package init(of edition: Edition, where areSame: (_ slug: String) -> Bool) {
    self.edition = edition
    var ordinals: [String: Int] = [:]
    for (ordinal, linked) in edition.publication.site.cases.enumerated() where areSame(linked.slug)
    {
      ordinals[linked.slug] = ordinal
    }
    self.ordinals = ordinals
  }

  /// Writes the row of a case; false where it has to be written anew.
  func write(rowOf linked: LinkedCase, into out: inout OutputBuffer) -> Bool {
    guard let ordinal = ordinals[linked.slug] else { return false }
    edition.rows.write(ordinal, into: &out)
    return true
  }
}
