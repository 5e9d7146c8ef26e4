import Delivering
import Previewing
import Publishing

/// A verified site on its way to where readers are, or a rehearsal of that, which says what would be.
struct Shipment {
  private let inventory: Inventory
  /// The site's folder, absolute.
  private let site: String
  private let isRehearsal: Bool
  private let progress: Progress

  init(of inventory: Inventory, in site: String, isRehearsal: Bool, progress: Progress) {
    self.inventory = inventory
    self.site = site
    self.isRehearsal = isRehearsal
    self.progress = progress
  }

  /// How many files were, or would be, sent and removed.
  struct Outcome {
    let sent: Int
    let removed: Int
    let unchanged: Int
    var leftBehind: PublishingError?

    func summary(of target: String, isRehearsal: Bool) -> String {
      let verb = isRehearsal ? "would publish" : "published"
      var text =
        "\(verb) to '\(target)': \(sent) \(sent == 1 ? "file" : "files") sent, \(removed) removed, \(unchanged) as they were\n"
      if let leftBehind { text += "  \(leftBehind)\n" }
      return text
    }
  }

  /// Sends what differs from what is there.
  func sent(by carrier: some Carrier) async throws -> Outcome {
    progress.begin("looking")
    let delivery = Delivery(
      of: inventory, over: try await carrier.inventory(), sortedByType: carrier.carriesTypes,
      type: MediaType.of)
    if isRehearsal {
      for file in delivery.parcels.flatMap(\.files) { tell("send", file) }
      for file in delivery.removals { tell("remove", file) }
    } else {
      try await delivery.carried(by: carrier) { turn, done in
        progress.begin(turn.map { "sending \($0.words)" } ?? "removing")
        progress.advance(done, of: delivery.count)
      }
    }
    let sent = delivery.count - delivery.removals.count
    return Outcome(
      sent: sent, removed: delivery.removals.count, unchanged: inventory.files.count - sent)
  }

  /// Makes another folder of this machine hold the site, whole or not at all.
  func put(into folder: OutputDirectory) throws -> Outcome {
    isRehearsal ? try rehearsed(in: folder) : try published(in: folder)
  }

  private func published(in folder: OutputDirectory) throws -> Outcome {
    let edition = try folder.begin { holder in
      let who = holder.map { " (process \($0))" } ?? ""
      Terminal.say("gazette: another build\(who) has '\(folder.place)'; waiting for it to end\n")
    }
    do {
      progress.begin("copying")
      for (done, file) in files.enumerated() {
        try edition.copy(file, fromFile: "\(site)/\(file)")
        progress.advance(done, of: files.count)
      }
      let tally = try edition.finish()
      return Outcome(
        sent: tally.written, removed: tally.removed, unchanged: tally.unchanged,
        leftBehind: tally.leftBehind)
    } catch {
      edition.abandon()
      throw error
    }
  }

  private func rehearsed(in folder: OutputDirectory) throws -> Outcome {
    guard let examination = try standing(in: folder) else {
      for file in files { tell("send", file) }
      return Outcome(sent: files.count, removed: 0, unchanged: 0)
    }
    defer { examination.end() }
    for file in files { try examination.compare(file, withFile: "\(site)/\(file)") }
    let finding = examination.finding()
    let sent = finding.changed + finding.missing
    for file in sent { tell("send", file) }
    for file in finding.surplus { tell("remove", file) }
    return Outcome(
      sent: sent.count, removed: finding.surplus.count, unchanged: files.count - sent.count)
  }

  /// The site that is there; nil where there is none yet.
  private func standing(in folder: OutputDirectory) throws(PublishingError) -> Examination? {
    do {
      return try folder.examine()
    } catch {
      if error.cause == .noSite { return nil }
      throw error
    }
  }

  private var files: [String] {
    inventory.files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func tell(_ verb: String, _ file: String) {
    Terminal.result(Array("\(verb) \(file)\n".utf8))
  }
}

extension Turn {
  fileprivate var words: String {
    switch self {
    case .asset: "assets"
    case .newPage: "new pages"
    case .newIndex: "new lists and feeds"
    case .page: "changed pages"
    case .index: "changed lists and feeds"
    case .front: "the front page"
    }
  }
}
