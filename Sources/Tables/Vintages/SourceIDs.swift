/// The ids in a cell that names sources.
package enum SourceIDs {
  /// The ids of a cell, which are joined by `;`, in the order written; each once, as queries join those of
  /// several rows.
  package static func split(_ cell: String) -> [String] {
    var ids: [String] = []
    for part in cell.split(separator: ";") {
      var part = part.drop(while: isBlank)
      while part.last.map(isBlank) == true { part.removeLast() }
      if !part.isEmpty, !ids.contains(where: { $0 == part }) { ids.append(String(part)) }
    }
    return ids
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t"
  }
}
