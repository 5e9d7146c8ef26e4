import Content
import Linking

/// The words that pages take from data rather than from templates: months, statuses, kinds, roles.
///
/// Everything here and everything in `templates/` is what a translation has to say anew.
enum Wording {
  static let noBreakSpace: StaticString = "\u{A0}"
  static let groupMark: StaticString = ","
  static let decimalMark: StaticString = "."
  static let million: StaticString = "million"
  static let billion: StaticString = "billion"
  static let rangeWord: StaticString = " to "
  static let upTo: StaticString = "up to\u{A0}"
  static let notDisclosed: StaticString = "amount not disclosed"
  static let listMark: StaticString = ", "
  static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// What stands before an amount without a space; nil where the code does, with one.
  static func symbol(of currency: Currency) -> StaticString? {
    switch currency.code {
    case "EUR": "€"
    case "GBP": "£"
    default: nil
    }
  }

  static func cases(_ count: Int) -> String {
    switch count {
    case 0: "No cases"
    case 1: "1 case"
    default: "\(count) cases"
    }
  }

  static func undisclosed(_ count: Int) -> String {
    count == 1 ? "1 amount not disclosed" : "\(count) amounts not disclosed"
  }

  static func pageTitle(_ title: String, page: Int) -> String {
    page == 1 ? title : "\(title), page \(page)"
  }
}

// Procedure and outcome.
extension Wording {
  static func status(_ status: Standing.Status) -> String {
    switch status {
    case .alleged: "Alleged"
    case .proposed: "Proposed"
    case .decided: "Decided"
    case .underAppeal: "Under appeal"
    case .stayed: "Suspended"
    case .remitted: "Sent back"
    case .reduced: "Reduced"
    case .increased: "Increased"
    case .annulled: "Annulled"
    case .annulledInPart: "Annulled in part"
    case .final: "Final"
    case .withdrawn: "Withdrawn"
    case .closed: "Closed"
    }
  }

  /// What a status means for the reader, as a sentence.
  static func meaning(of status: Standing.Status) -> String {
    switch status {
    case .alleged: "There is a complaint or an inquiry; nothing has been found."
    case .proposed: "A notice or draft says what the authority intends; nothing is imposed."
    case .decided: "The authority has decided."
    case .underAppeal: "The decision is challenged; what was imposed still stands."
    case .stayed: "A court has suspended the effect for the time being."
    case .remitted: "The matter has been sent back to be decided again."
    case .reduced: "A later ruling has lowered the amount."
    case .increased: "A later ruling has raised the amount."
    case .annulled: "The decision has been quashed."
    case .annulledInPart: "A part of the decision has been quashed."
    case .final: "The decision is beyond appeal, and a source says so."
    case .withdrawn: "What was begun has been taken back."
    case .closed: "The procedure has ended."
    }
  }

  static func step(_ kind: Step.Kind) -> String {
    switch kind {
    case .complaint: "Complaint"
    case .opened: "Inquiry opened"
    case .noticeOfIntent: "Notice of intent"
    case .draftDecision: "Draft decision"
    case .decision: "Decision"
    case .settlement: "Settlement"
    case .commitments: "Commitments"
    case .appealLodged: "Appeal lodged"
    case .permissionRefused: "Permission to appeal refused"
    case .stay: "Effect suspended"
    case .referral: "Question referred"
    case .judgment: "Judgment"
    case .redecision: "New decision"
    case .withdrawn: "Withdrawn"
    case .becameFinal: "Became final"
    case .penaltyCalled: "Penalty called in"
    case .paid: "Paid"
    case .refunded: "Refunded"
    case .complianceConfirmed: "Compliance confirmed"
    case .closed: "Closed"
    case .published: "Made public"
    }
  }

  /// What a step does to the one it acts on; that one's name follows.
  static func effect(_ effect: Step.Effect) -> String {
    switch effect {
    case .upheld: "upholds"
    case .varied: "changes"
    case .annulled: "annuls"
    case .annulledInPart: "annuls in part"
    case .remitted: "sends back"
    case .annulledRemitted: "annuls and sends back"
    case .reinstated: "reinstates"
    case .inadmissible: "leaves standing, the challenge being inadmissible:"
    }
  }

  /// What stands between a step and the one it acts on.
  static func relation(of kind: Step.Kind, _ effect: Step.Effect?) -> String {
    if let effect { return self.effect(effect) }
    switch kind {
    case .appealLodged, .permissionRefused: return "against"
    case .stay, .withdrawn, .becameFinal: return "of"
    case .paid, .refunded, .penaltyCalled, .complianceConfirmed: return "under"
    default: return "on"
    }
  }

