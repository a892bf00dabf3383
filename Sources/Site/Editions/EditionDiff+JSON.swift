import Documents

extension EditionDiff {
  /// The comparison for machines.
  package var json: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("from", old.id)
      writer.member("to", new.id)
      writer.member("data") { list(inputs, &$0, Self.write) }
      writer.member("revisions") { list(revisions, &$0, Self.write) }
      writer.member("figures") { list(figures, &$0, Self.write) }
      writer.member("values") { list(values, &$0, Self.write) }
      writer.member("claims") { list(claims, &$0, Self.write) }
      writer.member("pages") { list(pages, &$0, Self.write) }
    }
    return writer.text + "\n"
  }

  private func list<Item>(
    _ items: [Item], _ writer: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void
  ) {
    writer.array { writer in
      for item in items { writer.object { write(item, &$0) } }
    }
  }

  private static func write(_ input: InputChange, _ writer: inout JSONWriter) {
    writer.member("table", input.table)
    writer.member("change", input.kind.rawValue)
  }

  private static func write(_ revisions: Revisions, _ writer: inout JSONWriter) {
    writer.member("table", revisions.table)
    writer.member("column", revisions.column)
    writer.member("revised") { writer in
      writer.array { writer in
        for movement in revisions.movements { writer.object { write(movement, &$0) } }
      }
    }
    writer.member("rounded_otherwise") { $0.value(revisions.roundedCount) }
    writer.member("new") { $0.value(revisions.addedCount) }
    writer.member("gone") { $0.value(revisions.removedCount) }
  }

  private static func write(_ figure: FigureChange, _ writer: inout JSONWriter) {
    writer.member("id", figure.id)
    writer.member("change", figure.kind.rawValue)
    writer.member("page", figure.page)
    writer.member("title", figure.title)
    writer.member("old_title", ifPresent: figure.oldTitle)
    writer.member("why") { $0.value(figure.reasons.map(\.rawValue)) }
    writer.member("values") { writer in
      writer.array { writer in
        for movement in figure.movements { writer.object { write(movement, &$0) } }
      }
    }
    writer.member("added_rows") { $0.value(figure.addedRows) }
    writer.member("removed_rows") { $0.value(figure.removedRows) }
  }

  private static func write(_ movement: Movement, _ writer: inout JSONWriter) {
    writer.member("what", movement.label)
    writer.member("old", ifPresent: movement.old)
    writer.member("new", ifPresent: movement.new)
    writer.member("unit", ifPresent: movement.unit)
    if let difference = movement.difference { writer.member("absolute") { $0.value(difference) } }
    if movement.oldStatus != movement.newStatus {
      writer.member("old_status", movement.oldStatus)
      writer.member("new_status", movement.newStatus)
    }
    if !movement.oldSources.isEmpty {
      writer.member("old_sources") { $0.value(movement.oldSources) }
    }
    if !movement.newSources.isEmpty {
      writer.member("new_sources") { $0.value(movement.newSources) }
    }
    if let relative = movement.relative { writer.member("relative") { $0.value(relative) } }
  }

  private static func write(_ value: ValueChange, _ writer: inout JSONWriter) {
    writer.member("page", value.page)
    write(value.movement, &writer)
    writer.member("why") { $0.value(value.reasons.map(\.rawValue)) }
  }

  private static func write(_ claim: ClaimChange, _ writer: inout JSONWriter) {
    writer.member("page", claim.page)
    writer.member("id", claim.id)
    writer.member("change", claim.kind.rawValue)
    writer.member("old", ifPresent: claim.old)
    writer.member("new", ifPresent: claim.new)
  }

  private static func write(_ page: PageChange, _ writer: inout JSONWriter) {
    writer.member("page", page.output)
    writer.member("change", page.kind.rawValue)
    writer.member("title", page.title)
  }
}
