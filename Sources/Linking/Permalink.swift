/// A page's address on the site: begins and ends with `/`, lower-case ASCII, never empty.
///
/// Readers bookmark it, so it follows from the slug and never from a title.
package struct Permalink: Hashable, Sendable, Comparable {
  package let path: String

  package init(_ parts: String...) {
    let length = parts.reduce(1) { $0 + $1.utf8.count + 1 }
    path = String(unsafeUninitializedCapacity: length) { room in
      let slash = UInt8(ascii: "/")
      room[0] = slash
      var count = 1
      for part in parts {
        for byte in part.utf8 {
          room[count] = byte
          count += 1
        }
        room[count] = slash
        count += 1
      }
      return count
    }
  }

  package static func < (left: Permalink, right: Permalink) -> Bool { left.path < right.path }

  /// The file that a web server answers with.
  package var file: String { path.dropFirst() + "index.html" }
}

/// Where the site is published.
package struct SiteRoot: Sendable, Hashable {
  /// `https://watch.example/archive`, without the slash at its end.
  package let url: String
  /// The path before every address on the site: `/archive`, or nothing.
  package let prefix: String

  package init(_ url: String) {
    self.url = url
    let afterScheme = url.range(ofPath: "//")
    let host = afterScheme.map { url[$0...] } ?? url[...]
    prefix = host.firstIndex(of: "/").map { String(host[$0...]) } ?? ""
  }
}

extension String {
  /// Behind the first `mark`.
  fileprivate func range(ofPath mark: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(mark) { return self.index(index, offsetBy: mark.count) }
      index = self.index(after: index)
    }
    return nil
  }
}

/// Makes a piece of an address of a provision's name: `APP 1.2` → `app-1-2`.
package func slugged(_ name: String) -> String {
  let hyphen = UInt8(ascii: "-")
  return String(unsafeUninitializedCapacity: name.utf8.count) { room in
    var count = 0
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39:
        room[count] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      case _ where count > 0 && room[count - 1] != hyphen: room[count] = hyphen
      default: continue
      }
      count += 1
    }
    return count > 0 && room[count - 1] == hyphen ? count - 1 : count
  }
}
