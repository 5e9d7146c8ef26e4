import Content
import Linking
import Mustache

/// A step of a procedure as the time line shows it.
struct TimelineStep: Sendable {
  struct SourceMark: Sendable {
    let number: Int
    let anchor: String
  }

  let anchor: StepAnchor
  let body: Link?
  /// The earlier step that it acts on, where it says so.
  let target: StepAnchor?
  let measures: ArraySlice<MeasureItem>
  let sources: [SourceMark]
  /// The later steps that say they act on it, by their positions.
  var answers: [StepAnchor] = []
  /// What is in force from here on, where the step has moved it; empty for nothing.
  var inForceAfter: [Price]?

  /// Read in place; a copy would share a dozen texts.
  var event: Procedure.Event {
    _read { yield anchor.linked.procedure.events[anchor.position] }
  }
}

extension TimelineStep {
  /// The steps of a case in the order in which they count. Notes learn which steps rest on them.
  static func steps(
    of linked: LinkedCase, citing notes: inout [NoteItem], _ measures: [MeasureItem],
    in publication: Publication
  ) -> [TimelineStep] {
    let anchors = StepAnchor.anchors(of: linked)
    var steps: [TimelineStep] = []
    steps.reserveCapacity(anchors.count)
    var passed = 0
    for position in anchors.indices {
      var marks: [SourceMark] = []
      for source in linked.procedure.events[position].sources {
        guard let index = linked.position(ofSource: source.value),
          let note = notes.firstIndex(where: { $0.source == index })
        else { continue }
        marks.append(SourceMark(number: notes[note].number, anchor: notes[note].anchor))
        notes[note].steps.append(anchors[position])
      }
      // Measures are in the order of the events.
      let first = passed
      while passed < measures.count, measures[passed].event == position { passed += 1 }
      steps.append(
        TimelineStep(
          anchor: anchors[position],
          body: linked.bodies[position].map { publication.regulators[Int($0.index)] },
          target: linked.procedure.events[position].statedTarget.map { anchors[$0] },
          measures: measures[first..<passed], sources: marks))
    }
    for position in anchors.indices {
      guard let target = linked.procedure.events[position].statedTarget else { continue }
      steps[target].answers.append(anchors[position])
    }
    return steps
  }
}

extension Fields where Value == TimelineStep {
  static func step(_ words: Words) -> Fields<TimelineStep> {
    Fields<TimelineStep>("step") { f in
      f.html("anchor", when: { _ in true }) { $1.append($0.anchor) }
      f.html("date", when: { $0.event.date != nil }) { step, out in
        if let date = step.event.date { out.append(element: date, in: words) }
      }
      f.text("kind") { words.step[$0.event.kind] }
      f.text("kind_code") { $0.event.kind.rawValue }
      f.object("body", of: .link) { $0.body }
      f.optionalText("effect") { $0.event.effect.map { words.effect[$0] } }
      f.text("relation") { words.relation(of: $0.event.kind, $0.event.effect) }
      f.object("target", of: target(words)) { step in
        step.target == nil ? nil : step
      }
      f.list("answers", of: answer(words)) { $0.answers }
      f.html("in_force_after", when: { $0.inForceAfter != nil }) { step, out in
        if let prices = step.inForceAfter { out.append(exact: prices, in: words) }
      }
      f.list("measures", of: .measure(words)) { $0.measures }
      f.list("sources", of: mark) { $0.sources }
      f.optionalText("note") { $0.event.note }
    }
  }

  /// The earlier step that one acts on.
  private static func target(_ words: Words) -> Fields<TimelineStep> {
    Fields<TimelineStep>("earlier step") { f in
      f.html("anchor", when: { _ in true }) { step, out in
        if let target = step.target { out.append(target) }
      }
      f.text("kind") { step in
        step.targetEvent.map { words.stepMention[$0.kind] } ?? ""
      }
      f.html("date", when: { $0.targetEvent?.date != nil }) { step, out in
        if let date = step.targetEvent?.date { out.append(element: date, in: words) }
      }
    }
  }

  /// A later step that acts on one, and how.
  private static func answer(_ words: Words) -> Fields<StepAnchor> {
    Fields<StepAnchor>("later step") { f in
      f.html("anchor", when: { _ in true }) { $1.append($0) }
      f.text("relation") { words.relationBack(of: $0.event.kind, $0.event.effect) }
      f.text("kind") { words.stepMention[$0.event.kind] }
      f.html("date", when: { $0.event.date != nil }) { anchor, out in
        if let date = anchor.event.date { out.append(element: date, in: words) }
      }
    }
  }

  private static let mark = Fields<TimelineStep.SourceMark>("source mark") { f in
    f.text("number") { String($0.number) }
    f.text("anchor") { $0.anchor }
  }
}

extension TimelineStep {
  fileprivate var targetEvent: Procedure.Event? {
    target.map { $0.linked.procedure.events[$0.position] }
  }
}
