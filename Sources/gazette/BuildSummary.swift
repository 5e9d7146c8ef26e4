import Building
import Linking
import Publishing
import Rendering

/// What was made of what, what is kept back, and what changed on the disk.
struct BuildSummary {
  /// How much was made of how much.
  let opening: String
  /// What is kept back, and until when; nothing where nothing is.
  let ending: String

  init(opening: String, ending: String) {
    self.opening = opening
    self.ending = ending
  }

  init(of build: Build, _ edition: Rendering.Edition) {
    let pages = edition.sheets.count { $0.path.hasSuffix(".html") }
    let feeds = edition.sheets.count { $0.path.hasSuffix(".atom") }
    opening = "built \(build.entries) entries: \(pages) pages, \(feeds) feeds"
    let withheld = build.site.withheld
    guard withheld.drafts > 0 || withheld.embargoed > 0 else {
      ending = ""
      return
    }
    let next = withheld.nextRelease.map { ", the next until \($0.text): build again then" } ?? ""
    ending =
      "  withheld: \(withheld.drafts) drafts, \(withheld.embargoed) under embargo\(next)\n"
  }

  func text(of tally: Tally, in path: String, seconds: Double) -> String {
    var text =
      "\(opening) in \(hundredths(seconds)) s\n"
      + "  '\(path)': \(tally.written) files written, \(tally.unchanged) unchanged, "
      + "\(tally.removed) removed\n"
    if !tally.exchanged {
      text += "  put in place file by file, since '\(path)' cannot be exchanged in one step\n"
    }
    text += ending
    if let left = tally.leftBehind { text += "  \(left)\n" }
    return text
  }
}
