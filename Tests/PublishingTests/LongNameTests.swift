import Foundation
import Testing

@testable import Publishing

/// Names and paths as long as a file system takes them.
struct LongNameTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: [240, 241, 255])
  func `a destination may have any name that the file system takes`(length: Int) throws {
    for name in [
      String(repeating: "n", count: length), String(repeating: "é", count: length / 2),
    ] {
      try sandbox.publish(FaultTests.old, to: name)
      try sandbox.publish(FaultTests.new, to: name)
      #expect(sandbox.site(name) == FaultTests.new)
      try FileManager.default.removeItem(atPath: sandbox[name])
    }
    #expect(sandbox.names() == [])
  }

  @Test func `a longer name is refused in words`() throws {
    let name = String(repeating: "n", count: 256)
    let error = #expect(throws: PublishingError.self) { try sandbox.publish([:], to: name) }
    #expect(error?.description.contains("the name is too long for the file system") == true)
    #expect(sandbox.names() == [])
  }

  @Test func `destinations whose long names begin the same do not take each other's site`() throws {
    let names = ["a", "b"].map { String(repeating: "n", count: 250) + $0 }
    let first = try sandbox.output(names[0]).begin()
    try first.write("index.html", "first")
    #expect(throws: PublishingError.self) { try sandbox.publish([:], to: names[1]) }
    _ = try first.finish()
    try sandbox.publish(["index.html": "second"], to: names[1])
    #expect(sandbox.site(names[0]) == ["index.html": "first"])
    #expect(sandbox.site(names[1]) == ["index.html": "second"])
  }

  @Test func `a page's name may have 255 bytes, and with one more is refused in words`() throws {
    let name = String(repeating: "n", count: 255)
    try sandbox.publish([name: "page", "\(name)/index.html".replacing("n", with: "m"): "page"])
    let error = #expect(throws: PublishingError.self) {
      try sandbox.publish([name + "n": "page"])
    }
    #expect(error?.path == sandbox["public/\(name)n"])
    #expect(
      error?.description.hasSuffix(
        "the name is too long for the file system; '\(sandbox["public"])' is as it was") == true)
    #expect(sandbox.site()?.count == 2)
  }

  @Test func `a page's path may be as long as the system takes, wherever the site lies`() throws {
    let folder = String(repeating: "d", count: 99) + "/"
    // 4096 bytes with the byte behind the last.
    let longest = String(repeating: folder, count: 40) + String(repeating: "f", count: 95)
    try sandbox.publish([longest: "page"])
    try sandbox.publish([longest: "page", "index.html": ""])
    let error = #expect(throws: PublishingError.self) { try sandbox.publish([longest + "f": ""]) }
    #expect(error?.description.contains("the name is too long for the file system") == true)
    try sandbox.publish([:])
    #expect(sandbox.site() == [:])
  }
}
