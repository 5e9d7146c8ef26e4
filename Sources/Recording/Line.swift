import Content

/// One line of the ledger: `/cases/acme/ 2026-05-01 case/acme recorded=2026-05-01 …`.
struct Line: Sendable, Equatable {
  /// As on the site, with `%` and two digits for what would break the line.
  var address: String
  var since: CalendarDate
  var name: String?
  var state = State()

  init(_ address: String, since: CalendarDate, name: String?) {
    self.address = address
    self.since = since
    self.name = name
  }

  /// Nil for anything that `text` would not have written.
  init?(parsing bytes: ArraySlice<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count >= 3, let address = String(words[0]), isRecordable(address),
      let since = CalendarDate(Substring(words[1])), since.day != nil,
      let name = String(words[2]), name == "-" || isName(name)
    else { return nil }
    self.init(address, since: since, name: name == "-" ? nil : name)
    var marks = WrittenMarks()
    for word in words.dropFirst(3) {
      let parts = word.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = String(parts[1]), !value.isEmpty,
        read(Substring(parts[0]), value, &marks)
      else { return nil }
    }
    guard marks.isNothing || marks.digest != nil else { return nil }
    state.substance = marks.substance
  }

  private mutating func read(
    _ key: Substring, _ value: String, _ marks: inout WrittenMarks
  ) -> Bool {
    switch key {
    case "recorded": state.recorded = CalendarDate(value).flatMap { $0.day == nil ? nil : $0 }
    case "updated": state.updated = Timestamp(value)
    case "digest": marks.digest = UInt64(hexadecimal: value)
    case "text": marks.text = UInt64(hexadecimal: value)
    case "says": marks.statements = marksWritten(value)
    case "passages": marks.passages = marksWritten(value)
    case "history": marks.history = marksWritten(value)
    case "in-force": state.inForce = value
    case "to": state.movedTo = value
    case "gone": state.gone = CalendarDate(value)
    default: return false
    }
    return switch key {
    case "recorded": state.recorded != nil
    case "updated": state.updated != nil
    case "digest": marks.digest != nil
    case "text": marks.text != nil
    case "says": marks.statements != nil
    case "passages": marks.passages != nil
    case "history": marks.history != nil
    case "gone": state.gone != nil
    default: true
    }
  }

  /// The line without its end; the same for the same record.
  var text: String {
    var text = "\(address) \(since.text) \(name ?? "-")"
    if let recorded = state.recorded { text += " recorded=" + recorded.text }
    if let updated = state.updated { text += " updated=" + updated.inUTC.text }
    if let substance = state.substance {
      text += " digest=" + substance.digest.hexadecimal
      if !substance.passages.isEmpty { text += " text=" + substance.text.hexadecimal }
      if !substance.statements.isEmpty { text += " says=" + written(substance.statements) }
      if !substance.passages.isEmpty { text += " passages=" + written(substance.passages) }
      if !substance.history.isEmpty { text += " history=" + written(substance.history) }
    }
    if let inForce = state.inForce { text += " in-force=" + inForce }
    if let target = state.movedTo { text += " to=" + target }
    if let gone = state.gone { text += " gone=" + gone.text }
    return text
  }
}

/// The marks of a line while it is read.
private struct WrittenMarks {
  var digest: UInt64?
  var text: UInt64?
  var statements: [Substance.Mark]?
  var passages: [Substance.Mark]?
  var history: [Substance.Mark]?

  var isNothing: Bool {
    digest == nil && text == nil && statements == nil && passages == nil && history == nil
  }

  var substance: Substance? {
    digest.map {
      Substance(
        digest: $0, text: text ?? Substance.noText, statements: statements ?? [],
        passages: passages ?? [], history: history ?? [])
    }
  }
}

/// Whether an address can stand on a line.
func isRecordable(_ address: String) -> Bool {
  address.utf8.first == UInt8(ascii: "/")
    && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
}

private func isName(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  return parts.count == 2 && EntryKind(rawValue: String(parts[0])) != nil && isSlug(parts[1])
}

/// An address of the site as the ledger writes it: what would break a line, or begin an anchor, is
/// percent-encoded.
package func ledgerAddress(_ address: String) -> String {
  func breaks(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%")
      || byte == UInt8(ascii: "?")
  }
  guard address.utf8.contains(where: breaks) else { return address }
  var bytes: [UInt8] = []
  for byte in address.utf8 {
    if breaks(byte) {
      bytes += Array((byte < 16 ? "%0" : "%").utf8)
      bytes += Array(String(byte, radix: 16, uppercase: true).utf8)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private let digits = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

/// Four letters for each mark (RFC 4648 §5).
private func written(_ marks: [Substance.Mark]) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(4 * marks.count)
  for mark in marks {
    for shift: UInt32 in [18, 12, 6, 0] { bytes.append(digits[Int(mark.bits >> shift & 63)]) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func marksWritten(_ text: String) -> [Substance.Mark]? {
  guard text.utf8.count.isMultiple(of: 4) else { return nil }
  var marks: [Substance.Mark] = []
  marks.reserveCapacity(text.utf8.count / 4)
  var (bits, count): (UInt32, Int) = (0, 0)
  for byte in text.utf8 {
    let value: UInt8
    switch byte {
    case 0x41...0x5A: value = byte - 0x41
    case 0x61...0x7A: value = byte - 0x61 + 26
    case 0x30...0x39: value = byte - 0x30 + 52
    case UInt8(ascii: "-"): value = 62
    case UInt8(ascii: "_"): value = 63
    default: return nil
    }
    bits = bits << 6 | UInt32(value)
    count += 1
    if count == 4 {
      marks.append(Substance.Mark(bits: bits))
      (bits, count) = (0, 0)
    }
  }
  return marks
}

extension UInt64 {
  fileprivate init?(hexadecimal text: String) {
    let isLower = text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard text.utf8.count == 16, isLower, let value = UInt64(text, radix: 16) else { return nil }
    self = value
  }

  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Timestamp {
  /// The same moment without its writer's offset.
  var inUTC: Timestamp { Timestamp(seconds: seconds) }
}
