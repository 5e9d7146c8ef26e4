import Content
import Testing

@testable import Linking

/// The order of steps, and how each kind of step moves the status.
@Suite struct ProcedureTests {
  private static let decision =
    "- { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 100 EUR }] }\n"

  private func after(_ steps: String) -> History { History(Self.decision + steps) }

  private func order(_ dates: [String]) -> [String] {
    History(
      dates.map { "- { date: \($0), kind: published, note: \"\($0)\" }" }.joined(separator: "\n")
    )
    .procedure.events.compactMap(\.step.note)
  }

  @Test func `steps count by date, whatever their order in the file`() {
    #expect(
      order(["2021-03-01", "2019-01-01", "2020-12-31"])
        == ["2019-01-01", "2020-12-31", "2021-03-01"])
  }

  @Test func `events of one day are in the order of the file`() {
    let history = History(
      """
      - { date: 2020-01-01, kind: opened }
      - { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 100 EUR }] }
      - { date: 2020-01-01, kind: judgment, on: decision, effect: annulled }
      """)
    #expect(history.statuses == ["alleged", "decided", "annulled"])
  }

  @Test func `a year may be any of its days, so among them the file's order decides`() {
    #expect(order(["2019-05-01", "2019", "2019-07"]) == ["2019-05-01", "2019", "2019-07"])
    #expect(order(["2019", "2019-05-01"]) == ["2019", "2019-05-01"])
    #expect(order(["2020", "2019-12-31"]) == ["2019-12-31", "2020"])
    #expect(order(["2019-06", "2019-05-31", "2019"]) == ["2019-05-31", "2019-06", "2019"])
  }

  @Test func `a year between two days does not hide which of them is earlier`() {
    #expect(
      order(["2024-12-01", "2024", "2024-01-01"]) == ["2024", "2024-01-01", "2024-12-01"])
    #expect(
      order(["2024-12-01", "2024-11", "2024", "2024-02", "2023-05"])
        == ["2023-05", "2024", "2024-02", "2024-11", "2024-12-01"])
  }

  @Test func `any order of steps is one in which no later day comes first`() {
    var random = SeededDates(seed: 11)
    for _ in 0..<200 {
      let dates = random.dates(Int.random(in: 1...9, using: &random.generator))
      let ordered = order(dates).compactMap { CalendarDate($0) }
      #expect(ordered.count == dates.count)
      for (index, date) in ordered.enumerated() {
        #expect(ordered[..<index].allSatisfy { $0.earliest <= date.latest }, "\(dates)")
      }
    }
  }

  @Test func `a file already in order stays as it is`() {
    let dates = ["2018", "2019", "2019-05", "2019-05-25", "2019-06", "2019", "2020-01-01"]
    #expect(order(dates) == dates)
  }

  @Test func `complaint, inquiry and publication decide nothing`() {
    let history = History(
      """
      - { date: 2019-01-01, kind: complaint }
      - { date: 2019-02-01, kind: opened }
      - { date: 2019-03-01, kind: referral }
      - { date: 2019-04-01, kind: published }
      """)
    #expect(history.statuses == ["alleged", "alleged", "alleged", "alleged"])
  }

  @Test func `a draft that repeats a proposal takes its place, and a decision ends proposing`() {
    let history = History(
      """
      - { id: notice, date: 2019-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 50 EUR }, { kind: ban }] }
      - { date: 2019-06-01, kind: draft-decision, measures: [{ kind: fine, amount: 30..40 EUR }] }
      - { date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 20 EUR }] }
      - { date: 2020-02-01, kind: notice-of-intent, measures: [{ kind: reprimand }] }
      """)
    #expect(history.statuses == ["proposed", "proposed", "decided", "decided"])
    #expect((history.proposed, history.imposed) == ("30..40 EUR", "20 EUR"))
    #expect(
      history.states == [
        "fine replaced", "ban proposed", "fine proposed", "fine imposed", "reprimand proposed",
      ])
  }

  @Test func `a proposal may name the one it replaces, of whatever kind`() {
    let history = History(
      """
      - { id: notice, date: 2019-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 50 EUR }] }
      - { date: 2019-06-01, kind: draft-decision, measures: [{ kind: disgorgement, amount: 30 EUR, replaces: notice/1 }] }
      """)
    #expect(history.states == ["fine replaced", "disgorgement proposed"])
    #expect(history.proposed == "30 EUR")
  }

  @Test func `an appeal is pending until it is withdrawn, refused or ruled on`() {
    #expect(after("- { date: 2020-02-01, kind: appeal-lodged }").status == "under-appeal")
    for end in [
      "kind: withdrawn", "kind: permission-refused", "kind: judgment, on: decision, effect: upheld",
      "kind: withdrawn, on: appeal",
    ] {
      let history = after(
        """
        - { id: appeal, date: 2020-02-01, kind: appeal-lodged }
        - { date: 2020-03-01, \(end) }
        """)
      #expect(history.statuses == ["decided", "under-appeal", "decided"], "\(end)")
      #expect(history.inForce == "100 EUR")
    }
  }

  @Test func `a stay is told, and the fine stands meanwhile`() {
    let history = after(
      """
      - { date: 2020-02-01, kind: appeal-lodged }
      - { date: 2020-03-01, kind: stay }
      - { date: 2021-01-01, kind: judgment, on: decision, effect: upheld }
      """)
    #expect(history.statuses == ["decided", "under-appeal", "stayed", "decided"])
    #expect(history.inForceByStep.allSatisfy { $0 == "100 EUR" })
  }

  @Test func `a settlement imposes what was agreed, and commitments decide`() {
    let settled = History(
      """
      - { date: 2019-01-01, kind: opened }
      - { date: 2020-01-01, kind: settlement, measures: [{ kind: settlement, amount: 650 USD }] }
      """)
    #expect(settled.statuses == ["alleged", "decided"])
    #expect((settled.imposed, settled.inForce) == ("650 USD", "650 USD"))
    let promised = History(
      "- { date: 2020-01-01, kind: commitments, measures: [{ kind: undertaking }] }")
    #expect((promised.status, promised.inForce) == ("decided", "0"))
  }

  @Test func `final and closed last until something of substance follows`() {
    let history = after(
      """
      - { date: 2020-03-01, kind: became-final }
      - { date: 2020-04-01, kind: published }
      - { date: 2020-05-01, kind: closed }
      - { date: 2021-01-01, kind: appeal-lodged }
      - { date: 2021-02-01, kind: withdrawn }
      - { date: 2021-03-01, kind: closed }
      - { date: 2021-04-01, kind: penalty-called, measures: [{ kind: penalty-called, amount: 5 EUR }] }
      """)
    #expect(
      history.statuses == [
        "decided", "final", "final", "final", "under-appeal", "decided", "closed", "decided",
      ])
  }

  @Test func `an inquiry that is closed without a decision is closed`() {
    let history = History(
      """
      - { date: 2019-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 50 EUR }] }
      - { date: 2020-01-01, kind: closed }
      """)
    #expect(history.statuses == ["proposed", "closed"])
    #expect((history.proposed, history.inForce) == ("50 EUR", "0"))
  }

  @Test func `silence is never final`() {
    #expect(after("- { date: 2020-01-02, kind: published }").status == "decided")
    #expect(after("- { date: 2020-01-02, kind: compliance-confirmed }").status == "decided")
  }

  @Test func `a notice that is withdrawn proposes nothing any more`() {
    let history = History(
      """
      - { id: notice, date: 2019-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 50 EUR }] }
      - { date: 2019-02-01, kind: withdrawn, on: notice }
      """)
    #expect(history.statuses == ["proposed", "withdrawn"])
    #expect(history.proposed == "0")
  }

  @Test func `a procedure that goes on after a withdrawal is not withdrawn`() {
    let history = History(
      """
      - { id: notice, date: 2019-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 50 EUR }] }
      - { date: 2019-02-01, kind: withdrawn, on: notice }
      - { date: 2019-03-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 40 EUR }] }
      - { date: 2019-04-01, kind: decision, measures: [{ kind: fine, amount: 30 EUR }] }
      """)
    #expect(history.statuses == ["proposed", "withdrawn", "proposed", "decided"])
    #expect((history.proposed, history.inForce) == ("40 EUR", "30 EUR"))
  }

  @Test func `a second notice that is withdrawn takes no decision with it`() {
    let history = after(
      """
      - { id: more, date: 2020-02-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 50 EUR }] }
      - { date: 2020-03-01, kind: withdrawn, on: more }
      """)
    #expect(history.statuses == ["decided", "decided", "decided"])
    #expect((history.proposed, history.inForce) == ("0", "100 EUR"))
  }

  @Test func `a decision that is withdrawn orders nothing any more`() {
    let history = after("- { date: 2020-03-01, kind: withdrawn, on: decision }")
    #expect((history.status, history.inForce, history.imposed) == ("withdrawn", "0", "100 EUR"))
    let all = after("- { date: 2020-03-01, kind: withdrawn }")
    #expect((all.status, all.inForce) == ("withdrawn", "0"))
  }

  @Test func `a case without a single step stands nowhere`() {
    let standing = Procedure([]).replayed()
    #expect(standing.status == .alleged && standing.outcomes.isEmpty && standing.amounts.isEmpty)
  }
}
