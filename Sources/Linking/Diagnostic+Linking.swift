import Content
import Diagnostics

// The wording of every problem between entries.
extension Diagnostic {
  private static func did(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }

  static func unknown(
    _ kind: EntryKind, _ slug: String, nearest: String?, isRenamed: Bool = false, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .unknownEntry(kind),
      "\(kind == .news ? "news item" : kind.rawValue) '\(slug)' has no entry in content/\(kind.folder)"
        + did(nearest), at: place,
      help: nearest == nil
        ? "create content/\(kind.folder)/\(slug).md, or name one that is there" : nil,
      replacement: instead(nearest, of: slug, at: place, isCertain: isRenamed))
  }

  /// A near name in the place of the one that was typed; certain where it is the same word, or what
  /// an entry of that name is called today.
  private static func instead(
    _ nearest: String?, of typed: String, at place: Place, isCertain: Bool = false
  ) -> Replacement? {
    nearest.map {
      Replacement($0, for: typed, at: place, isCertain: isCertain || isSameWord($0, typed))
    }
  }

  static func unknownSource(_ id: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownSource, "source '\(id)' is not one of the entry's sources" + did(nearest), at: place,
      replacement: instead(nearest, of: id, at: place))
  }

  static func unknownStep(_ id: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownStep, "step '\(id)' is not one of the case's steps" + did(nearest), at: place,
      replacement: instead(nearest, of: id, at: place))
  }

  static func unknownMeasure(_ typed: String, _ why: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownStep, "'\(typed)' is no measure of the case: \(why)", at: place,
      help: "write the step's id, a slash and the measure's number, from 1: decision/1")
  }

  static func unknownFile(_ path: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(.unknownFile, "'\(path)' is not in content/" + did(nearest), at: place)
  }

  static func unknownHeading(
    _ fragment: String, of target: String, nearest: String?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .unknownHeading,
      "'#\(fragment)' is no heading of '\(target)'" + did(nearest.map { "#" + $0 }),
      at: place, replacement: instead(nearest, of: fragment, at: place))
  }

  static func unknownProvision(
    _ typed: String, of law: String, nearest: String?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .unknownProvision, "provision '\(typed)' of '\(law)' has no page" + did(nearest), at: place,
      help: "a provision has a page when a case is about it or its law gives its heading")
  }

  static func unknownAddress(_ typed: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownAddress, "address '\(typed)' is not one that this site serves" + did(nearest),
      at: place, replacement: instead(nearest, of: typed, at: place))
  }

  static func withheldLink(_ kind: EntryKind, _ slug: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .withheldLink,
      "\(kind == .news ? "news item" : "case") '\(slug)' is not published yet, so the link would be dead",
      at: place,
      help: "publish it first, or leave the link out until then")
  }

  static func duplicateAddress(_ address: String, at place: Place, other: Place?) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, "address '\(address)' belongs to another page already", at: place,
      notes: other.map { [Note("the other page comes from here", at: $0)] } ?? [])
  }

  package static func goneButServed(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .goneButServed, "'\(address)' is listed as gone, but the site has something there",
      at: place, help: "take it off the list, or the entry out of content/")
  }

  static func expiredSecurity(_ moment: Timestamp, at place: Place) -> Diagnostic {
    Diagnostic(
      .expiredSecurity, "security.txt expired on \(moment.date.text)", at: place,
      help: "see that the contacts still hold, then move 'expires' by up to a year")
  }

  static func notASlug(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateAddress,
      "'\(typed)' cannot have been an address; a slug is lower-case letters, digits and single "
        + "hyphens", at: place)
  }

  static func parentCycle(_ chain: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .parentCycle,
      "company '\(chain[0])' would belong to itself: \(chain.joined(separator: " → "))", at: place)
  }

  static func relatedToItself(_ slug: String, at place: Place) -> Diagnostic {
    Diagnostic(.relatedToItself, "case '\(slug)' is related to itself", at: place)
  }

  static func misplacedMeasures(_ kind: Step.Kind, at place: Place) -> Diagnostic {
    Diagnostic(
      .misplacedMeasures,
      "a step of kind '\(kind.rawValue)' has no measures; they would count as nothing", at: place,
      help: "put them into the notice, decision, judgment, settlement or payment they belong to")
  }

  static func misplacedEffect(
    _ effect: Step.Effect, _ kind: Step.Kind, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .misplacedEffect,
      "effect '\(effect.rawValue)' cannot belong to a step of kind '\(kind.rawValue)'", at: place,
      help: "a judgment, decision, redecision or withdrawal can act on an earlier step")
  }

  static func unclearTarget(
    _ effect: Step.Effect, among ids: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .unclearTarget,
      "'\(effect.rawValue)' could act on more than one step; say which", at: place,
      help: ids.isEmpty
        ? "give the steps ids, then add 'on: ID'"
        : "add 'on: "
          + ids.joined(separator: "' or 'on: ") + "'")
  }

  static func laterTarget(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .laterTarget, "step '\(id)' does not come before the step that acts on it", at: place)
  }

  static func notRespondent(_ slug: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .notRespondent, "company '\(slug)' is not one of the case's companies", at: place,
      help: "add it to 'companies'")
  }

  static func unreferenced(_ kind: EntryKind, _ slug: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .unreferenced, "\(kind.rawValue) '\(slug)' is referred to by nothing",
      at: Place(path: path, at: 0))
  }

  static func undeclaredName(_ name: String, _ kind: EntryKind, _ slug: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      .undeclaredName, "'\(name)' is \(kind.rawValue) '\(slug)', which the entry does not declare",
      at: place, help: "add it to '\(kind.folder)' if it is a party")
  }
}
