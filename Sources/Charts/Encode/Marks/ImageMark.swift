import Documents

/// Pictures of other files, one for each row that has an address.
struct ImageMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let address = ValueEncoder(scope: scope).value(.url)
    let written = scope.text("url")
    let keepsAspect = scope.properties.boolean("aspect") ?? true
    return RectMark(scope).rects().compactMap { row, rect, _ in
      guard let address = address?(row).text ?? written?(row), !address.isEmpty else { return nil }
      return .image(
        ImageNode(
          address: address,
          box: Bounds(x: rect.x, y: rect.y, width: rect.width, height: rect.height),
          keepsAspect: keepsAspect, opacity: rect.style.opacity, href: rect.href))
    }
  }
}
