import Testing
import ThemeFiles

/// What the stylesheet promises to those who see little: WCAG 2.2 AA.
struct StylesheetTests {
  private let text: String

  init() throws {
    let file = try #require(BuiltInTheme.files.first { $0.name == "style.css" })
    text = String(decoding: file.bytes, as: UTF8.self)
  }

  /// The colours of the first block, or of the one for dark screens.
  private func colours(dark: Bool) throws -> [String: (red: Double, green: Double, blue: Double)] {
    let light = text.parts(between: ":root {", and: "}")[0]
    let night = text.parts(between: "prefers-color-scheme: dark) {\n  :root {", and: "}")[0]
    var colours: [String: (Double, Double, Double)] = [:]
    for line in (light + (dark ? night : "")).split(separator: ";") {
      let parts = line.split(separator: ":").map { $0.trimming() }
      guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
      var digits = parts[1].dropFirst()
      if digits.count == 3 { digits = Substring(digits.flatMap { [$0, $0] }) }
      let value = try #require(Int(digits, radix: 16))
      colours[String(parts[0].dropFirst(2))] = (
        Double(value >> 16), Double(value >> 8 & 255), Double(value & 255)
      )
    }
    return colours
  }

  @Test(
    arguments: ["ink", "soft", "accent", "open"], [false, true])
  func `text stands out from what is behind it`(_ name: String, _ isDark: Bool) throws {
    let colours = try colours(dark: isDark)
    for ground in ["paper", "panel"] {
      let contrast = contrast(try #require(colours[name]), try #require(colours[ground]))
      #expect(contrast >= 4.5, "\(name) on \(ground): \(contrast)")
    }
  }

  @Test(arguments: [false, true])
  func `text on a mark stands out too`(_ isDark: Bool) throws {
    let colours = try colours(dark: isDark)
    for name in ["ink", "soft", "accent"] {
      #expect(
        contrast(try #require(colours[name]), try #require(colours["mark"])) >= 4.5, "\(name)")
    }
  }

  @Test(arguments: [false, true])
  func `what is drawn in figures can be told from the paper`(_ isDark: Bool) throws {
    let colours = try colours(dark: isDark)
    for name in ["chart", "open", "accent"] {
      let contrast = contrast(try #require(colours[name]), try #require(colours["paper"]))
      #expect(contrast >= 3, "\(name): \(contrast)")
    }
  }

  /// Or a part of the letters around it; charts count in units of their own.
  @Test func `every size of letters on a screen is one of the scale`() throws {
    let screen = text[..<(try #require(text.firstRange(of: "@media print"))).lowerBound]
    var sizes: [Substring] = []
    for rule in screen.split(whereSeparator: { "{};".contains($0) }) {
      let parts = rule.split(separator: ":", maxSplits: 1).map { $0.trimming() }
      guard parts.count == 2, ["font", "font-size"].contains(parts[0]) else { continue }
      let words = parts[1].split(separator: " ")
      sizes.append(contentsOf: words.filter { $0.first?.isNumber == true || $0.hasPrefix("var(") })
    }
    let scale = ["fine", "small", "text", "large", "head", "title", "plate"].map { "var(--\($0))" }
    #expect(sizes.count > 40)
    for size in sizes where !scale.contains(where: size.hasPrefix) {
      let isLetters = size.hasPrefix("var(--serif") || size.hasPrefix("var(--sans")
      let isRelative = size.contains("em") && !size.contains("rem")
      #expect(isLetters || isRelative || Int(size) != nil || size == "12px", "\(size)")
    }
  }

  private func contrast(
    _ one: (red: Double, green: Double, blue: Double),
    _ two: (red: Double, green: Double, blue: Double)
  ) -> Double {
    let (high, low) = (max(luminance(one), luminance(two)), min(luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ colour: (red: Double, green: Double, blue: Double)) -> Double {
    func linear(_ channel: Double) -> Double {
      let part = channel / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
      + 0.0722 * linear(colour.blue)
  }

  /// To the 2.4th: squared, times the fifth root of the square, by Newton's method.
  private func power(_ base: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
    }
    return base * base * root
  }
}

extension Substring {
  fileprivate func trimming() -> Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
