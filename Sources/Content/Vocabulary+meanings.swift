// What each word of the schema means: the data dictionary of every publication is made of these.

extension Step.Kind {
  package var meaning: String {
    switch self {
    case .complaint: "somebody complained to the authority"
    case .opened: "the authority opened an inquiry"
    case .noticeOfIntent: "the authority told the respondent what it intends to impose"
    case .draftDecision: "a draft decision was laid before other authorities"
    case .decision: "the authority decided"
    case .settlement: "authority and respondent settled"
    case .commitments: "the authority made the respondent's commitments binding"
    case .appealLodged: "the decision, or a ruling on it, was challenged"
    case .permissionRefused: "a court did not let the challenge go ahead"
    case .stay: "a court suspended the effect for the time being"
    case .referral: "a court put a question to another court"
    case .judgment: "a court or tribunal ruled"
    case .redecision: "the authority decided again"
    case .withdrawn: "an appeal, a proposal or a decision was taken back"
    case .becameFinal: "the decision can no longer be challenged"
    case .penaltyCalled: "a periodic penalty was called in"
    case .paid: "the respondent paid"
    case .refunded: "money was paid back to the respondent"
    case .complianceConfirmed: "the authority confirmed that its order was carried out"
    case .closed: "the procedure ended"
    case .published: "the decision was made public"
    }
  }
}

extension Step.Effect {
  package var meaning: String {
    switch self {
    case .upheld: "it leaves that step standing"
    case .varied: "it changes what that step ordered"
    case .annulled: "it quashes that step"
    case .annulledInPart: "it quashes a part of that step"
    case .remitted: "it sends the matter back to be decided again"
    case .annulledRemitted: "it quashes that step and sends the matter back"
    case .reinstated: "it brings back what had been quashed"
    case .inadmissible: "the challenge was not heard on its merits, and the step stands"
    }
  }
}

extension Measure.Kind {
  package var meaning: String {
    switch self {
    case .fine: "a sum to be paid as a punishment"
    case .periodicPenalty: "a sum that falls due for as long as an order is not carried out"
    case .penaltyCalled: "a periodic penalty that has fallen due and is demanded"
    case .costs: "costs of the procedure; owed, but no penalty, so never part of a total"
    case .disgorgement: "profits that are to be handed over"
    case .restitution: "money that is to be given back to those it was taken from"
    case .damages: "compensation for harm"
    case .settlement: "a sum agreed on in a settlement"
    case .warning: "a warning that intended processing would infringe the law"
    case .reprimand: "a formal statement that the law was infringed"
    case .orderCompliance: "an order to bring processing into line with the law"
    case .orderErasure: "an order to erase data"
    case .orderAccess: "an order to give people access to their data"
    case .ban: "a ban on processing, lasting or for a time"
    case .transferSuspension: "an order to suspend transfers to another country"
    case .undertaking: "a promise of the respondent that the authority accepted"
    case .audit: "an audit that the respondent must undergo"
    case .none: "the authority ordered nothing"
    }
  }
}

extension Measure.Rate {
  package var meaning: String {
    switch self {
    case .day: "for each day"
    case .week: "for each week"
    case .month: "for each month"
    case .year: "for each year"
    }
  }
}

extension Provision.Role {
  package var meaning: String {
    switch self {
    case .infringed: "the decision finds it infringed"
    case .alleged: "an infringement is alleged and not decided"
    case .notInfringed: "the decision finds that it was not infringed"
    case .leftOpen: "the decision leaves open whether it was infringed"
    case .applied: "the decision rests on it, for instance for its powers"
    case .cited: "the decision refers to it"
    }
  }
}

extension Amendment.Kind {
  package var meaning: String {
    switch self {
    case .correction: "something wrong was put right"
    case .clarification: "the same was said more clearly"
    case .update: "something new was added"
    case .retraction: "the publication no longer stands by the entry"
    }
  }
}

extension DocketReference.Kind {
  package var meaning: String {
    switch self {
    case .docket: "the number under which the authority or court keeps the case"
    case .ecli: "a European Case Law Identifier"
    case .celex: "a number in the database of European Union law"
    case .citation: "a reference to a series of reports"
    case .register: "a number in a public register"
    }
  }
}

extension Relation.Kind {
  package var meaning: String {
    switch self {
    case .sameConduct: "the other case is about the same conduct"
    case .followOn: "the other case follows from this one"
    case .parallel: "the other case ran beside this one"
    case .appealOf: "the other case is the decision that is appealed against"
    case .cites: "this case cites the other one"
    case .applies: "this case applies the other one"
    case .distinguishes: "this case tells itself apart from the other one"
    case .overruledBy: "the other case overrules this one"
    case .sameGroup: "the other case is about a company of the same group"
    case .similar: "the other case is alike"
    case .notToBeConfusedWith: "the other case is easily taken for this one"
    }
  }
}

extension Company.Kind {
  package var meaning: String {
    switch self {
    case .company: "a company with legal personality"
    case .publicBody: "a public body"
    case .association: "an association or foundation"
    case .partnership: "a partnership"
    case .person: "a natural person"
    }
  }
}

extension Regulator.Kind {
  package var meaning: String {
    switch self {
    case .authority: "an authority that decides"
    case .court: "a court"
    case .tribunal: "a tribunal"
    case .board: "a board of authorities"
    }
  }
}

extension Deadline.Kind {
  package var meaning: String {
    switch self {
    case .appealPeriod: "the last day on which the decision can be challenged"
    case .compliance: "the day by which an order has to be obeyed"
    case .periodicPenalty: "the days for which a periodic penalty runs"
    case .hearing: "a hearing"
    }
  }
}

extension Settings.Feeds.Content {
  package var meaning: String {
    switch self {
    case .full: "the whole write-up with its sources"
    case .summary: "the summary alone"
    }
  }
}

extension Settings.Feeds.Archives {
  package var meaning: String {
    switch self {
    case .site: "the feed of the site"
    case .all: "every feed of cases"
    case .none: "no feed"
    }
  }
}
