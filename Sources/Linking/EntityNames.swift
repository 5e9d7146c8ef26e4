import CommonMark
import Content

/// A company or regulator that a text can name.
package struct Entity: Hashable, Sendable {
  package let kind: EntryKind
  /// In the casebook's list of its kind.
  package let position: Int

  /// By the position alone, which tells most apart.
  package func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

/// Every name by which a text may mention a company or regulator, in one automaton.
struct EntityNames: Sendable {
  let index: NameIndex
  /// Whom the name with an id may mean; more than one where companies share a name.
  private let bearers: [[Entity]]
  private let names: [String]

  init(_ casebook: Casebook) {
    var ids: [String: Int] = [:]
    var names: [String] = []
    var bearers: [[Entity]] = []
    func add(_ name: String?, _ entity: Entity) {
      guard let name, name.utf8.count >= 2 else { return }
      if let id = ids[name] {
        if !bearers[id].contains(entity) { bearers[id].append(entity) }
      } else {
        ids[name] = names.count
        names.append(name)
        bearers.append([entity])
      }
    }
    for (position, company) in casebook.companies.enumerated() where company.fields.autolink {
      let entity = Entity(kind: .company, position: position)
      add(company.fields.name, entity)
      add(company.fields.short, entity)
      add(company.fields.legalName, entity)
      for alias in company.fields.aliases { add(alias, entity) }
    }
    for (position, regulator) in casebook.regulators.enumerated() where regulator.fields.autolink {
      let entity = Entity(kind: .regulator, position: position)
      add(regulator.fields.name, entity)
      add(regulator.fields.nativeName, entity)
      add(regulator.fields.abbreviation, entity)
    }
    self.names = names
    self.bearers = bearers
    index = NameIndex(names.enumerated().map { (name: $0.element, id: Int32($0.offset)) })
  }

  func bearers(of id: Int32) -> [Entity] { bearers[Int(id)] }

  func name(_ id: Int32) -> String { names[Int(id)] }
}
