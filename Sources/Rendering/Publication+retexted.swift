import Linking

extension Edition {
  /// The same edition of a site that differs in texts alone: neither rows nor lists show them.
  package func retexted(_ site: Site) -> Edition {
    Edition(Publication(publication, retexted: site), rows: rows)
  }
}
