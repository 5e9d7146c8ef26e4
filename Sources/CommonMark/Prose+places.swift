import Diagnostics

extension Prose {
  /// Where a mention of `name` stands, for stages that no longer have the file: the stretch of text
  /// it is in is known exactly, and the name is looked for from there when the place is reported.
  package func place(of mention: Mention, named name: String) -> Place {
    let run = textRuns.last { $0.start <= mention.start }
    let start = Int(run?.source ?? 0)
    return Place(path: path, start: start, end: start, seeking: name)
  }
}
