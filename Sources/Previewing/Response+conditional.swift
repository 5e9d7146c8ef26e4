extension Response {
  /// The same answer as far as the client does not have it already: 304 where its tag is this one,
  /// and the part of the content that it asks for (RFC 9110 §13 and §14).
  ///
  /// Several ranges at once are answered with the whole, as the standard allows.
  func narrowed(to request: Request) -> Response {
    guard status == .ok, let length else { return self }
    if let tag, let known = request["if-none-match"], Self.names(known, tag) {
      var answer = self
      answer.status = .notModified
      answer.content = .bytes([])
      return answer
    }
    var answer = self
    answer.fields.append(("Accept-Ranges", "bytes"))
    guard request.method == .get, let asked = request["range"],
      let wanted = ByteRange(asked, of: length),
      request["if-range"].map({ $0 == tag }) ?? true
    else { return answer }
    guard case .some(let range) = wanted.range else {
      var refusal = Response(.rangeNotSatisfiable, saying: "there are \(length) bytes here")
      refusal.fields = [("Content-Range", "bytes */\(length)")]
      return refusal
    }
    answer.status = .partialContent
    answer.fields.append(
      ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)"))
    switch content {
    case .bytes(let bytes): answer.content = .bytes(Array(bytes[range]))
    case .file(let file, let whole):
      let start = whole.lowerBound + range.lowerBound
      answer.content = .file(file, start..<start + range.count)
    case .events: break
    }
    return answer
  }

  /// Whether a list of tags holds this one; for that, weak ones are as good as strong ones.
  private static func names(_ list: String, _ tag: String) -> Bool {
    list.split(separator: ",").contains { part in
      var part = part.drop { $0 == " " || $0 == "\t" }
      while part.last == " " || part.last == "\t" { part.removeLast() }
      return part == "*" || (part.hasPrefix("W/") ? part.dropFirst(2) : part) == tag
    }
  }
}

/// `bytes=0-499`, `bytes=500-` or `bytes=-200`, for a content of a known length.
struct ByteRange: Equatable {
  /// Nil where it lies behind the end.
  let range: Range<Int>?

  /// Nil for anything else, which is as if no range had been asked for.
  init?(_ typed: String, of length: Int) {
    guard typed.lowercased().hasPrefix("bytes=") else { return nil }
    let ends = typed.dropFirst(6).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    if ends[0].isEmpty {
      guard let count = Int(ends[1]) else { return nil }
      range = count == 0 || length == 0 ? nil : max(0, length - count)..<length
      return
    }
    guard let first = Int(ends[0]), let last = ends[1].isEmpty ? .max : Int(ends[1]), first <= last
    else { return nil }
    range = first < length ? first..<min(length - 1, last) + 1 : nil
  }
}
