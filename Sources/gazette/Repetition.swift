import Building
import Linking
import Loading
import Publishing

/// A build of which the last one has done nearly everything: nothing is different in the sources, or nothing
/// but the texts of some cases.
struct Repetition {
  private let memo: BuildMemo
  /// Nil where nothing is different.
  private let texts: Retexting?

  /// Nil where there is more to do.
  init?(
    of memo: BuildMemo, in memory: BuildMemory, _ sources: SourceTree, _ linking: LinkingOptions,
    hiding: Hiding, on cores: Cores
  ) async throws {
    self.memo = memo
    let now = try await sources.fingerprints(on: cores)
    if now.whole == memo.sources {
      texts = nil
      return
    }
    guard let before = memory.texts(of: memo),
      let texts = try await Retexting(
        of: sources, now, after: before, madeOf: memo.sources, linking,
        hiding: hiding, on: cores)
    else { return nil }
    self.texts = texts
  }

  /// Makes the site what it has to be, and says what was done; nil, and nothing is done, where the site that is
  /// there is not as it was left.
  func published(
    in run: Publishing.Edition, _ memory: BuildMemory, on cores: Cores
  ) async throws -> Tally? {
    guard try await run.standing?.fingerprint(on: cores) == memo.site else { return nil }
    guard let texts else {
      run.abandon()
      var tally = Tally()
      tally.unchanged = memo.files
      return tally
    }
    var contents: [(sheet: String, bytes: [UInt8])] = []
    for (index, sheet) in texts.sheets.enumerated() {
      guard let old = try run.old(sheet), let new = texts.content(of: index, before: old) else {
        return nil
      }
      contents.append((sheet, new))
    }
    do {
      for (sheet, bytes) in contents { try bytes.withUnsafeBytes { try run.write(sheet, $0) } }
      let remaining = run.remaining
      try await cores.forEach(remaining.count, reusing: {}) { _, index in
        try run.keep(remaining[index])
      }
      let tally = try run.finish()
      if tally.leftBehind == nil { await memory.keep(memo, texts.memo, in: run, on: cores) }
      return tally
    } catch {
      run.abandon()
      throw error
    }
  }
}