  static func measure(_ kind: Measure.Kind) -> String {
    switch kind {
    case .fine: "Fine"
    case .periodicPenalty: "Periodic penalty"
    case .penaltyCalled: "Periodic penalty called in"
    case .costs: "Costs"
    case .disgorgement: "Disgorgement"
    case .restitution: "Restitution"
    case .damages: "Damages"
    case .settlement: "Settlement sum"
    case .warning: "Warning"
    case .reprimand: "Reprimand"
    case .orderCompliance: "Order to comply"
    case .orderErasure: "Order to erase data"
    case .orderAccess: "Order to give access"
    case .ban: "Ban on processing"
    case .transferSuspension: "Suspension of transfers"
    case .undertaking: "Undertaking"
    case .audit: "Audit"
    case .none: "No measure"
    }
  }

  static func rate(_ rate: Measure.Rate) -> String {
    switch rate {
    case .day: "a day"
    case .week: "a week"
    case .month: "a month"
    case .year: "a year"
    }
  }

  /// What became of a measure.
  static func state(_ state: Standing.Outcome.State) -> String {
    switch state {
    case .proposed: "proposed"
    case .imposed: "in force"
    case .replaced: "replaced"
    case .annulled: "annulled"
    case .recorded: "recorded"
    }
  }
}

// What a case refers to.
extension Wording {
  /// In the order in which a page tells them.
  static let roles: [Provision.Role] = [
    .infringed, .notInfringed, .leftOpen, .alleged, .applied, .cited,
  ]

  static func role(_ role: Provision.Role) -> String {
    switch role {
    case .infringed: "Infringed"
    case .notInfringed: "Not infringed"
    case .leftOpen: "Left open"
    case .alleged: "Alleged"
    case .applied: "Applied"
    case .cited: "Cited"
    }
  }

  /// What the other case is to the one whose page it stands on.
  static func relation(_ kind: Relation.Kind, isInverse: Bool) -> String {
    switch kind {
    case .sameConduct: "Same conduct"
    case .followOn: "Follow-on decision"
    case .parallel: "Parallel case"
    case .appealOf: isInverse ? "Appeal of this case" : "Decision appealed against"
    case .cites: isInverse ? "Cites this case" : "Cited by this case"
    case .applies: isInverse ? "Applies this case" : "Applied by this case"
    case .distinguishes: isInverse ? "Distinguishes this case" : "Distinguished by this case"
    case .overruledBy: isInverse ? "Overruled by this case" : "Overrules this case"
    case .sameGroup: "Same group"
    case .similar: "Similar case"
    case .notToBeConfusedWith: "Not to be confused with this case"
    }
  }

  static func amendment(_ kind: Amendment.Kind) -> String {
    switch kind {
    case .correction: "Correction"
    case .clarification: "Clarification"
    case .update: "Update"
    case .retraction: "Retraction"
    }
  }

  static func reference(_ kind: DocketReference.Kind) -> String {
    switch kind {
    case .docket: "Docket"
    case .ecli: "ECLI"
    case .celex: "CELEX"
    case .citation: "Citation"
    case .register: "Register"
    }
  }

  static func company(_ kind: Company.Kind) -> String {
    switch kind {
    case .company: "Company"
    case .publicBody: "Public body"
    case .association: "Association"
    case .partnership: "Partnership"
    case .person: "Person"
    }
  }

  static func regulator(_ kind: Regulator.Kind) -> String {
    switch kind {
    case .authority: "Authority"
    case .court: "Court"
    case .tribunal: "Tribunal"
    case .board: "Board"
    }
  }

  /// A document's language by the first part of its BCP 47 tag; the tag itself where it is rare.
  static func language(_ tag: String) -> String {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    return languages.first { $0.tag == primary }?.name ?? tag
  }

  private static let languages: [(tag: String, name: String)] = [
    ("ar", "Arabic"), ("bg", "Bulgarian"), ("ca", "Catalan"), ("cs", "Czech"), ("cy", "Welsh"),
    ("da", "Danish"), ("de", "German"), ("el", "Greek"), ("en", "English"), ("es", "Spanish"),
    ("et", "Estonian"), ("fi", "Finnish"), ("fr", "French"), ("ga", "Irish"), ("he", "Hebrew"),
    ("hr", "Croatian"), ("hu", "Hungarian"), ("is", "Icelandic"), ("it", "Italian"),
    ("ja", "Japanese"), ("ko", "Korean"), ("lb", "Luxembourgish"), ("lt", "Lithuanian"),
    ("lv", "Latvian"), ("mt", "Maltese"), ("nb", "Norwegian"), ("nl", "Dutch"),
    ("nn", "Norwegian"), ("no", "Norwegian"), ("pl", "Polish"), ("pt", "Portuguese"),
    ("ro", "Romanian"), ("ru", "Russian"), ("sk", "Slovak"), ("sl", "Slovenian"),
    ("sr", "Serbian"), ("sv", "Swedish"), ("tr", "Turkish"), ("uk", "Ukrainian"),
    ("zh", "Chinese"),
  ]
}
