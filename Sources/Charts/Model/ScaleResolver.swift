import Diagnostics

/// Merges the scales of a view's parts where they are shared.
struct ScaleResolver {
  let context: SpecContext

  /// Moves shared scales from the children to the view; the children must be resolved already.
  func resolve(_ node: ViewNode) {
    guard !node.children.isEmpty else { return }
    for channel in Channel.scaled where isShared(channel, node) {
      let models = node.children.compactMap { $0.scales[channel] }
      guard let first = models.first else { continue }
      guard models.dropFirst().allSatisfy({ first.type.isCompatible(with: $0.type) }) else {
        continue
      }
      for other in models.dropFirst() where other !== first { first.merge(other) }
      for child in node.children { child.scales[channel] = nil }
      node.scales[channel] = first
    }
  }

  private func isShared(_ channel: Channel, _ node: ViewNode) -> Bool {
    if let rule = node.spec.resolve.scale[channel] { return rule == .shared }
    switch node.kind {
    case .unit, .layer: return true
    case .facet: return channel != .theta
    case .concat: return !(channel.isPosition || channel.isOffset || channel.isPolar)
    }
  }
}
