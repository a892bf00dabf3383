/// The candidate that a misspelt name most likely means.
public enum NearMiss {
  /// The nearest of `candidates` to `name`, or nil where none is near.
  ///
  /// Near is an edit distance (insertions, deletions, substitutions, swaps of neighbours; case costs
  /// nothing) of at most a third of the longer name, rounded up, and at most 3. Of equals the first
  /// in the order of their bytes wins, so that the answer does not depend on the candidates' order.
  public static func suggestion(for name: String, among candidates: some Sequence<String>)
    -> String?
  {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
      let limit = min(3, (max(wanted.count, other.count) + 2) / 3)
      guard abs(wanted.count - other.count) <= limit else { continue }
      let found = distance(wanted, other)
      guard found <= limit else { continue }
      if let current = best, (current.distance, current.name) <= (found, candidate) { continue }
      best = (found, candidate)
    }
    return best?.name
  }

  /// Optimal string alignment distance, by dynamic programming over three rows.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var older = [Int](repeating: 0, count: b.count + 1)
    var old = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let substitution = old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(substitution, old[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], older[j - 2] + 1)
        }
      }
      (older, old) = (old, row)
    }
    return old[b.count]
  }
}
