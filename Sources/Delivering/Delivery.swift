import Publishing

/// What has to be done so that a site that lies elsewhere becomes this one: which files are sent, in
/// which order, and which are removed.
///
/// First of all the manifest there names the files of both sites, so that after a break the next
/// delivery knows whatever it finds; the new site's own manifest comes last.
package struct Delivery: Sendable {
  /// Files that are sent together, in any order among themselves.
  package struct Parcel: Hashable, Sendable {
    package let turn: Turn
    package let type: String
    package let files: [String]

    /// How long a copy of these files may be kept by browsers and by whoever stands in between.
    package var caching: String {
      turn == .asset ? "public, max-age=3600" : "public, max-age=300"
    }
  }

  package let parcels: [Parcel]
  /// Files of the site there that this one does not have, lists before pages before assets.
  package let removals: [String]
  /// Folders that then hold nothing, each before those that hold it.
  package let emptied: [String]
  /// What the manifest says there until all is done, and what it says then.
  let (announced, settled): (Inventory, Inventory)

  /// As many files as are sent before it is said how far things are.
  static let parcelSize = 500

  /// From so many files on it is written down there that they have come.
  static let manyFiles = 100

  /// Makes of the site that is `there` this one; `type` tells a file's media type, and files of one type
  /// travel together where `sorted`.
  package init(
    of site: Inventory, over there: Inventory, sortedByType sorted: Bool,
    type: (_ path: String) -> String
  ) {
    var groups: [Group: [String]] = [:]
    var announced = there.files
    for (path, content) in site.files where there.files[path] != content {
      let isNew = there.files[path] == nil || there.files[path] == .coming
      announced[path] = isNew ? .coming : .replaced
      let turn = Turn(of: path, isNew: isNew)
      groups[Group(turn: turn, type: sorted ? type(path) : ""), default: []].append(path)
    }
    parcels = groups.sorted { $0.key < $1.key }.flatMap { group, files in
      files.sorted(by: Self.precedes).parts(of: Self.parcelSize).map {
        Parcel(turn: group.turn, type: group.type, files: $0)
      }
    }
    let gone = there.files.keys.filter { site.files[$0] == nil }
    for path in gone { announced[path] = .replaced }
    removals = gone.sorted { left, right in
      let (first, second) = (Turn(of: left, isNew: false), Turn(of: right, isNew: false))
      return first == second ? Self.precedes(left, right) : second < first
    }
    emptied = Self.folders(of: gone).subtracting(Self.folders(of: site.files.keys))
      .sorted { Self.precedes($1, $0) }
    (self.announced, settled) = (Inventory(announced), site)
  }

  /// Whether the site there is this one already.
  package var isNothing: Bool { parcels.isEmpty && removals.isEmpty }

  /// How many files are sent and removed.
  package var count: Int { parcels.reduce(removals.count) { $0 + $1.files.count } }

  private struct Group: Hashable, Comparable {
    let turn: Turn
    let type: String

    static func < (left: Group, right: Group) -> Bool {
      left.turn == right.turn ? left.type < right.type : left.turn < right.turn
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Every folder that these files need.
  private static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var rest = Substring(path)
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        if !folders.insert(String(rest)).inserted { break }
      }
    }
    return folders
  }
}

extension [String] {
  /// In their order, so many at a time.
  func parts(of size: Int) -> [[String]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
