import Content
import Linking
import Mustache

/// A step of a procedure as the time line shows it.
struct TimelineStep: Sendable {
  struct Target: Sendable {
    let anchor: String
    let kind: Step.Kind
    let date: CalendarDate?
  }

  struct SourceMark: Sendable {
    let number: Int
    let anchor: String
  }

  let event: Procedure.Event
  /// The id that other steps and notes lead to; it outlives steps that are added around it.
  let anchor: String
  let body: Link?
  /// The earlier step that it acts on, where it has an effect.
  let target: Target?
  let measures: [MeasureItem]
  let sources: [SourceMark]
}

extension TimelineStep {
  /// The steps of a case in the order in which they count.
  static func steps(
    of linked: LinkedCase, citing notes: [NoteItem], in publication: Publication
  ) -> [TimelineStep] {
    let events = linked.procedure.events
    let anchors = anchors(of: events)
    let measures = MeasureItem.items(of: linked, in: publication)
    return events.indices.map { position in
      let event = events[position]
      let target = event.effect == nil && event.step.target == nil ? nil : event.target
      return TimelineStep(
        event: event, anchor: anchors[position],
        body: linked.bodies[position].map { publication.regulators[Int($0.index)] },
        target: target.map {
          Target(anchor: anchors[$0], kind: events[$0].kind, date: events[$0].step.date.value)
        },
        measures: measures.filter { $0.event == position },
        sources: event.step.sources.compactMap { source in
          notes.first { $0.isSource(source.value) }.map {
            SourceMark(number: $0.number, anchor: $0.anchor)
          }
        })
    }
  }

  /// A step's own id, or else its date and kind; a count keeps two alike apart.
  static func anchors(of events: [Procedure.Event]) -> [String] {
    var used: Set<String> = []
    return events.map { event in
      let name =
        event.step.id.map { slugged($0.value) }
        ?? (event.step.date.value?.text ?? "") + "-" + event.kind.rawValue
      let anchor = "page-step-" + name
      var distinct = anchor
      var count = 2
      while !used.insert(distinct).inserted {
        distinct = "\(anchor)-\(count)"
        count += 1
      }
      return distinct
    }
  }
}

extension Fields where Value == TimelineStep {
  static let step = Fields("step") { f in
    f.text("anchor") { $0.anchor }
    f.html("date", when: { $0.event.step.date.value != nil }) { step, out in
      if let date = step.event.step.date.value { out.append(element: date) }
    }
    f.text("kind") { Wording.step($0.event.kind) }
    f.text("kind_code") { $0.event.kind.rawValue }
    f.object("body", of: .link) { $0.body }
    f.optionalText("effect") { $0.event.effect.map(Wording.effect) }
    f.text("relation") { Wording.relation(of: $0.event.kind, $0.event.effect) }
    f.object("target", of: target) { $0.target }
    f.list("measures", of: .measure) { $0.measures }
    f.list("sources", of: mark) { $0.sources }
    f.optionalText("note") { $0.event.step.note }
  }

  private static let target = Fields<TimelineStep.Target>("earlier step") { f in
    f.text("anchor") { $0.anchor }
    f.text("kind") { Wording.step($0.kind).lowercased() }
    f.html("date", when: { $0.date != nil }) { target, out in
      if let date = target.date { out.append(element: date) }
    }
  }

  private static let mark = Fields<TimelineStep.SourceMark>("source mark") { f in
    f.text("number") { String($0.number) }
    f.text("anchor") { $0.anchor }
  }
}
