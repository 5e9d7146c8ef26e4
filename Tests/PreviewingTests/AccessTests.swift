import Testing

@testable import Previewing

/// Who is answered, and with what of the disk: nobody else, and nothing else.
struct AccessTests {
  @Test(arguments: [
    "localhost", "localhost:4747", "LOCALHOST", "localhost.", "watch.localhost:1", "127.0.0.1:4747",
    "192.168.1.7", "[::1]:4747", "[fe80::1]", "desk.example:4747",
  ])
  func `names that nobody else can point here are answered`(_ host: String) {
    #expect(HostName(bound: "desk.example").allows(host))
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:4747", "localhost.evil.example", "localhostx",
    "127.0.0.1.evil.example", "127.0.0.1@evil.example", "1.2.3", "1.2.3.4.5", "256.1.1.1",
    "[::1", "[::1]x", "[evil.example]", "localhost:x", "localhost:4747:1", ":4747", "0x7f.0.0.1",
  ])
  func `names that somebody can point here are refused`(_ host: String?) {
    #expect(!HostName(bound: "127.0.0.1").allows(host))
  }

  @Test(arguments: [
    ("/", "index.html"), ("/cases/", "cases/index.html"), ("/style.css", "style.css"),
    ("/files/a%20b.pdf", "files/a b.pdf"), ("/caf%C3%A9/", "café/index.html"),
    ("/style%2Ecss", "style.css"), ("/cases", "cases"), ("/a..b/", "a..b/index.html"),
  ])
  func `a path leads to one file of the site`(_ path: String, _ file: String) {
    #expect(RequestedPath(path)?.file == file)
  }

  @Test(arguments: [
    "/../content/site.yml", "/files/../../site.yml", "/%2e%2e/site.yml", "/.%2E/x", "/files/%2e/a",
    "/..", "/files/..%2f..%2fsite.yml", "/a%2Fb", "/files\\..\\x", "/a%5Cb", "/files/%00",
    "/style.css%00.html", "/a%0Ab", "/a%7F", "//etc/passwd", "/a//b", "/%", "/%2", "/%zz",
    "/%ff", "/%c0%ae%c0%ae/x", "cases/", "",
  ])
  func `a path that tries to leave the site leads nowhere`(_ path: String) {
    #expect(RequestedPath(path) == nil)
  }
}
