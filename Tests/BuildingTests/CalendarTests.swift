import Content
import Linking
import TestSupport
import Testing

/// Dates to watch, as calendars read them (RFC 5545) and as the front page shows them.
struct CalendarTests {
  private static let deadlines = """
    deadlines:
      - { kind: appeal-period, date: 2026-07-31 }
      - { id: run, kind: periodic-penalty, date: 2026-06-20, until: 2026-12-31, note: "€5,000 a day; the most is €500,000, so \\\\ watch it – für jeden Tag, an dem die Anordnung nicht befolgt wird." }
      - { kind: compliance, date: 2026-02-28 }
    sources:
    """

  private func site(
    _ deadlines: String = deadlines, _ change: (String) -> String = { $0 },
    _ options: LinkingOptions = .someDay
  ) async throws -> RenderedSite {
    try await RenderedSite(
      change(Publication.small.replacing("sources:", with: deadlines)), options)
  }

  /// The calendar's lines, folding undone, as name and value.
  private func lines(_ site: RenderedSite) -> [(name: String, value: String)] {
    let text = site.text("calendar.ics").replacing("\r\n ", with: "")
    return text.split(separator: "\r\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  private func values(_ name: String, _ site: RenderedSite) -> [String] {
    lines(site).filter { $0.name == name }.map(\.value)
  }

  @Test func `each deadline is an event of whole days, the last day included`() async throws {
    let site = try await site()
    #expect(values("DTSTART;VALUE=DATE", site) == ["20260228", "20260620", "20260731"])
    #expect(values("DTEND;VALUE=DATE", site) == ["20260301", "20270101", "20260801"])
    #expect(
      values("SUMMARY", site) == [
        "Late disclosure: order to be obeyed", "Late disclosure: periodic penalty runs",
        "Late disclosure: appeal period ends",
      ])
    #expect(values("BEGIN", site) == ["VCALENDAR", "VEVENT", "VEVENT", "VEVENT"])
  }

  @Test func `lines end in CRLF, have at most 75 octets and cut no character`() async throws {
    let bytes = try #require(try await site().files["calendar.ics"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.hasPrefix(" ") })
    #expect(!text.replacing("\r\n", with: "").utf8.contains { $0 < 0x20 })
  }

  @Test func `marks that mean something to calendars are escaped`() async throws {
    let description = values("DESCRIPTION", try await site())[1]
    #expect(
      description
        == "€5\\,000 a day\\; the most is €500\\,000\\, so \\\\ watch it – für jeden Tag\\, an dem "
        + "die Anordnung nicht befolgt wird.\\n\\nLate disclosure")
  }

  @Test func `events keep their ids under a new title, slug and host, and with an id on a new day`()
    async throws
  {
    let old = try await site()
    let new = try await site(Self.deadlines) { text in
      text.replacing("cases/acme.md", with: "cases/late-acme.md")
        .replacing("title: Late disclosure", with: "title: It came late\nformerly: [acme]")
        .replacing("base_url: https://watch.example", with: "base_url: https://o.example")
        .replacing("date: 2026-06-20", with: "date: 2026-06-21")
    }
    #expect(
      values("UID", old) == [
        "case-acme-compliance-2026-02-28@watch.example", "case-acme-run@watch.example",
        "case-acme-appeal-period-2026-07-31@watch.example",
      ])
    #expect(values("UID", new) == values("UID", old))
  }

  @Test func `the stamp is that of the last change and no clock's`() async throws {
    let early = try await site()
    let late = try await site(Self.deadlines, { $0 }, .at("2031-01-01T00:00:00Z"))
    #expect(early.files["calendar.ics"] == late.files["calendar.ics"])
    #expect(Set(values("DTSTAMP", early)) == ["20240601T000000Z"])
  }

  @Test func `the front page shows what is not over, soonest first`() async throws {
    func home(_ now: String) async throws -> String {
      try await site(Self.deadlines, { $0 }, .at(now)).text("index.html")
    }
    func order(_ page: String) -> [String] {
      page.split(separator: "<p>").compactMap { part in
        ["Order to be obeyed by", "Periodic penalty runs", "Appeal period ends"]
          .first { part.hasPrefix($0) }
      }
    }
    let july = try await home("2026-07-01T12:00:00Z")
    #expect(july.contains("Dates to watch") && july.contains("/calendar.ics"))
    #expect(order(july) == ["Periodic penalty runs", "Appeal period ends"])
    #expect(order(try await home("2026-07-31T23:59:59Z")).count == 2)
    #expect(order(try await home("2026-08-01T00:00:00Z")) == ["Periodic penalty runs"])
    #expect(!(try await home("2027-01-01T00:00:00Z")).contains("page-dates"))
  }

  @Test func `what an annulled decision ordered is called off`() async throws {
    let site = try await site(Self.deadlines) { text in
      text.replacing(
        "kind: decision }",
        with: "kind: decision }\n  - { date: 2026-06-01, kind: judgment, effect: annulled }")
    }
    #expect(values("STATUS", site) == ["CANCELLED", "CANCELLED", "CANCELLED"])
    #expect(!site.text("index.html").contains("page-dates"))
    #expect(site.text("cases/acme/index.html").contains("<s>"))
  }

  @Test func `a publication without deadlines has no calendar`() async throws {
    let site = try await RenderedSite(Publication.small)
    #expect(site.files["calendar.ics"] == nil)
    #expect(site.mentioning("calendar.ics") == [])
  }
}
