import Linking
import Mustache

extension Edition {
  /// Appends a file of data.
  func write(_ file: DataFile, into out: inout OutputBuffer) {
    forEachPiece(of: file) { bytes in
      out.append(bytes)
      return true
    }
  }

  /// Hands on a file in pieces one after the other, so that a large one is never in memory whole;
  /// none after the first for which `take` says that it wants no more.
  func forEachPiece(of file: DataFile, _ take: (UnsafeRawBufferPointer) -> Bool) {
    if case .database = file {
      publication.withDatabase { _ = take($0) }
      return
    }
    var out = OutputBuffer()
    for part in 0..<parts(of: file) {
      out.removeAll()
      write(file, part: part, into: &out)
      guard out.withBytes(take) else { return }
    }
  }

  private func parts(of file: DataFile) -> Int {
    switch file {
    case .table, .json, .ndjson:
      max(1, (publication.site.cases.count + Dataset.length - 1) / Dataset.length)
    default: 1
    }
  }

  private func write(_ file: DataFile, part: Int, into out: inout OutputBuffer) {
    let count = publication.site.cases.count
    let cases = part * Dataset.length..<min(count, (part + 1) * Dataset.length)
    switch file {
    case .dictionary:
      publication.theme.data.render(DataPage(in: publication), into: &out)
    case .table(let index):
      let table = Dataset.tables[index]
      if part == 0 { out.append(csvHeaderOf: table.facts) }
      out.append(csv: table, of: publication, cases: cases)
    case .package: out.append(document: publication.dataPackage)
    case .caseSchema: out.append(document: publication.caseSchema)
    case .casesSchema: out.append(document: publication.casesSchema)
    case .json:
      if part == 0 { out.appendOpening(of: publication) }
      for index in cases {
        out.append(index == 0 ? "\n" : ",\n")
        out.append(caseRecord: index, of: publication)
      }
      if part == parts(of: file) - 1 { out.appendClosing(of: publication) }
    case .ndjson:
      for index in cases {
        out.append(caseRecord: index, of: publication)
        out.append("\n")
      }
    case .ofCase(let index):
      out.append(caseRecord: index, of: publication)
      out.append("\n")
    case .list: out.append(listOf: self)
    case .database: break
    }
  }
}

extension OutputBuffer {
  fileprivate mutating func append(document: JSON) {
    append(document)
    append("\n")
  }
}
