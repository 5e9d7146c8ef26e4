import ArgumentParser
import Content
import Drafting

/// The companies, or the regulators, that a new case may name: those that are there, and those that
/// are made together with it.
struct Entities {
  let kind: EntryKind
  private let book: NameBook
  /// Whether one that is missing may be made without asking.
  private let mayCreate: Bool
  /// Said behind the name of one that is missing.
  private let wayOut: String
  private(set) var created: [(slug: String, name: String)] = []

  init(_ kind: EntryKind, in book: NameBook, mayCreate: Bool = false, wayOut: String = "") {
    self.kind = kind
    self.book = book
    self.mayCreate = mayCreate
    self.wayOut = wayOut
  }

  /// The slug of the one that a flag names, by slug or by name.
  mutating func slug(ofGiven typed: String) throws -> String {
    switch find(typed) {
    case .one(let listing): return listing.slug
    case .several(let listings):
      throw ExitCode.misused(
        "\(kind.rawValue) '\(typed)' could be "
          + listings.map { "'\($0.slug)'" }.joined(separator: " or ") + "; name one by its slug")
    case .none(let nearest):
      let guess = nearest.map { "; did you mean '\($0.slug)' (\($0.name))?" } ?? ""
      guard mayCreate else {
        throw ExitCode.misused(
          "\(kind.rawValue) '\(typed)' has no entry in content/\(kind.folder)\(guess)\(wayOut)")
      }
      return try create(typed)
    }
  }

  /// The slug of the one that somebody at the terminal names, who may also make a new one; nil for an
  /// empty answer, where that is allowed.
  mutating func slug(
    asking question: String, isOptional: Bool, _ questions: inout Questions
  ) throws -> String? {
    let book = book
    while true {
      let typed = try questions.line(question) { typed in
        book.completions(of: typed).map(\.name)
      }
      if typed.isEmpty {
        if isOptional { return nil }
        continue
      }
      switch find(typed) {
      case .one(let listing): return listing.slug
      case .several(let listings): offer(listings)
      case .none(let nearest):
        let similar = book.completions(of: typed)
        if similar.count > 1 {
          offer(similar)
        } else if let guess = similar.first ?? nearest,
          try questions.isYes("  did you mean \(guess.name) (\(guess.slug))?")
        {
          return guess.slug
        } else if try questions.isYes("  \(typed) has no entry yet; make one?") {
          return try create(typed)
        }
      }
    }
  }

  private func find(_ typed: String) -> NameBook.Answer {
    if let made = created.first(where: { $0.slug == typed || $0.name == typed }) {
      return .one(NameBook.Listing(made.slug, made.name))
    }
    return book.find(typed)
  }

  private func offer(_ listings: [NameBook.Listing]) {
    Terminal.say("  that could be\n")
    for listing in listings.prefix(20) { Terminal.say("    \(listing.slug)  \(listing.name)\n") }
    if listings.count > 20 { Terminal.say("    and \(listings.count - 20) more\n") }
  }

  private mutating func create(_ typed: String) throws -> String {
    let slug = isSlug(typed) ? typed : Drafting.slug(for: typed)
    guard isSlug(slug) else {
      throw ExitCode.misused(
        "no slug can be made of '\(typed)'; make its entry first: gazette new \(kind.rawValue) SLUG"
      )
    }
    created.append((slug, isSlug(typed) ? name(for: typed) : typed))
    return slug
  }
}
