/// How the colours of the theme are written.
public enum ColorMode: String, Hashable, Sendable, CaseIterable {
  /// As the literal values of the light scheme: for files that stand alone.
  case literal
  /// As classes that the page's stylesheet defines: for drawings inside of pages, which then follow
  /// the reader's scheme.
  case classes
}
