import Loading

/// What all sources are: their paths and bytes.
package struct SourceFingerprints: Equatable, Sendable {
  /// Those of the entries, in the order of the tree.
  package let entries: [Fingerprint]
  /// Those of everything else.
  package let others: [Fingerprint]

  /// All of it as one.
  package var whole: Fingerprint { Fingerprint(joining: [Fingerprint(joining: entries)] + others) }
}

extension SourceTree {
  /// What all sources are, with `entries` as somebody has read them.
  func fingerprints(reading entries: [Fingerprint], copying copies: Fingerprint) throws
    -> SourceFingerprints
  {
    var others = [copies]
    for file in [settings, ledger].compactMap({ $0 }) + templates {
      others.append(try file.fingerprint())
    }
    others += strays.map { Fingerprint(of: $0) }
    return SourceFingerprints(entries: entries, others: others)
  }

  /// What all sources are now.
  package func fingerprints(on cores: Cores) async throws -> SourceFingerprints {
    let files = self.entries
    let entries = try await cores.map(files.count) { try files[$0].fingerprint() }
    return try fingerprints(reading: entries, copying: await fingerprintOfCopies(on: cores))
  }

  /// What the files are now that a build copies as they are.
  package func fingerprintOfCopies(on cores: Cores) async throws -> Fingerprint {
    let copied = assets + files
    return Fingerprint(
      joining: try await cores.map(copied.count) { try copied[$0].fingerprintWithStamp() })
  }
}
