import Content
import TestSupport
import Testing

@testable import Linking

/// What counts as a change after publication, and when.
@Suite struct ChangeTests {
  private func changes(_ fields: String) -> [String] {
    acme(fields).site.cases.first?.changes.map { change in
      switch change.occasion {
      case .step(let position): "step \(position) \(change.moment.text)"
      case .amendment(let position): "amendment \(position) \(change.moment.text)"
      }
    } ?? []
  }

  private func updated(_ fields: String) -> String? {
    acme(fields).site.cases.first?.updated.text
  }

  @Test func `a step after the publication is a change, one before it or on its day is none`() {
    #expect(
      changes(
        """
        published: 2024-06-01
        steps:
          - { date: 2024-05-16, kind: decision }
          - { date: 2024-06-01, kind: appeal-lodged }
          - { date: 2024-06-02, kind: became-final }
        """) == ["step 2 2024-06-02T00:00:00Z"])
  }

  @Test func `a clarification changes nothing that was said`() {
    #expect(changes("history: [{ date: 2025-01-02, kind: clarification, note: A comma. }]") == [])
    #expect(
      updated("history: [{ date: 2025-01-02, kind: clarification, note: A comma. }]")
        == "2024-06-01T00:00:00Z")
  }

  @Test(arguments: ["correction", "update", "retraction"])
  func `what else the history says moves the day of the last change`(kind: String) {
    #expect(
      updated("history: [{ date: 2025-01-02, kind: \(kind), note: The sum. }]")
        == "2025-01-02T00:00:00Z")
  }

  @Test func `a correction on the day of publication counts from the second after it`() {
    #expect(
      changes(
        """
        published: 2024-06-01T09:00:00+02:00
        history: [{ date: 2024-06-01, kind: correction, note: The sum. }]
        """) == ["amendment 0 2024-06-01T09:00:01+02:00"])
  }

  @Test func `a second correction on one day is newer than the first`() {
    #expect(
      changes(
        """
        history:
          - { date: 2025-01-02, kind: correction, note: The sum. }
          - { date: 2025-01-02, kind: correction, note: The name. }
          - { date: 2025-01-03, kind: correction, note: The day. }
        """)
        == [
          "amendment 0 2025-01-02T00:00:00Z", "amendment 1 2025-01-02T00:00:01Z",
          "amendment 2 2025-01-03T00:00:00Z",
        ])
  }

  @Test func `changes come in the order of their moments, a step before an amendment`() {
    #expect(
      changes(
        """
        steps:
          - { date: 2024-05-16, kind: decision }
          - { date: 2025-01-02, kind: became-final }
        history:
          - { date: 2025-01-03, kind: update, note: News. }
          - { date: 2025-01-02, kind: correction, note: The sum. }
        """)
        == [
          "step 1 2025-01-02T00:00:00Z", "amendment 1 2025-01-02T00:00:00Z",
          "amendment 0 2025-01-03T00:00:00Z",
        ])
  }
}
