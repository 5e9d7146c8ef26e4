/// Addresses to ask, and how politely.
///
/// The hosts of authorities are small: no host is asked more than two things at once, with a pause
/// between rounds that failed, and what was answered lately is not asked again.
package struct Inquiry: Sendable {
  /// In the order in which they were first named, each once.
  package let addresses: [String]
  package let patience: Patience
  /// Who asks, as hosts see it.
  package let agent: String

  package struct Patience: Sendable {
    /// For a host to take the connection, and for the whole answer.
    package let connecting: Int
    package let answering: Int
    /// How often an address is asked again that did not answer, each time after a longer pause.
    package let retries: Int

    package static let usual = Patience(connecting: 10, answering: 30, retries: 2)

    package init(connecting: Int, answering: Int, retries: Int) {
      self.connecting = connecting
      self.answering = answering
      self.retries = retries
    }
  }

  package init(
    of addresses: some Sequence<String>, as agent: String, patience: Patience = .usual
  ) {
    var seen: Set<String> = []
    self.addresses = addresses.filter { seen.insert($0).inserted }
    self.agent = agent
    self.patience = patience
  }

  /// How many addresses are asked at once, and how many of them at one host.
  static let (atOnce, perHost) = (16, 2)

  /// Rounds in each of which no host is asked more than `perHost` addresses, in the addresses' order.
  static func rounds(of addresses: [String]) -> [[String]] {
    var counts: [String: Int] = [:]
    var rounds: [[String]] = []
    for address in addresses {
      let turn = counts[host(of: address), default: 0]
      counts[host(of: address)] = turn + 1
      let round = turn / perHost
      if rounds.count == round { rounds.append([]) }
      rounds[round].append(address)
    }
    return rounds
  }

  /// What stands between `//` and the path, in lower case.
  private static func host(of address: String) -> String {
    let rest = address.split(separator: "//", maxSplits: 1).last ?? ""
    return rest.prefix { !"/?#".contains($0) }.lowercased()
  }
}

/// What became of asking for an address.
package enum Answer: Hashable, Sendable {
  /// The document is there.
  case alive
  /// The host says that there is none (404 or 410), or there is no such host.
  case dead(String)
  /// Nobody can tell: the host did not answer, or refused to be asked by a program.
  case unclear(String)
}
