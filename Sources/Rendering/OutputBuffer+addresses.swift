import Linking
import Mustache

extension OutputBuffer {
  /// An address from the site's root, with the site's prefix before it.
  mutating func append(_ address: String, after root: SiteRoot) {
    if !root.prefix.isEmpty { appendEscaped(root.prefix) }
    appendEscaped(address)
  }

  /// The host of a web address without `www.`: how print shows where a link leads.
  mutating func append(hostOf url: String) {
    var url = url
    url.withUTF8 { bytes in
      appendEscaped(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[host(in: bytes)]))
    }
  }
}

/// Where the host stands in a web address; the whole of what is none.
func host(in url: UnsafeBufferPointer<UInt8>) -> Range<Int> {
  let slash = UInt8(ascii: "/")
  guard let scheme = url.firstIndex(of: slash), scheme + 1 < url.count, url[scheme + 1] == slash
  else { return url.indices }
  var start = scheme + 2
  var end = start
  while end < url.count, url[end] != slash, url[end] != UInt8(ascii: "?"),
    url[end] != UInt8(ascii: "#")
  {
    end += 1
  }
  if url[start..<end].starts(with: "www.".utf8) { start += 4 }
  return start..<end
}
