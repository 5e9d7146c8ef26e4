import Content

/// What the person at the desk asked of this build.
package struct LinkingOptions: Sendable, Equatable {
  /// The only clock there is; entries published after it are under embargo.
  package var now: Timestamp
  /// Instead of `base_url` in site.yml.
  package var baseURL: String?
  package var showsDrafts: Bool
  package var showsEmbargoed: Bool
  /// Whether the site has a page that searches it.
  package var offersSearch = false
  /// Whether each case has a picture of its own for shared links.
  package var drawsCards = false

  package init(
    now: Timestamp, baseURL: String? = nil, showsDrafts: Bool = false, showsEmbargoed: Bool = false
  ) {
    self.now = now
    self.baseURL = baseURL
    self.showsDrafts = showsDrafts
    self.showsEmbargoed = showsEmbargoed
  }

  /// Whether an entry is a part of this build.
  func shows(isDraft: Bool, _ published: Timestamp) -> Bool {
    (!isDraft || showsDrafts) && (published <= now || showsEmbargoed)
  }
}
