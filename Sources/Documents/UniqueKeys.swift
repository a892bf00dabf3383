package import Diagnostics

/// Finds the doubled key of a mapping that is being read: by comparing while the mapping is small, by
/// a table once it is large, so that reading stays linear.
package struct UniqueKeys {
  private static let smallSize = 12
  private var places: [String: SourceRange] = [:]

  /// No keys yet.
  package init() {}

  /// The place of the earlier key where `entry` has one of `entries`, else nil; nothing is kept of a
  /// doubled one. `entries` are those for which this gave nil so far.
  package mutating func insert(
    _ entry: DocumentMapping.Entry, after entries: [DocumentMapping.Entry]
  ) -> SourceRange? {
    if entries.count < Self.smallSize {
      // By place: an iterator would retain every entry that it goes past.
      for index in entries.indices where entries[index].key == entry.key {
        return entries[index].keyRange
      }
      return nil
    }
    if places.isEmpty {
      for earlier in entries { places[earlier.key] = earlier.keyRange }
    }
    if let first = places[entry.key] { return first }
    places[entry.key] = entry.keyRange
    return nil
  }
}
