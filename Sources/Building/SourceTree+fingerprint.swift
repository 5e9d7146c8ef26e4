import Loading

extension SourceTree {
  /// What all sources are: their paths and bytes, with `entries` as somebody has read them.
  func fingerprint(
    reading entries: [Fingerprint], copying copies: Fingerprint
  ) throws -> Fingerprint {
    var parts = [Fingerprint(joining: entries), copies]
    for file in [settings, ledger].compactMap({ $0 }) + templates {
      parts.append(try file.fingerprint())
    }
    parts += strays.map { Fingerprint(of: $0) }
    return Fingerprint(joining: parts)
  }

  /// What all sources are now.
  package func fingerprint(on cores: Cores) async throws -> Fingerprint {
    let files = self.entries
    let entries = try await cores.map(files.count) { try files[$0].fingerprint() }
    return try fingerprint(reading: entries, copying: await fingerprintOfCopies(on: cores))
  }

  /// What the files are now that a build copies as they are.
  package func fingerprintOfCopies(on cores: Cores) async throws -> Fingerprint {
    let copied = assets + files
    return Fingerprint(
      joining: try await cores.map(copied.count) { try copied[$0].fingerprintWithStamp() })
  }
}
