/// What assistive technology hears of a node.
struct Accessibility: Hashable, Sendable {
  /// The ARIA role.
  var role: String?
  /// What the role is called: `bar`, `axis`.
  var roleDescription: String?
  /// The words.
  var label: String?
  /// Whether the node is passed over.
  var isHidden = false

  /// A node that is passed over.
  static let hidden = Accessibility(isHidden: true)

  /// One symbol with words.
  static func symbol(_ label: String?, _ description: String) -> Accessibility {
    Accessibility(role: "graphics-symbol", roleDescription: description, label: label)
  }

  /// Several symbols that belong together.
  static func container(_ description: String, label: String? = nil) -> Accessibility {
    Accessibility(role: "graphics-object", roleDescription: description, label: label)
  }
}
