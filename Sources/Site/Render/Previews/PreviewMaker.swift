/// How the pictures are made that stand for pages where they are shared.
package enum PreviewMaker: Sendable {
  /// Not at all: every page has the theme's picture.
  case none
  /// They are wanted, but the program that turns drawings into pictures is not there.
  case missing(program: String)
  /// A function that turns an SVG document into a PNG of its size; called from any thread.
  case png(@Sendable (_ svg: String) throws -> [UInt8])
}
