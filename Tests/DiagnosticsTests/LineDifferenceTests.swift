import Testing

@testable import Diagnostics

@Suite struct LineDifferenceTests {
  private func difference(_ old: String, _ new: String) -> String {
    LineDifference(from: Array(old.utf8), to: Array(new.utf8)).text(path: "a.md", colored: false)
  }

  @Test func `a change is shown with two lines around it`() {
    #expect(
      difference("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\nfour\n5\n6\n7\n") == """
        --- a/a.md
        +++ b/a.md
        @@ -2,5 +2,5 @@
         2
         3
        -4
        +four
         5
         6

        """)
  }

  @Test func `changes far from each other are two hunks, near ones are one`() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let far = difference(
      old, old.replacing("2\n3\n", with: "2\nx\n").replacing("17\n", with: "y\n"))
    #expect(far.split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
    let near = difference(old, old.replacing("\n3\n4\n5\n6\n", with: "\nx\n4\n5\ny\n"))
    #expect(near.split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
  }

  @Test func `nothing is said of what is the same, and a missing last line end is`() {
    #expect(difference("a\nb\n", "a\nb\n") == "")
    #expect(
      difference("a\nb", "a\nb\n").hasSuffix("-b\n\\ No newline at end of file\n+b\n"))
  }
}
