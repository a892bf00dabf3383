/// What a build reads, and what the command line settled.
package struct BuildInput: Sendable {
  /// The folder `Content/`.
  package var content: SiteFiles
  /// The site's own `Templates/`, whose files replace the built-in ones of the same name.
  package var templates: SiteFiles?
  /// Whether drafts and pages dated after the edition are included, with a banner.
  package var includesDrafts = false
  /// Sources published after this day are left out of preferred views; nil takes the edition's
  /// `data_as_of`.
  package var asOf: String?
  /// The edition that is being frozen; nil for the site itself.
  package var freezing: FreezeRequest?
  /// Drawings of earlier builds, for those that build again and again; nil draws everything.
  package var drawings: DrawingMemory?
  /// How the pictures are made that stand for pages where they are shared.
  package var previews = PreviewMaker.none
  /// How many threads work at once.
  package var workers = 1
  /// Time since some fixed moment, for the report's timings only; nothing written depends on it.
  package var clock: @Sendable () -> Duration = { .zero }

  /// What a build reads.
  package init(content: SiteFiles, templates: SiteFiles? = nil) {
    self.content = content
    self.templates = templates
  }
}
