import Building
import Content
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where builds of one destination leave a memo for the next: in the folder that the system keeps for
/// what may be deleted at any time (`XDG_CACHE_HOME`, or `~/.cache`).
struct BuildMemory {
  private let keepsake: Keepsake?
  /// What is remembered of texts, which is larger and wanted more rarely.
  private let texts: Keepsake?
  private let request: Fingerprint
  private let now: Timestamp

  init(of output: OutputDirectory, at now: Timestamp, colored: Bool) {
    self.now = now
    let place = output.place
    // Whatever is asked is in the arguments, so no option can be forgotten here.
    request = Fingerprint(
      of: ([place, OutputDirectory(at: ".", keepingOut: []).place, program, String(colored)]
        + CommandLine.arguments.dropFirst())
        .joined(separator: "\0"))
    let folder = cacheFolder.map { $0 + "/gazette/builds" }
    let name = Fingerprint(of: place).description
    keepsake = folder.map { Keepsake(name + ".memo", in: $0) }
    texts = folder.map { Keepsake(name + ".texts", in: $0) }
  }

  /// What the last build of the same request left, as long as it holds.
  var memo: BuildMemo? {
    let memo = keepsake?.contents.flatMap { BuildMemo(parsing: $0) }
    return memo?.answers(request, at: now) == true ? memo : nil
  }

  /// What the build that left a memo has remembered of texts.
  func texts(of memo: BuildMemo) -> TextMemo? {
    texts?.contents.flatMap { TextMemo(parsing: $0, of: memo.site) }
  }

  /// Leaves a memo of a build that is done. Where that cannot be, the next build takes longer, and
  /// that is all.
  func keep(
    _ verdict: Verdict, _ summary: BuildSummary, _ build: Build, _ places: TextPlaces?,
    in edition: Edition, of sources: SourceTree, on cores: Cores
  ) async {
    await keep(places.flatMap { TextMemo(of: build, in: sources, $0) }, in: edition, on: cores) {
      site, files in
      // A file that changed while it was copied is on the site as it was for a moment.
      guard try await sources.fingerprintOfCopies(on: cores) == build.copies else { return nil }
      return BuildMemo(
        request: request, sources: build.sources.whole, site: site, made: now,
        nextRelease: build.site.withheld.nextRelease, report: verdict.text,
        opening: summary.opening, ending: summary.ending, files: files)
    }
  }

  /// The same of a build that only exchanged texts.
  func keep(
    _ memo: BuildMemo, _ texts: TextMemo, in edition: Edition, on cores: Cores
  ) async {
    await keep(texts, in: edition, on: cores) { site, _ in
      memo.of(texts.sources.whole, site)
    }
  }

  private func keep(
    _ textMemo: TextMemo?, in edition: Edition, on cores: Cores,
    _ memo: (_ site: Fingerprint, _ files: Int) async throws -> BuildMemo?
  ) async {
    guard let keepsake else { return }
    do {
      let site = try edition.published()
      guard let traces = try await site.fingerprint(on: cores),
        let memo = try await memo(traces, site.count - 1)
      else { return }
      if let textMemo { try texts?.replace(with: textMemo.bytes(of: traces)) }
      try keepsake.replace(with: memo.bytes)
    } catch {
      // The site is published; that the next build cannot be quick is no failure of this one.
      return
    }
  }
}

extension SiteTraces {
  /// All of them as one; nil when a file is missing.
  func fingerprint(on cores: Cores) async throws -> Fingerprint? {
    let parts = try await cores.map(count) { try trace($0) { Fingerprint(of: $0) } }
    var sum = Fingerprint(low: UInt64(parts.count), high: 0)
    for part in parts {
      guard let part else { return nil }
      sum = sum + part
    }
    return sum
  }
}

private var cacheFolder: String? {
  if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder }
  return environment("HOME").map { $0 + "/.cache" }
}

/// This very program: which file it is, and when anything about it last changed. Another version is
/// another program.
private var program: String {
  var status = stat()
  guard stat(executable, &status) == 0 else { return "unknown" }
  #if canImport(Glibc)
    let touched = status.st_ctim
  #else
    let touched = status.st_ctimespec
  #endif
  return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(touched.tv_sec) \(touched.tv_nsec)"
}

private var executable: String {
  #if canImport(Glibc)
    return "/proc/self/exe"
  #else
    var size = UInt32(PATH_MAX)
    var buffer = [CChar](repeating: 0, count: Int(size))
    return _NSGetExecutablePath(&buffer, &size) == 0 ? String(cString: buffer) : ""
  #endif
}
