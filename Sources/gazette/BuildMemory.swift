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
    keepsake = cacheFolder.map { folder in
      Keepsake(Fingerprint(of: place).description + ".memo", in: folder + "/gazette/builds")
    }
  }

  /// What the last build of the same request left, as long as it holds.
  var memo: BuildMemo? {
    let memo = keepsake?.contents.flatMap { BuildMemo(parsing: $0) }
    return memo?.answers(request, at: now) == true ? memo : nil
  }

  /// Leaves a memo of a build that is done. Where that cannot be, the next build takes longer, and
  /// that is all.
  func keep(
    _ verdict: Verdict, _ summary: BuildSummary, _ build: Build, in edition: Edition,
    of sources: SourceTree, on cores: Cores
  ) async {
    guard let keepsake else { return }
    do {
      let site = try edition.published()
      guard let traces = try await site.fingerprint(on: cores),
        // A file that changed while it was copied is on the site as it was for a moment.
        try await sources.fingerprintOfCopies(on: cores) == build.copies
      else { return }
      let memo = BuildMemo(
        request: request, sources: build.sources, site: traces, made: now,
        nextRelease: build.site.withheld.nextRelease, report: verdict.text,
        opening: summary.opening, ending: summary.ending, files: site.count - 1)
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
