/// What a caller decides about the written picture.
struct SVGOptions: Hashable, Sendable {
  /// What ids begin with; unique in the page that the picture is put into.
  var idPrefix: String = "chart"
  /// How the colours of the theme are written.
  var colorMode: ColorMode = .literal
  /// Class names of the outermost element.
  var classes: [String] = ["marks"]
  /// Whether the outermost element has a width and a height beside its view box.
  var hasFixedSize = true
  /// Whether parts such as axes carry labels of their own. On pages the picture is one image to
  /// assistive technology, which hides its parts.
  var labelsParts = true
}
