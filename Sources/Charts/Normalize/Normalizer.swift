import Diagnostics
import Documents

/// Rewrites what is written short into the views it stands for, so that later stages know only plain
/// marks, layers, facets and concatenations.
struct Normalizer {
  let config: Config
  let context: SpecContext

  /// What an enclosing layer hands to its views.
  struct Inherited {
    var encoding = EncodingSpec()
    var projection: Properties?
  }

  /// The view with composite marks, overlays and facet channels written out.
  func normalize(_ view: ViewSpec, _ inherited: Inherited = Inherited()) -> ViewSpec {
    var view = view
    switch view.content {
    case .unit(let mark):
      view.encoding = view.encoding.over(inherited.encoding)
      // A channel that neither this view nor an enclosing one gives anything to show is none.
      view.encoding.channels.removeAll {
        !$0.isField && $0.datum == nil && $0.value == nil && $0.conditions.isEmpty
          && $0.channel != .order
      }
      view.projection = view.projection ?? inherited.projection
      return unit(view, mark)
    case .layer(let children):
      return layer(view, children, inherited)
    case .facet(let facet, let child):
      view.content = .facet(facet, normalize(child))
      return view
    case .concat(let children, let concat):
      view.content = .concat(children.map { normalize($0) }, concat)
      return view
    }
  }

  private func unit(_ view: ViewSpec, _ mark: MarkSpec) -> ViewSpec {
    if view.encoding.channels.contains(where: { $0.channel.isFacet }) {
      return normalize(FacetChannels.extract(view))
    }
    switch mark.type {
    case .boxplot:
      return Boxplot(config: config, context: context).expand(view, mark).map { normalize($0) }
        ?? view
    case .errorbar, .errorband:
      return ErrorBar(config: config, context: context).expand(view, mark).map { normalize($0) }
        ?? view
    case .line where view.encoding[.x2] != nil || view.encoding[.y2] != nil:
      var view = view
      var rule = mark
      rule.type = .rule
      view.content = .unit(rule)
      return view
    case .line, .area, .trail, .rule:
      return PathOverlay(config: config).expand(view, mark).map { normalize($0) } ?? view
    default:
      return view
    }
  }

  private func layer(_ view: ViewSpec, _ children: [ViewSpec], _ inherited: Inherited) -> ViewSpec {
    var view = view
    if view.encoding.channels.contains(where: { $0.channel.isFacet }) {
      return normalize(FacetChannels.extract(view))
    }
    let handed = Inherited(
      encoding: view.encoding.over(inherited.encoding),
      projection: view.projection ?? inherited.projection)
    view.encoding = EncodingSpec()
    view.content = .layer(children.map { normalize($0, handed) })
    return view
  }
}
