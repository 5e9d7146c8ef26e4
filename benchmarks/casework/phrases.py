"""The stock of sentences that write-ups are put together from.

Names in braces are filled in: `{company}`, `{regulator}` and `{article}` by the case, the others by
one of `SLOTS`.
"""

SLOTS = {
    "number": ["41", "312", "1,200", "3,840", "17,500", "52,000", "160,000", "about 400,000", "1.3 million",
               "some nine million", "4,500", "88", "2,750", "23,400"],
    "people": ["customers", "employees", "patients", "subscribers", "applicants", "pupils", "visitors",
               "tenants", "passengers", "account holders", "children under 13", "job seekers", "donors"],
    "data": ["names and postal addresses", "e-mail addresses", "health records", "location data",
             "recordings of telephone calls", "copies of identity cards", "payment histories",
             "photographs of faces", "fingerprints", "browsing histories", "account numbers",
             "notes of conversations", "membership of a trade union", "credit scores",
             "passwords in plain text", "messages that were thought private"],
    "system": ["an old customer database", "the booking system", "a shared mailbox", "a test server",
               "the mobile application", "a camera above the entrance", "the loyalty programme",
               "a supplier's ticket system", "an advertising network", "the payroll system",
               "a cloud storage folder", "the visitors' register", "a scoring model", "the web shop"],
    "when": ["in March 2018", "in the autumn of 2019", "between June and September 2020", "for 14 months",
             "over two years", "in the night of 3 February", "since at least 2017", "for 72 days",
             "in the first half of 2021", "during an audit", "after a change of supplier"],
    "act": ["kept", "copied", "published", "shared with a third party", "combined with other records",
            "left unprotected", "sold on", "used for advertising", "lost", "sent to the wrong recipient"],
    "reason": ["the purpose had been reached long before", "no consent had been asked for",
               "the notice did not mention it", "a less intrusive means was at hand",
               "the contract with the processor was silent on it", "no risk assessment had been made",
               "nobody had been told", "the accounts had never been closed",
               "access was not limited to those who needed it", "the interests had not been weighed"],
    "defence": ["the fault was a supplier's", "the data were public anyway", "nobody had been harmed",
                "the practice had ended before the inquiry", "the authority was not competent",
                "the law had been unclear at the time", "its size had been misjudged",
                "the complaint had come too late", "the notice was easy to find"],
    "factor": ["the number of people", "the length of time", "the turnover of the group", "an earlier warning",
               "prompt co-operation", "the sensitivity of the data", "the absence of intent",
               "steps taken before the inquiry", "the state of the company's finances"],
    "step": ["erase the records", "answer the open requests", "rewrite its notices", "stop the transfers",
             "train its staff", "appoint a data protection officer", "review its contracts",
             "report on its progress every quarter", "limit access to the archive", "switch off the tracking"],
    "period": ["30 days", "six weeks", "three months", "ninety days", "half a year", "14 days"],
    "outcome": ["The records have been erased since", "The service was rebuilt", "The form has been withdrawn",
                "The supplier was changed", "A new notice was published", "The cameras were turned away"],
}

