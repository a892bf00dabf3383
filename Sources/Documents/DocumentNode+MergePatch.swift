extension DocumentNode {
  /// This tree changed by a JSON Merge Patch (RFC 7396): mappings are merged key by key, `null` removes
  /// a key, everything else is replaced.
  ///
  /// Each value keeps the place where it was written, in this tree or in the patch; a mapping that
  /// both have keeps its place in this tree.
  public func merged(with patch: DocumentNode) -> DocumentNode {
    guard case .mapping(let changes) = patch.value else { return patch }
    let target = mapping
    var entries: [DocumentMapping.Entry?] = target?.entries ?? []
    var indexes: [String: Int] = [:]
    for (index, entry) in (target?.entries ?? []).enumerated() { indexes[entry.key] = index }
    for change in changes.entries {
      let index = indexes[change.key]
      if change.value.isNull {
        if let index { entries[index] = nil }
      } else if let index, let entry = entries[index] {
        entries[index]?.value = entry.value.merged(with: change.value)
      } else {
        var entry = change
        entry.value = DocumentNode(.null, change.value.range).merged(with: change.value)
        entries.append(entry)
      }
    }
    return DocumentNode(
      .mapping(DocumentMapping(entries.compactMap { $0 })), target == nil ? patch.range : range)
  }
}
