import Diagnostics
import TestSupport
import Testing

@testable import Content

struct DataFormatTests {
  private func settings(_ data: String) -> (Set<DataFormat>, [String]) {
    let fixture = Fixture(Publication.settings + "\ndata: \(data)\n")
    return (fixture.casebook.value.settings.data, fixture.ownFindings.map(\.message))
  }

  @Test(arguments: [
    ("true", DataFormat.allCases), ("false", []), ("[csv, sqlite]", [.csv, .sqlite]),
  ])
  func `data are all, none, or those of a list`(written: String, expected: [DataFormat]) {
    let (data, messages) = settings(written)
    #expect(data == Set(expected))
    #expect(messages == [])
  }

  @Test func `a form that there is not is told the nearest`() {
    let (data, messages) = settings("[cvs]")
    #expect(data == [])
    #expect(messages.count == 1 && messages[0].hasPrefix("'cvs'") && messages[0].contains("'csv'"))
  }

  @Test func `the words of an enumeration say what they mean, without a full stop`() {
    let fields = [
      Step.schema.fields.map(\.choices), Measure.schema.fields.map(\.choices),
      Amendment.schema.fields.map(\.choices), Company.schema.fields.map(\.choices),
      Regulator.schema.fields.map(\.choices), DocketReference.schema.fields.map(\.choices),
      Relation.schema.fields.map(\.choices),
    ].flatMap(\.self)
    #expect(fields.filter { !$0.isEmpty }.count == 9)
    for choice in fields.flatMap(\.self) {
      #expect(!choice.meaning.isEmpty && !choice.meaning.hasSuffix("."), "\(choice.word)")
    }
  }
}
