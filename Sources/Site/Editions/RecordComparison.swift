import Tables

/// Compares the records of two editions, kind by kind.
struct RecordComparison {
  let old: EditionRecord
  let new: EditionRecord
  let language: DisplayLanguage

  typealias Kind = EditionDiff.Kind
  typealias Reason = EditionDiff.Reason

  /// Whether what one edition has and the other has not says anything: not where one of them was computed
  /// from the data alone, so that it lacks what could not be.
  private var knowsAll: Bool { !old.isOfDataAlone && !new.isOfDataAlone }

  /// The tables whose bytes differ.
  var inputs: [EditionDiff.InputChange] {
    pairs(old.inputs, new.inputs).compactMap { name, before, after in
      before?.hash == after?.hash ? nil : .init(table: name, kind: kind(before, after))
    }
  }

  /// What the sources to be used say otherwise, column by column.
  var revisions: [EditionDiff.Revisions] {
    pairs(old.quantities, new.quantities).compactMap { name, before, after in
      guard let before, let after else { return nil }
      let changes = TableComparison(old: before, new: after, language: language).changes
      let moved = changes.movements.filter { $0.difference.map { $0 != 0 } ?? false }
      let revisions = EditionDiff.Revisions(
        table: after.name, column: String(name.dropFirst(after.name.count + 1)),
        movements: moved.filter { !$0.isRounding }.sorted(by: isGreater),
        roundedCount: moved.count(where: \.isRounding), addedCount: changes.addedRows.count,
        removedCount: changes.removedRows.count)
      return revisions.isEmpty ? nil : revisions
    }
  }

  /// Whether a value has moved by more than another; of equal ones, by their labels.
  private func isGreater(_ a: EditionDiff.Movement, _ b: EditionDiff.Movement) -> Bool {
    let sizes = ((a.difference ?? 0).magnitude, (b.difference ?? 0).magnitude)
    return sizes.0 == sizes.1 ? inByteOrder(a.label, b.label) : sizes.0 > sizes.1
  }

  /// The pages that came, went, or have another title or text.
  var pages: [EditionDiff.PageChange] {
    guard knowsAll else { return [] }
    return pairs(old.pages, new.pages).compactMap { output, before, after in
      guard let page = after ?? before else { return nil }
      if let before, let after, before.title == after.title, !hasNewText(before, after) {
        return nil
      }
      return .init(output: output, kind: kind(before, after), title: page.title)
    }
  }

  /// Whether the Markdown of a page is another; false where one side has no hashes of texts.
  private func hasNewText(_ before: EditionRecord.Page, _ after: EditionRecord.Page) -> Bool {
    !old.texts.isEmpty && !new.texts.isEmpty && old.texts[before.source] != new.texts[after.source]
  }

  /// The claims that came, went, or say something else; they go by page and id.
  var claims: [EditionDiff.ClaimChange] {
    func keyed(_ record: EditionRecord) -> [String: EditionRecord.Claim] {
      Dictionary(record.claims.map { ($0.page + "#" + $0.id, $0) }) { first, _ in first }
    }
    guard knowsAll else { return [] }
    return pairs(keyed(old), keyed(new)).compactMap { _, before, after in
      let texts = (before.map(Self.text), after.map(Self.text))
      guard texts.0 != texts.1, let claim = after ?? before else { return nil }
      return .init(
        page: claim.page, id: claim.id, kind: kind(before, after), old: texts.0, new: texts.1)
    }
  }

  /// The values in texts that are in both editions and show something else.
  var values: [EditionDiff.ValueChange] {
    func keyed(_ record: EditionRecord) -> [String: EditionRecord.Value] {
      Dictionary(record.values.map { ($0.page + "#" + $0.reference, $0) }) { first, _ in first }
    }
    return pairs(keyed(old), keyed(new)).compactMap { _, before, after in
      guard let before, let after, before.shown != after.shown else { return nil }
      var movement = EditionDiff.Movement(
        column: after.reference, old: before.shown, new: after.shown, unit: after.unit)
      movement.oldSources = before.basis.sources
      movement.newSources = after.basis.sources
      let isSame = RowKey.plain(before.value) == RowKey.plain(after.value)
      if !isSame, before.unit == after.unit {
        movement.setDifference(before.value, after.value, format: nil, language)
      }
      let reasons = isSame ? [.text] : reasons(before.basis, after.basis, isTextNew: false)
      return .init(page: after.page, movement: movement, reasons: reasons)
    }
  }

  /// The figures that came, went, or show something else.
  var figures: [EditionDiff.FigureChange] {
    pairs(old.figures, new.figures).compactMap { id, before, after in
      guard let figure = after ?? before else { return nil }
      var change = EditionDiff.FigureChange(
        id: id, kind: kind(before, after), title: figure.title, page: figure.page, reasons: [],
        movements: [], addedRows: [], removedRows: [])
      guard let before, let after else { return knowsAll ? change : nil }
      for (_, rows, newRows) in pairs(byName(before.tables), byName(after.tables)) {
        guard let rows, let newRows else { continue }
        let changes = TableComparison(old: rows, new: newRows, language: language).changes
        change.movements += changes.movements
        change.addedRows += changes.addedRows
        change.removedRows += changes.removedRows
      }
      if before.title != after.title { change.oldTitle = before.title }
      let isMoved =
        !change.movements.isEmpty || !change.addedRows.isEmpty || !change.removedRows.isEmpty
      guard isMoved || change.oldTitle != nil else { return nil }
      change.reasons =
        isMoved
        ? reasons(before.basis, after.basis, isTextNew: change.oldTitle != nil) : [.text]
      return change
    }
  }

  // MARK: Reasons

  /// Why something of another value moved. Where neither SQL nor bytes tell, the day of the data does.
  private func reasons(
    _ before: EditionRecord.Basis, _ after: EditionRecord.Basis, isTextNew: Bool
  ) -> [Reason] {
    let tables = Set(before.reads.keys).union(after.reads.keys)
    let hasNewData = tables.contains { old.inputs[$0]?.hash != new.inputs[$0]?.hash }
    let hasNewQuery = before.sql != after.sql
    let isNewDay = old.edition?.dataAsOf != new.edition?.dataAsOf
    var reasons: Set<Reason> = []
    if hasNewQuery { reasons.insert(.query) }
    if hasNewData || !hasNewQuery && isNewDay || reasons.isEmpty { reasons.insert(.data) }
    if isTextNew { reasons.insert(.text) }
    return Reason.allCases.filter(reasons.contains)
  }

  // MARK: Pairs

  private func kind<Value>(_ before: Value?, _ after: Value?) -> Kind {
    before == nil ? .added : after == nil ? .removed : .changed
  }

  /// The entries of both sides by key, in the order of bytes.
  private func pairs<Value>(
    _ before: [String: Value], _ after: [String: Value]
  ) -> [(key: String, before: Value?, after: Value?)] {
    Set(before.keys).union(after.keys).sorted(by: inByteOrder).map { ($0, before[$0], after[$0]) }
  }

  private func byName(_ tables: [EditionRecord.Rows]) -> [String: EditionRecord.Rows] {
    Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
  }

  private static func text(_ claim: EditionRecord.Claim) -> String {
    "\(claim.words) (\(claim.condition))"
  }
}
