import Diagnostics
import Tables

extension EditionArchive {
  /// What has moved from each edition to the next, up to the present site.
  func history(of site: ResolvedSite) throws -> EditionHistory {
    if entries.isEmpty { return EditionHistory() }
    var present = EditionRecord(site)
    try present.addTexts(of: site.context.files)
    return EditionHistory(
      self, present: present,
      language: DisplayLanguage.forLanguage(site.configuration.language) ?? .english)
  }

  /// Checks that frozen editions are as they were frozen, and that what they have published can still be
  /// found.
  func check(
    _ site: ResolvedSite, _ outputs: OutputPlan, _ content: ContentLoader.Content,
    _ input: BuildInput, into diagnostics: DiagnosticCollector
  ) throws {
    EditionContinuity(site: site, archive: self, diagnostics: diagnostics)
      .check(contains: outputs.contains)
    guard !site.configuration.isFrozen else { return }
    let files = content.tree.copied.filter { $0.hasPrefix(Self.folder + "/") }
    try check(files, of: input.content, workers: input.workers, into: diagnostics)
    warnAboutChanges(site, into: diagnostics)
  }

  /// An edition that is frozen stays what it is: figures that moved since belong to another.
  private func warnAboutChanges(_ site: ResolvedSite, into diagnostics: DiagnosticCollector) {
    guard let diff = site.history.sinceFrozen, let entry = self[diff.new.id],
      !diff.figures.isEmpty || !diff.values.isEmpty
    else { return }
    let moved = (diff.figures.map { "figure \($0.id)" } + diff.values.map(\.movement.label))
    diagnostics.add(
      Diagnostic(
        .warning, "edition.moved", at: SourceLocation(entry.path),
        "the edition \(entry.id) is frozen, and the site has moved on under the same id",
        found: "\(moved.count) figures and values that moved",
        remedy: "give the site a new `edition` in `site.yaml`",
        notes: moved.prefix(5).map { .init($0) }))
  }
}

extension ContentLoader.Content {
  /// Takes what the command line says of the edition; an edition that is frozen holds no others.
  mutating func settleEdition(_ input: BuildInput) {
    configuration.settleEdition(input.freezing, asOf: input.asOf)
    guard input.freezing != nil else { return }
    configuration.freeze()
    tree.copied.removeAll { $0.hasPrefix(EditionArchive.folder + "/") }
  }
}
