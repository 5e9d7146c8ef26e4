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
        if next.sources.folders != build.sources.folders { _ = await watch.follow(next.sources.folders) }
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
    var report: Report?
    var pages = showing.pages
    if let edition = next.edition {
      pages =
        if next.reach == .everything || pages == nil {
          Pages(edition)
        } else {
          pages.map { Pages(edition, listedAs: $0) }
        }
    } else {
      report = Report(next.diagnostics.filter { $0.severity != .hint }) {
        next.sources.bytes(at: $0)
      }
    }
    build = next
    showing = showing.next(
      pages: pages, problems: report.map { Problems($0) },
      styles: next.changed.compactMap(\.publishedStyle))
    await preview.show(showing)
    say(
      .changed(
        Notice.Changed(
          paths: next.changed, reach: next.reach, pages: pages?.pageCount ?? 0,
          milliseconds: (time.now() - began).milliseconds, report: report,
          isMended: wasBroken && report == nil)))
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