SENTENCES = {
    "lead": [
        "{company} {act} {data} of {number} {people}, and {regulator} found that it had no ground for doing so.",
        "{regulator} decided on a complaint about {company}, which had {act} {data} {when}.",
        "The decision concerns {system} in which {company} kept {data} of {number} {people}.",
        "After an inquiry that began {when}, {regulator} held {company} responsible for {data} being {act}.",
        "{number} {people} of {company} were affected when {data} were {act} {when}, {regulator} found.",
    ],
    "facts": [
        "The data came from {system} and had been there {when}.",
        "Among them were {data}, and in some records {data} as well.",
        "{company} became aware of it {when}, when one of the {people} wrote to it.",
        "The company put the number of {people} at {number}; the authority counted {number}.",
        "A former employee had kept access to {system}, although {reason}.",
        "The complaint was one of {number} that reached the authority about the same practice.",
        "Anyone who knew the address could read {data} without a password.",
        "The inquiry was joined with two others that concerned {system}.",
        "In its answers the company described {system} in detail, but not why {reason}.",
        "Copies were found on {number} devices, most of them used by several members of staff.",
        "The matter came to light because {data} appeared in a search engine {when}.",
        "It was *not* in dispute that {data} had been {act}; in dispute was whose decision that had been.",
        "The log files of `access.log` and `audit.log` covered only part of the time in question.",
        "{regulator} heard the company {when} and inspected its premises once.",
    ],
    "findings": [
        "The authority found an infringement of {article}, since {reason}.",
        "It held that {article} was infringed as well: {reason}.",
        "Consent, it said, could not be relied on, because {reason}.",
        "A legitimate interest was not shown either; {reason}.",
        "On {article} the authority followed its earlier practice in {case}.",
        "What the company called anonymous could be traced to a person with little effort, given {data}.",
        "The notice spoke of “service improvement”, which says nothing about {data}.",
        "The company had argued that {defence}. The authority did not accept this.",
        "That {defence} was, in the authority's view, **beside the point**.",
        "Under {article} the controller has to show that it complied, and here {reason}.",
        "It left open whether {article} had been infringed too, as the result would have been the same.",
        "The duties of {article} apply whether or not {people} complain.",
        "The authority compared the facts with those of {case}, where {data} had been {act} as well.",
        "{company} and its supplier were joint controllers for {system}, it found.",
    ],
    "measures": [
        "In setting the amount it weighed {factor}, {factor} and {factor}.",
        "{company} was given {period} to {step} and to {step}.",
        "Against the company spoke {factor}; in its favour, {factor}.",
        "The authority refrained from a further measure on account of {factor}.",
        "The order to {step} takes effect {period} after the decision was served.",
        "A proposal to reduce the amount because {defence} was rejected.",
        "It recalled that a fine has to be effective, proportionate and dissuasive in each case.",
        "The company has to {step}, and to prove within {period} that it did.",
        "Why the sum differs from that in {case} is explained with {factor}.",
    ],
    "later": [
        "{outcome}, the company said.",
        "The company regretted the incident and pointed out that {defence}.",
        "An organisation that supports {people} called the outcome overdue.",
        "{regulator} announced that it would look at the whole sector, beginning with {system}.",
        "Whether the measure has been carried out is not known to us.",
        "Courts have not ruled on the question of {data} yet.",
        "{company} declined to comment on the decision.",
        "Similar questions are open in {case}, on which more is said on the page of {topic}.",
        "For others the decision shows how {article} is read where {data} are concerned.",
        "How the authority works is described on [its own site](https://authority.example/about).",
        "The published version leaves out passages that the company regards as business secrets.",
    ],
}

HEADINGS = {
    "facts": ["What happened", "The facts", "How it came to light", "The inquiry", "Background"],
    "findings": ["What the authority found", "The findings", "The law", "The assessment", "The reasons"],
    "measures": ["The measures", "How the amount was set", "What was ordered", "The penalty"],
    "later": ["What followed", "Why it matters", "What remains open", "Reactions", "After the decision"],
}

SUBHEADINGS = ["The ground for processing", "The duty to inform", "Security", "Retention", "The complaint",
               "The company's view", "The supplier", "Competence", "The hearing", "Children", "Transfers"]

QUOTES = [
    "The controller had every opportunity to end the practice and chose not to take it.",
    "A notice that nobody can be expected to read does not inform anybody.",
    "Whoever collects data for one purpose may not keep them for another that has yet to be found.",
    "The size of an undertaking is no excuse for the absence of a plan; it is a reason to have one.",
    "That the data were already public does not mean that they may be used for anything.",
]

ASIDES = [
    "The decision is dated three days before it was served; the earlier day is given here.",
    "The authority gives two figures for the number of people. The lower one is used here.",
    "The sum was announced in round figures; the decision itself is exact to the cent.",
    "The company has changed its name since. Its present name is used throughout.",
    "The text was published in part only, and the passages on security are blacked out.",
]

TABLES = [
    (["Point", "Finding", "Weight"],
     [["Ground", "none shown", "high"], ["Notice", "incomplete", "medium"], ["Security", "insufficient", "high"],
      ["Retention", "too long", "medium"], ["Requests", "answered late", "low"], ["Records", "missing", "low"]]),
    (["Date", "Event", "People"],
     [["1 March", "first access", "0"], ["14 March", "copy made", "1,200"], ["2 April", "copy sold", "1,200"],
      ["9 April", "report by a customer", "1"], ["11 April", "access closed", "4,500"], ["12 April", "report to the authority", "4,500"]]),
    (["Category", "Records", "Kept for", "Allowed"],
     [["Contracts", "17,500", "12 years", "10 years"], ["Letters", "3,840", "9 years", "6 years"], ["Calls", "160,000", "24 months", "3 months"],
      ["Images", "52,000", "90 days", "72 hours"], ["Scores", "23,400", "5 years", "not at all"]]),
]
