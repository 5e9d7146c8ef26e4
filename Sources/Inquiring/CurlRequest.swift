/// One run of curl, as it reads it from standard input: so no address is ever part of a command line.
struct CurlRequest {
  let addresses: [String]
  let agent: String
  let patience: Inquiry.Patience

  /// The user's own settings are left out (`--disable`), and nothing is taken for a pattern.
  static let arguments = ["--disable", "--config", "-"]

  func configuration(headOnly: Bool) -> String {
    var lines = [
      "silent", "globoff", "location", "max-redirs = 10", "compressed",
      "parallel", "parallel-max = \(Inquiry.atOnce)",
      "proto = \"=http,https\"", "proto-redir = \"=http,https\"",
      "connect-timeout = \(patience.connecting)", "max-time = \(patience.answering)",
      "user-agent = \(Self.quoted(agent))",
      // The number of the address, the status, curl's own code, and what it says of it.
      "write-out = \"%{urlnum}\\t%{http_code}\\t%{exitcode}\\t%{errormsg}\\n\"",
    ]
    // curl waits a second before it asks again, then two, four …, or as long as the host asks for.
    if patience.retries > 0 { lines.append("retry = \(patience.retries)") }
    // Of a document it is enough to see that it begins.
    lines.append(headOnly ? "head" : "max-filesize = 1")
    for address in addresses {
      lines.append("url = \(Self.quoted(address))")
      lines.append("output = \"/dev/null\"")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as curl's configuration quotes it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      // No address has them, and none may end the line.
      case "\n", "\r", "\0": continue
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// What curl says of one address.
struct Reply: Equatable {
  /// 0 where there was no answer of HTTP.
  let status: Int
  /// curl's own exit code for the transfer; 0 where all went well.
  let code: Int
  let words: String

  /// The replies in curl's output, by address. Of an address that was asked again the last counts.
  static func all(in output: String, to addresses: [String]) -> [String: Reply] {
    var replies: [String: Reply] = [:]
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, let number = Int(parts[0]), addresses.indices.contains(number),
        let status = Int(parts[1]), let code = Int(parts[2])
      else { continue }
      replies[addresses[number]] = Reply(status: status, code: code, words: String(parts[3]))
    }
    return replies
  }

  var answer: Answer {
    switch (status, code) {
    case (200...299, _): .alive
    case (404, _), (410, _): .dead("the host answers \(status)")
    case (0, 6): .dead("there is no such host")
    case (0, 28): .unclear("the host did not answer in time")
    case (0, 7): .unclear("the host takes no connection")
    case (0, 35), (0, 51), (0, 60): .unclear("the connection is not secure")
    case (_, 47): .unclear("the address leads from one to another without end")
    case (401, _), (403, _), (405, _), (429, _), (451, _):
      .unclear("the host answers \(status), as it may do to programs")
    case (0, _): .unclear(words.isEmpty ? "curl ends with \(code)" : words)
    default: .unclear("the host answers \(status)")
    }
  }
}
