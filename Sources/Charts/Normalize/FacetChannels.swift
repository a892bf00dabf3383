import Documents

/// The channels row, column and facet as a facet of the view without them.
enum FacetChannels {
  /// Data, transforms, titles and shared guides go to the facet; mark, channels and sizes stay inside.
  static func extract(_ view: ViewSpec) -> ViewSpec {
    var child = view
    child.data = nil
    child.transforms = []
    child.title = nil
    child.name = nil
    child.description = nil
    child.params = []
    child.resolve = ResolveSpec()
    child.encoding.channels.removeAll { $0.channel.isFacet }

    var facet = FacetSpec()
    facet.row = view.encoding[.row]
    facet.column = view.encoding[.column]
    if facet.row == nil, facet.column == nil { facet.wrapped = view.encoding[.facet] }
    facet.grid = facet.wrapped?.layout ?? GridSpec()
    if facet.wrapped == nil {
      facet.grid.rowSpacing = facet.row?.layout.spacing
      facet.grid.columnSpacing = facet.column?.layout.spacing
    }

    var outer = view
    outer.encoding = EncodingSpec()
    outer.width = nil
    outer.height = nil
    outer.view = Properties()
    outer.projection = nil
    outer.content = .facet(facet, child)
    return outer
  }
}
