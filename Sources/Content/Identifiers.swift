/// `http:` or `https:` with a host and without blanks, or nil.
package func isWebAddress(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  let scheme = text.hasPrefix("https://") ? 8 : text.hasPrefix("http://") ? 7 : 0
  guard scheme > 0, bytes.count > scheme, bytes.count <= 2000,
    bytes.allSatisfy({ $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x7F })
  else { return nil }
  let host = bytes[scheme...].prefix { ![0x2F, 0x3F, 0x23].contains($0) }
  return host.isEmpty || host.first == UInt8(ascii: ".") ? nil : text
}

/// The shape of a BCP 47 tag: a language of 2 or 3 letters, then parts of 1 to 8 letters or digits.
///
/// No language has a code of 4 to 8 letters; BCP 47 keeps them for later.
package func isLanguageTag(_ text: String) -> String? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let language = parts.first, (2...3).contains(language.utf8.count),
    language.utf8.allSatisfy({ isLetter($0) }),
    parts.dropFirst().allSatisfy({ part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) }
    })
  else { return nil }
  return text
}

private func isLetter(_ byte: UInt8) -> Bool {
  (65...90).contains(byte) || (97...122).contains(byte)
}

/// ISO 17442: 18 capital letters and digits and two check digits; ISO 7064 MOD 97-10 gives 1.
func isLEI(_ text: String) -> Bool {
  guard text.utf8.count == 20 else { return false }
  var remainder = 0
  for byte in text.utf8 {
    switch byte {
    case 48...57: remainder = (remainder * 10 + Int(byte - 48)) % 97
    case 65...90: remainder = (remainder * 100 + Int(byte - 55)) % 97
    default: return false
    }
  }
  return remainder == 1 && text.utf8.suffix(2).allSatisfy { (48...57).contains($0) }
}

func isWikidataItem(_ text: String) -> Bool {
  let digits = text.utf8.dropFirst()
  return text.hasPrefix("Q") && !digits.isEmpty && digits.first != 48 && digits.count <= 12
    && digits.allSatisfy { (48...57).contains($0) }
}

/// Sector, year, one or two letters, then a number of at least three digits and anything EUR-Lex
/// appends in brackets.
func isCELEX(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard bytes.count >= 9, bytes.count <= 40,
    (48...57).contains(bytes[0]) || bytes[0] == 67
      || bytes[0] == 69,
    (bytes[1] == 49 && bytes[2] == 57) || (bytes[1] == 50 && bytes[2] == 48),
    bytes[3...4].allSatisfy({ (48...57).contains($0) }), (65...90).contains(bytes[5])
  else { return false }
  let number = (65...90).contains(bytes[6]) ? bytes[7...] : bytes[6...]
  return number.prefix(3).count == 3 && number.prefix(3).allSatisfy { (48...57).contains($0) }
    && number.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || [40, 41, 45, 95].contains($0)
    }
}

/// What is wrong with an ECLI, or nil: five parts, a country, a court code that begins with a
/// letter, a year, and an ordinal of letters, digits and dots (Council conclusions 2019/C 360/01).
///
/// Countries are as the Union's institutions write them: Greece is EL there, the United Kingdom UK.
func flaw(inECLI text: String) -> String? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 5, parts[0] == "ECLI" else {
    return "it has five parts: ECLI, country, court, year, ordinal number"
  }
  let country = String(parts[1])
  guard ["EU", "CE", "EP", "EL", "UK"].contains(country) || StandardCodes.country(country) != nil
  else {
    return "'\(country)' is no country code"
  }
  guard let first = parts[2].utf8.first, isLetter(first), parts[2].utf8.count <= 7,
    parts[2].utf8.allSatisfy({ isLetter($0) || (48...57).contains($0) })
  else { return "the court code '\(parts[2])' is one to seven letters and digits" }
  guard parts[3].utf8.count == 4, parts[3].utf8.allSatisfy({ (48...57).contains($0) })
  else { return "'\(parts[3])' is no year" }
  guard !parts[4].isEmpty,
    parts[4].utf8.allSatisfy({ isLetter($0) || (48...57).contains($0) || $0 == 46 })
  else { return "the ordinal number '\(parts[4])' is letters, digits and dots" }
  return nil
}

/// Whether an ECLI's ordinal number is longer than the 25 characters that the standard allows.
/// Dots do not count: authorities that use them go over otherwise.
func isLongECLI(_ text: String) -> Bool {
  let ordinal = text.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
  return ordinal.utf8.count { $0 != 46 } > 25
}
