/// The ids in a cell that names sources.
package enum SourceIDs {
  /// The ids of a cell, which are joined by `;`, in the order written.
  package static func split(_ cell: String) -> [String] {
    cell.split(separator: ";").compactMap { part in
      var part = part.drop(while: isBlank)
      while part.last.map(isBlank) == true { part.removeLast() }
      return part.isEmpty ? nil : String(part)
    }
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t"
  }
}
