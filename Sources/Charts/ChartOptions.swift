public import Documents

/// What a caller decides about a drawing.
public struct ChartOptions: Sendable {
  /// For what the chart is drawn.
  public enum Mode: Sendable, Hashable {
    /// As a picture of its own: Vega-Lite's defaults and the size that follows from the specification.
    case standalone
    /// For a page: a width is filled, guides and text follow the page's rules.
    case page(PageWidth)
  }

  /// The widths that a page's drawings are laid out for.
  public enum PageWidth: Sendable, Hashable, CaseIterable {
    /// 720 pixels in all.
    case wide
    /// 344 pixels in all.
    case narrow

    /// The width of the whole drawing in pixels.
    public var total: Double { self == .wide ? 720 : 344 }
    /// The height of the whole drawing where y is continuous and no height is written, in pixels.
    public var standardHeight: Double { self == .wide ? 360 : 320 }
  }

  /// What ids in the picture begin with; unique in the page that holds it.
  public var name: String
  /// For what the chart is drawn.
  public var mode: Mode
  /// The theme; nil for Vega-Lite's looks.
  public var theme: ChartTheme?
  /// How the theme's colours are written.
  public var colourMode: ColorMode
  /// Colours of values that are the same in every chart: field, value, CSS colour or token (`s2`).
  public var colours: [String: [String: String]]
  /// Reads a `url`; nil refuses all. The caller decides what may be read.
  public var load: (@Sendable (String) -> [UInt8]?)?
  /// Whether title and subtitle are drawn; on pages they stand beside the drawing.
  public var showsTitle: Bool
  /// The columns that tell the status of measures, by the measure's column, where they are not named
  /// `<measure>_status` or `status`.
  public var statusColumns: [String: String]
  /// Short names of long values, for narrow axes: field, value, short name.
  public var shortNames: [String: [String: String]]
  /// The width of the plot where the specification gives none, in pixels.
  public var width: Double?
  /// The height of the plot where the specification gives none, in pixels.
  public var height: Double?

  /// Options; without any, a picture of its own that reads nothing by `url`.
  public init(
    name: String = "chart", mode: Mode = .standalone, theme: ChartTheme? = nil,
    colourMode: ColorMode = .literal, colours: [String: [String: String]] = [:],
    load: (@Sendable (String) -> [UInt8]?)? = nil, showsTitle: Bool = true,
    statusColumns: [String: String] = [:], shortNames: [String: [String: String]] = [:],
    width: Double? = nil, height: Double? = nil
  ) {
    self.name = name
    self.mode = mode
    self.theme = theme
    self.colourMode = colourMode
    self.colours = colours
    self.load = load
    self.showsTitle = showsTitle
    self.statusColumns = statusColumns
    self.shortNames = shortNames
    self.width = width
    self.height = height
  }
}

/// The looks of charts: a configuration as Vega-Lite's `config`, and how texts are measured.
public struct ChartTheme: Sendable {
  /// The configuration; the author's `config` lies over it.
  public var config: DocumentNode
  /// Whether text over marks has a halo of the paper's colour.
  public var hasHalo: Bool
  /// Whether room is kept for the widest of the fonts that a reader's machine may put in.
  public var reservesFallbackWidths: Bool
  /// Whether marks of estimates and provisional values are drawn apart.
  public var marksStatus: Bool

  /// A theme of a configuration.
  public init(
    config: DocumentNode, hasHalo: Bool = false, reservesFallbackWidths: Bool = false,
    marksStatus: Bool = false
  ) {
    self.config = config
    self.hasHalo = hasHalo
    self.reservesFallbackWidths = reservesFallbackWidths
    self.marksStatus = marksStatus
  }

  /// What texts are measured with.
  var metrics: TextMetrics {
    TextMetrics(coverage: reservesFallbackWidths ? .widestFallback : .arial)
  }
}
