/// The memory that one core writes bodies in, one after the other, so that no body asks for its own.
///
/// Nothing of a body is left on it that another could read: whoever sits down clears it first.
package struct WritingDesk: ~Copyable {
  let trees = TreeMemory()
  var html = HTMLBuffer()
  var lines = LineMap()
  var survey = BlockSurvey()
  var notes = NoteBook()
  var anchors: [String] = []
  var openLinks: [PendingLink] = []
  var textRuns: [TextRun] = []
  var pageAddresses: [UInt32] = []
  var rootAddresses: [UInt32] = []
  var boundaries: [Int] = []
  var newBoundaries: [Int] = []

  package init() {}

  /// Changes what lies here for what `writer` holds: lends it in front of the work, and takes it back
  /// behind it.
  mutating func exchange(with writer: inout ProseWriter) {
    swap(&html, &writer.html)
    swap(&survey, &writer.survey)
    swap(&notes, &writer.notes)
    swap(&anchors, &writer.anchors)
    swap(&openLinks, &writer.openLinks)
    swap(&textRuns, &writer.textRuns)
    swap(&pageAddresses, &writer.pageAddresses)
  }
}

extension Array {
  /// A copy without room to spare.
  var exact: [Element] { withUnsafeBufferPointer { Array($0) } }
}
