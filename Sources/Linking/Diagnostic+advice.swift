import Content
import Diagnostics

// The wording of what can be published as it is, and that an editor would like to know all the same.
extension Diagnostic {
  static func undeclaredParty(
    _ name: String, _ slug: String, in field: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .undeclaredParty,
      "the \(field) names '\(name)', which is company '\(slug)', and 'companies' does not",
      at: place,
      help: "add it to 'companies' if the decision is addressed to it; if not, link to it in the "
        + "text, as [](company:\(slug))")
  }

  static func earlyStep(
    _ kind: Step.Kind, _ date: CalendarDate, decision: CalendarDate, at place: Place, first: Place
  ) -> Diagnostic {
    Diagnostic(
      .earlyStep,
      "'\(kind.rawValue)' of \(date.text) comes before the first decision, of \(decision.text)",
      at: place, help: "mend one of the dates",
      notes: [Note("the decision's date stands here", at: first)])
  }

  static func futureDate(_ what: String, _ date: CalendarDate, at place: Place) -> Diagnostic {
    Diagnostic(.futureDate, "'\(date.text)', the date of a \(what), has not come yet", at: place)
  }

  static func neverChecked(_ status: Standing.Status, at place: Place) -> Diagnostic {
    let state =
      switch status {
      case .underAppeal: "under appeal"
      default: status.rawValue
      }
    return Diagnostic(
      .neverChecked,
      "the case is left \(state) here, and 'checked' does not say when somebody looked for news",
      at: place, help: "look for news of it, then add 'checked: ' and the day")
  }

  static func unarchivedSource(_ id: String, hasCopy: Bool, others: Int, at place: Place)
    -> Diagnostic
  {
    let lacks = hasCopy ? "a date of retrieval" : "an archived copy"
    let rest =
      switch others {
      case 0: ""
      case 1: ", and one more of the case's sources lacks the one or the other"
      default: ", and \(others) more of the case's sources lack the one or the other"
      }
    return Diagnostic(
      .unarchivedSource, "source '\(id)' lacks \(lacks), should its address die" + rest, at: place,
      help: hasCopy
        ? "add 'retrieved:' and the day" : "save it in a web archive, then add 'archive: https://…'"
    )
  }

  static func sameDocket(_ number: String, _ slug: String, at place: Place, first: Place)
    -> Diagnostic
  {
    Diagnostic(
      .sameDocket, "docket '\(number)' is that of case '\(slug)' too, before the same authority",
      at: place, help: "name the other in 'related' if they are two cases",
      notes: [Note("the other stands here", at: first)])
  }

  static func neighbouringCase(
    _ slug: String, _ date: CalendarDate, _ other: CalendarDate, at place: Place, first: Place
  ) -> Diagnostic {
    Diagnostic(
      .neighbouringCase,
      "case '\(slug)' has the same company and authority, and was decided on \(other.text), within "
        + "30 days of \(date.text)", at: place,
      help: "if they are two, name one of them in the other's 'related'",
      notes: [Note("the other decision stands here", at: first)])
  }
}
