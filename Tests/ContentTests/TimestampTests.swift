import TestSupport
import Testing

@testable import Content

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-01T00:00:00Z", 0), ("2024-09-03", 1_725_321_600),
    ("2024-09-03T09:00:00+02:00", 1_725_346_800), ("2024-09-03T07:00:00Z", 1_725_346_800),
    ("2024-09-03T01:30:00-05:30", 1_725_346_800), ("1969-12-31T23:59:59Z", -1),
    ("2000-02-29T12:00:00Z", 951_825_600), ("2024-09-03t07:00:00z", 1_725_346_800),
    ("2024-09-03T07:00Z", 1_725_346_800), ("2024-09-03T07:00:00.999Z", 1_725_346_800),
    ("2016-12-31T23:59:60Z", 1_483_228_799),
  ])
  func `a moment is counted in seconds from 1970`(text: String, seconds: Int64) {
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2024", "2024-09", "2024-02-30", "2024-09-03T09:00:00", "2024-09-03T09:00",
    "2024-09-03 09:00:00Z", "2024-09-03T24:00:00Z", "2024-09-03T09:60:00Z", "2024-09-03T09:00:61Z",
    "2024-09-03T09:00:00+2", "2024-09-03T09:00:00+0200", "2024-09-03T09:00:00+24:00",
    "2024-09-03T09:00:00+02:60", "2024-09-03T09:00:00.Z", "2024-09-03T09:00:00Zx",
    "2024-09-03T9:00:00Z", "2024-09-03T", "2024-09-03Z", "2024-02-30T09:00:00Z",
    "2024-09-03T09:00:00 Z", "2024-09-03T09:00:00+02:00 ", "2024-09-0é", "ééééééééééééé",
  ])
  func `a time needs a day that exists, and an offset`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `the writer's offset is kept for showing, and left out of the order`() throws {
    let dutch = try #require(Timestamp("2024-09-03T00:30:00+02:00"))
    let universal = try #require(Timestamp("2024-09-02T22:30:00Z"))
    #expect(dutch.text == "2024-09-03T00:30:00+02:00")
    #expect(dutch.date.text == "2024-09-03")
    #expect(universal.date.text == "2024-09-02")
    #expect(!(dutch < universal) && !(universal < dutch))
    let earlier = try #require(Timestamp("2024-09-03T00:00:00+02:00"))
    #expect(earlier < universal)
  }

  @Test func `a bare date is midnight in UTC, a month its first day`() throws {
    #expect(Timestamp("2024-09-03")?.text == "2024-09-03T00:00:00Z")
    #expect(Timestamp(try #require(CalendarDate("2024-02"))).text == "2024-02-01T00:00:00Z")
    #expect(Timestamp(try #require(CalendarDate("2024"))).text == "2024-01-01T00:00:00Z")
  }

  @Test func `any second of any year is written and read alike, at any offset`() {
    var random = SeededGenerator(seed: 20_240_903)
    // From 1000-01-02 to 9999-12-30, so that no offset leads out of the years that dates have.
    for _ in 0..<20_000 {
      let moment = Timestamp(
        seconds: Int64.random(in: -30_610_137_600...253_402_127_999, using: &random),
        offsetMinutes: Int16.random(in: -1439...1439, using: &random))
      #expect(Timestamp(moment.text) == moment)
    }
  }

  @Test func `each day follows the one before it by 86400 seconds`() {
    var expected: Int64 = -11_676_096_000  // 1600-01-01
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(in: month, of: year) {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(Timestamp(date).seconds == expected)
          #expect(Timestamp(date).date == date)
          expected += 86_400
        }
      }
    }
  }
}
