import Subprocess

/// The program that makes pictures of drawings (`rsvg-convert` of librsvg), and how it is started here.
package struct Rsvg: Sendable {
  /// As it tells it: `rsvg-convert version 2.54.7`.
  package let version: String

  private static let name = "rsvg-convert"
  /// More than any picture of a size that links are shown with.
  private static let largest = 1 << 24

  /// Throws where it is not installed.
  package static func installed() async throws(DrawingError) -> Rsvg {
    let said = try await said(to: ["--version"])
    guard let version = String(decoding: said, as: UTF8.self).split(separator: "\n").first else {
      throw .failed("it does not say its version")
    }
    return Rsvg(version: String(version))
  }

  /// The drawing in a file, which is SVG and asks for nothing else, as a picture of its own size.
  ///
  /// It is no input of the program's: one that ends before it has read that would end this one by a
  /// signal, without a word.
  package func picture(ofFile drawing: String) async throws(DrawingError) -> Picture {
    guard let picture = Picture(try await Self.said(to: ["--format", "png", drawing]))
    else { throw .failed("what it makes is no PNG") }
    return picture
  }

  private static func said(to arguments: [String]) async throws(DrawingError) -> [UInt8] {
    do {
      let result = try await run(
        .name(name), arguments: Arguments(arguments),
        output: .bytes(limit: largest), error: .string(limit: 65_536))
      guard result.terminationStatus.isSuccess else {
        let words = result.standardError.split(separator: "\n").suffix(3)
        throw DrawingError.failed(words.joined(separator: " "))
      }
      return result.standardOutput
    } catch let error as DrawingError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .notInstalled
    } catch {
      throw .failed("\(error)")
    }
  }
}

/// Why there is no picture.
package enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  case notInstalled
  case failed(String)
  /// The same, with the file that the picture was for.
  case undrawn(String, cause: String)

  package var description: String {
    switch self {
    case .notInstalled:
      "cannot draw the pictures of cases: rsvg-convert is not there; install it with "
        + "'apt-get install librsvg2-bin' or 'brew install librsvg', or build without '--cards'"
    case .failed(let cause):
      "cannot draw the pictures of cases: rsvg-convert ends with: \(Self.told(cause))"
    case .undrawn(let file, let cause):
      "cannot draw '\(file)': rsvg-convert ends with: \(Self.told(cause))"
    }
  }

  private static func told(_ cause: String) -> String { cause.isEmpty ? "nothing" : cause }
}
