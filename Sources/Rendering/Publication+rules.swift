import Content
import Linking
import Mustache

// What hosts are told of addresses that lead on, and of those that are gone. Every address has a page or
// a file there too, for hosts that read none of this.

extension Settings.Host {
  /// Where a host, or whoever configures it, looks for its rules.
  var file: String {
    switch self {
    case .netlify, .cloudflare: "_redirects"
    case .nginx: "_redirects.nginx"
    case .caddy: "_redirects.caddy"
    }
  }
}

extension Publication {
  func writeRules(for host: Settings.Host, into out: inout OutputBuffer) {
    let gone = site.settings.gone.map { site.root.prefix + $0.address.value }
    let moves = lastingMoves
    switch host {
    case .netlify: writeNetlify(moves, gone, into: &out)
    case .cloudflare: writeCloudflare(moves, gone, into: &out)
    case .nginx: writeNginx(moves, gone, into: &out)
    case .caddy: writeCaddy(moves, gone, into: &out)
    }
  }

  /// Every address that leads to another, files too, with the site's prefix.
  private var lastingMoves: [(from: String, to: String, status: String)] {
    let prefix = site.root.prefix
    let files = sheets.compactMap { sheet -> (from: String, to: String, status: String)? in
      guard case .again(let index) = sheet.content else { return nil }
      return (prefix + sheet.address, prefix + sheets[index].address, "301")
    }
    return moves.map { (prefix + $0.from, prefix + $0.to, $0.isLasting ? "301" : "302") } + files
  }

  /// `!` since there are pages at these addresses, which Netlify would serve first.
  private func writeNetlify(
    _ moves: [(from: String, to: String, status: String)], _ gone: [String],
    into out: inout OutputBuffer
  ) {
    for move in moves {
      out.append("\(move.from.encoded) \(move.to.encoded) \(move.status)!\n")
    }
    for address in gone {
      out.append("\(address.encoded) \(address.encoded) 410!\n")
      if address.hasSuffix("/") {
        out.append("\(address.encoded)* \(address.encoded) 410!\n")
      }
    }
  }

  /// Cloudflare follows rules before it looks for files, and knows no 410.
  private func writeCloudflare(
    _ moves: [(from: String, to: String, status: String)], _ gone: [String],
    into out: inout OutputBuffer
  ) {
    for move in moves { out.append("\(move.from.encoded) \(move.to.encoded) \(move.status)\n") }
    for address in gone { out.append("# 410 \(address.encoded)\n") }
  }

  /// For the `http` block of nginx; docs/permanence.md shows what the server then says.
  private func writeNginx(
    _ moves: [(from: String, to: String, status: String)], _ gone: [String],
    into out: inout OutputBuffer
  ) {
    func map(_ name: StaticString, _ status: String) {
      out.append(name)
      for move in moves where move.status == status {
        out.append("\t\(move.from.quoted) \(move.to.encoded.quoted);\n")
      }
      out.append("}\n")
    }
    map("map $uri $gazette_moved {\n", "301")
    map("map $uri $gazette_elsewhere {\n", "302")
    // Asked again for the page that is shown with the status, which is not gone.
    out.append("map $uri $gazette_gone {\n\tvolatile;\n")
    for address in gone {
      let isPage = address.hasSuffix("/")
      let shown = isPage ? address + "index.html" : site.root.prefix + "/404.html"
      out.append("\t\(address.quoted) \(shown.quoted);\n")
      if isPage {
        out.append("\t\"~^\(address.patterned)(?!index\\.html$)\" \(shown.quoted);\n")
      }
    }
    out.append("}\n")
  }

  /// For a site's block of a Caddyfile.
  private func writeCaddy(
    _ moves: [(from: String, to: String, status: String)], _ gone: [String],
    into out: inout OutputBuffer
  ) {
    for move in moves {
      out.append("redir \(move.from.quoted) \(move.to.encoded.quoted) \(move.status)\n")
    }
    for address in gone {
      out.append("handle \((address.hasSuffix("/") ? address + "*" : address).quoted) {\n")
      if address.hasSuffix("/") {
        out.append("\trewrite * \((address + "index.html").quoted)\n")
        out.append("\tfile_server {\n\t\tstatus 410\n\t}\n")
      } else {
        out.append("\terror 410\n")
      }
      out.append("}\n")
    }
  }
}

extension String {
  /// Fit for an address in a header, and for a line whose words are parted by blanks.
  fileprivate var encoded: String {
    let kept = "-._~!$&'()+,;=:@/".utf8
    guard
      utf8.contains(where: { byte in
        !(48...57).contains(byte) && !(65...90).contains(byte) && !(97...122).contains(byte)
          && !kept.contains(byte)
      })
    else { return self }
    var text = ""
    for byte in utf8 {
      let isKept =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || kept.contains(byte)
      if isKept {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// Between quotation marks, as nginx and Caddy read them.
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// As a regular expression within quotation marks that means this text alone.
  fileprivate var patterned: String {
    var text = ""
    for character in self {
      if "\\\"".contains(character) {
        text += "\\" + String(character)
      } else if ".*+?()[]{}|^$".contains(character) {
        text += "\\" + String(character)
      } else {
        text.append(character)
      }
    }
    return text
  }
}
