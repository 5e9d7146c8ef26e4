/// The candidate an editor most likely meant by `typed`, or nil when none is close.
///
/// Close is an optimal string alignment distance (Damerau: one swap of neighbours costs one) of at
/// most a third of the longer name, and at most three. Ties go to the first in byte order.
package func nearestName(to typed: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(typed.lowercased().utf8)
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != typed {
    let name = Array(candidate.lowercased().utf8)
    let limit = min(3, max(wanted.count, name.count) / 3)
    guard limit > 0 || wanted == name, abs(wanted.count - name.count) <= limit else { continue }
    let distance = editDistance(wanted, name, atMost: limit)
    guard distance <= limit else { continue }
    if let current = best {
      if distance > current.distance { continue }
      if distance == current.distance, candidate >= current.name { continue }
    }
    best = (candidate, distance)
  }
  return best?.name
}

/// The optimal string alignment distance, or `limit + 1` once it is known to be larger.
private func editDistance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in 0..<right.count {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    if (current.min() ?? 0) > limit { return limit + 1 }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
