// What is asked of the ledger for every page of every build, so it makes no texts of its own.
extension Ledger {
  /// The first line with an address, among `spans`.
  func index(of address: String) -> Int? {
    var address = address
    return bytes.withUnsafeBufferPointer { bytes in
      address.withUTF8 { address in
        var (lower, upper) = (0, spans.count)
        while lower < upper {
          let middle = (lower + upper) / 2
          if compare(bytes, spans[middle], address) < 0 {
            lower = middle + 1
          } else {
            upper = middle
          }
        }
        return lower < spans.count && compare(bytes, spans[lower], address) == 0 ? lower : nil
      }
    }
  }

  /// Less than 0 where the line's address comes before another.
  private func compare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: Span, _ address: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let count = span.addressEnd - span.start
    var index = 0
    while index < min(count, address.count) {
      let (left, right) = (bytes[span.start + index], address[index])
      if left != right { return left < right ? -1 : 1 }
      index += 1
    }
    return count - address.count
  }

  /// Whether a line with this address has this digest.
  func holds(_ digest: UInt64, at address: String) -> Bool {
    guard var index = index(of: address) else { return false }
    let first = spans[index]
    return bytes.withUnsafeBufferPointer { bytes in
      while index < spans.count, isSameAddress(bytes, first, spans[index]) {
        if self.digest(on: spans[index], in: bytes) == digest { return true }
        index += 1
      }
      return false
    }
  }

  private func isSameAddress(
    _ bytes: UnsafeBufferPointer<UInt8>, _ one: Span, _ other: Span
  ) -> Bool {
    bytes[one.start..<one.addressEnd].elementsEqual(bytes[other.start..<other.addressEnd])
  }

  /// What stands behind ` digest=`; nil where nothing does.
  private func digest(on span: Span, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let key: StaticString = " digest="
    var index = span.addressEnd
    while index + 24 <= span.end {
      if bytes[index] == 0x20, bytes[index + 1] == UInt8(ascii: "d"),
        (0..<8).allSatisfy({ bytes[index + $0] == key.utf8Start[$0] })
      {
        return bytes[(index + 8)..<(index + 24)].reduce(0) { value, digit in
          value << 4 | UInt64(digit < 58 ? digit - 48 : digit - 87)
        }
      }
      index += 1
    }
    return nil
  }

  /// Whose an address is; nil where it was never published, or is nobody's.
  func name(at address: String) -> String? {
    guard let index = index(of: address) else { return nil }
    let span = spans[index]
    // Behind the address stand a blank, the day and another blank.
    let name = bytes[(span.addressEnd + 12)..<span.end].prefix { $0 != 0x20 }
    return name.elementsEqual([UInt8(ascii: "-")]) ? nil : String(decoding: name, as: UTF8.self)
  }
}
