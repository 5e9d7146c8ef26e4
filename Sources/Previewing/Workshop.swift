import Building
import Diagnostics
import Linking
import Loading

/// Builds what has changed, and shows it.
struct Workshop {
  let preview: Preview
  let watch: FolderWatch
  let list: Worklist
  let cores: Cores
  let time: Timekeeper
  let options: @Sendable () -> LinkingOptions
  let say: @Sendable (Notice) -> Void
  private var build: LiveBuild
  private var showing: Showing

  init(
    _ build: LiveBuild, _ showing: Showing, _ preview: Preview, _ watch: FolderWatch,
    _ list: Worklist, _ settings: PreviewServer
  ) {
    self.build = build
    self.showing = showing
    self.preview = preview
    self.watch = watch
    self.list = list
    // One core is left for whoever looks at pages meanwhile.
    cores = Cores(max(1, settings.cores - 1))
    time = settings.time
    options = settings.options
    say = settings.say
  }

  /// Works for as long as there may be changes.
  mutating func work() async {
    for await _ in list.calls {
      guard let (change, startsAnew) = await list.take() else { continue }
      let began = time.now()
      do {
        let next = try await build.changed(change, startsAnew ? options() : nil, on: cores)
        if next.sources.folders != build.sources.folders {
          _ = await watch.follow(next.sources.folders)
        }
        guard next.reach != .nothing || showing.isInTrouble else { continue }
        await show(next, since: began, startsAnew)
      } catch {
        await list.putBack(change)
        guard showing.problems != Problems(trouble: "\(error)") else { continue }
        showing = showing.next(pages: showing.pages, problems: Problems(trouble: "\(error)"))
        await preview.show(showing)
        say(.trouble("\(error)"))
      }
    }
  }

  private mutating func show(_ next: LiveBuild, since began: Duration, _ startsAnew: Bool) async {
    let wasBroken = showing.problems != nil
    build = next
    showing = showing.after(next)
    await preview.show(showing)
    say(
      .changed(
        Notice.Changed(
          paths: next.changed, reach: next.reach, pages: showing.pages?.pageCount ?? 0,
          milliseconds: (time.now() - began).milliseconds,
          broken: next.edition == nil ? next : nil,
          isMended: wasBroken && next.edition != nil)))
  }
}

extension LiveBuild {
  /// What is wrong, without what only might be.
  var report: Report {
    Report(diagnostics.filter { $0.severity != .hint }) { sources.bytes(at: $0) }
  }
}

extension Showing {
  /// The first thing that is shown.
  init(_ build: LiveBuild) {
    number = 1
    pages = build.edition.map { Pages($0) }
    problems = build.edition == nil ? Problems(build.report) : nil
  }

  /// What is shown after a change: the new pages, or the last good ones and what is wrong.
  func after(_ build: LiveBuild) -> Showing {
    let styles = build.changed.compactMap(\.publishedStyle)
    guard let edition = build.edition else {
      return next(pages: pages, problems: Problems(build.report), styles: styles)
    }
    // Where nothing but texts has changed there are the same files as before.
    let pages = pages.map {
      build.reach == .everything ? Pages(edition) : Pages(edition, listedAs: $0)
    }
    return next(pages: pages ?? Pages(edition), problems: nil, styles: styles)
  }
}

extension String {
  /// Where a style sheet among the sources is published; nil for any other file.
  fileprivate var publishedStyle: String? {
    guard hasSuffix(".css") else { return nil }
    for folder in ["templates/", "content/"] where hasPrefix(folder) {
      return String(dropFirst(folder.count))
    }
    return nil
  }
}
