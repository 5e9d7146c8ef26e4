import TestSupport
import Testing

@testable import Content

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2024", "2024-05", "2024-05-16", "2024-02-29", "2000-02-29", "1000", "9999-12-31",
  ])
  func `a date is a year, a month or a day, and is written as it was`(text: String) {
    #expect(CalendarDate(text)?.text == text)
  }

  @Test(arguments: [
    "", "2024-", "-2024", "24", "0999", "20240516", "2024-5-16", "2024-05-16-01", "2024-13",
    "2024-00", "2024-05-00", "2024-05-32", "2024-04-31", "2023-02-29", "1900-02-29", "2024-02-30",
    "2024-05-16T09:00", "2024/05/16", "16-05-2024", " 2024", "2024-05-1６", "+024", "2024-+5",
    "２０２４", "2024-05-16\u{301}", "tomorrow", "20244", "10000-01-01",
  ])
  func `what is no day that exists is no date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
  func `February has 29 days every fourth year, but in centuries every fourth century`(
    year: Int, days: Int
  ) {
    #expect(CalendarDate.days(in: 2, of: year) == days)
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == (days == 29))
  }

  @Test func `a year may be any of its days, a month any of its own`() throws {
    let year = try #require(CalendarDate("2024"))
    #expect((year.earliest, year.latest) == (20_240_101, 20_241_231))
    let month = try #require(CalendarDate("2024-02"))
    #expect((month.earliest, month.latest) == (20_240_201, 20_240_229))
    let day = try #require(CalendarDate("2024-05-16"))
    #expect((day.earliest, day.latest) == (20_240_516, 20_240_516))
  }

  @Test func `a day without its month is no date`() {
    #expect(CalendarDate(year: 2024, month: nil, day: 3) == nil)
  }

  @Test func `every day from 1600 to 2400 is written and read alike`() {
    for year in 1600...2400 {
      for month in 1...12 {
        for day in [1, 9, 10, CalendarDate.days(in: month, of: year)] {
          let date = CalendarDate(year: year, month: month, day: day)
          #expect(date != nil && date.flatMap { CalendarDate($0.text) } == date)
        }
        #expect(
          CalendarDate(year: year, month: month, day: CalendarDate.days(in: month, of: year) + 1)
            == nil)
      }
    }
  }
}
