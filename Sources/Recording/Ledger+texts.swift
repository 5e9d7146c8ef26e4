import Content
import Diagnostics

extension Ledger {
  /// Published cases and news that say something else by now, and whose history does not say so.
  func silentEdits(in imprint: Imprint, _ files: (String) -> [UInt8]?) -> [Diagnostic] {
    let renaming = Renaming(since: self, in: imprint)
    return imprint.pages.compactMap { page in
      guard let history = page.history, let digest = page.digest,
        !holds(digest, at: page.address), let states = state(of: page, in: imprint),
        let last = states.max(by: { $0.day < $1.day }),
        let path = page.path, let bytes = files(path),
        let substance = Outline(of: bytes, path: path)?.substance,
        !states.contains(where: { $0.says(substance) }),
        !last.isFollowed(by: history, as: substance.history)
      else { return nil }
      // What was renamed elsewhere is no change of this entry's.
      let undone = renaming.undone(in: bytes, path: path)
      if let undone, let before = Outline(of: undone, path: path)?.substance,
        states.contains(where: { $0.says(before) })
      {
        return nil
      }
      return silentEdit(of: page, since: last, undone ?? bytes, path, on: imprint.now)
    }
  }

  /// What readers were told of an entry, at its address or at the last one that it had.
  func state(of page: Imprint.Page, in imprint: Imprint) -> [State]? {
    if let record = record(at: page.address), !record.states.isEmpty { return record.states }
    guard let position = imprint.positions[page.address] else { return nil }
    for former in imprint.formers.reversed() where former.page == position && !former.isMerged {
      if let record = record(at: former.address), !record.states.isEmpty { return record.states }
    }
    return nil
  }

  private func silentEdit(
    of page: Imprint.Page, since state: State, _ bytes: [UInt8], _ path: String, on now: Timestamp
  ) -> Diagnostic? {
    guard let before = state.substance else { return nil }
    let outline = Outline(of: bytes, path: path)
    let changes = outline.map { Changes(of: $0, since: before, page) }
    if let changes, changes.isNothing, outline?.substance.text == before.text { return nil }
    return .silentEdit(page, since: state.recorded, changes, bytes, path: path, on: now)
  }
}

/// What is new in an entry since it was recorded, and how much is no longer there.
struct Changes {
  var statements: [Outline.Statement] = []
  var passages: [Outline.Passage] = []
  var lostPassages = 0
  var lostStatements = 0

  init(of outline: Outline, since before: Substance, _ page: Imprint.Page) {
    var known = Counts(before.statements)
    statements = outline.statements.filter { !known.take($0.mark) }
    lostStatements = known.count
    if lostStatements == 0 {
      // A step that was added, and that readers are told of as such.
      statements.removeAll { $0.item.map(page.laterSteps.contains) ?? false }
    }
    known = Counts(before.passages)
    passages = outline.passages.filter { !known.take($0.mark) }
    lostPassages = known.count
  }

  var isNothing: Bool {
    statements.isEmpty && passages.isEmpty && lostPassages == 0 && lostStatements == 0
  }
}

/// How often each mark is there.
struct Counts {
  private var counts: [Substance.Mark: Int] = [:]
  private(set) var count: Int

  init(_ marks: [Substance.Mark]) {
    count = marks.count
    for mark in marks { counts[mark, default: 0] += 1 }
  }

  /// Takes one of these away; false where there is none left.
  mutating func take(_ mark: Substance.Mark) -> Bool {
    guard let left = counts[mark], left > 0 else { return false }
    counts[mark] = left - 1
    count -= 1
    return true
  }
}

extension State {
  var day: Int { recorded?.earliest ?? 0 }

  /// Whether an entry still says what readers were told, in its text and in front of it.
  func says(_ substance: Substance) -> Bool {
    guard let before = self.substance else { return true }
    guard before.text == substance.text else { return false }
    if before.statements == substance.statements { return true }
    var known = Counts(before.statements)
    return substance.statements.allSatisfy { known.take($0) } && known.count == 0
  }

  /// Whether the history tells of something that it did not tell of when this was recorded, and that
  /// happened since. A day of grace, for days begin earlier in the east.
  func isFollowed(by history: [Amendment], as marks: [Substance.Mark]) -> Bool {
    var known = Counts(substance?.history ?? [])
    return zip(history, marks).contains { item, mark in
      guard !known.take(mark), let date = item.date.value else { return false }
      guard let recorded else { return true }
      let eve = Timestamp(seconds: Timestamp(recorded).seconds - 86_400).date
      return date.latest >= eve.earliest
    }
  }
}
