import Charts
import Diagnostics
import Documents

/// The looks of charts on pages: the theme's own colours, text of one size, light grid, no frame.
///
/// Colours are named by the custom properties of the stylesheet, so that drawings follow the reader's
/// scheme; a drawing that stands alone has their light values.
enum SiteChartTheme {
  /// The theme, read once.
  static let theme = ChartTheme(
    config: JSONReader.read(config, path: "the theme of charts", into: DiagnosticCollector())
      ?? DocumentNode(.mapping(DocumentMapping())),
    hasHalo: true, reservesFallbackWidths: true)

  private static let config = """
    {
      "background": "transparent",
      "padding": 0,
      "font": "system-ui, Segoe UI, Roboto, Liberation Sans, Arial, sans-serif",
      "view": {"stroke": null},
      "mark": {"color": "var(--s1)"},
      "line": {"strokeWidth": 2.5, "strokeJoin": "round", "strokeCap": "round"},
      "area": {"stroke": "var(--paper)", "strokeWidth": 1},
      "point": {"filled": true, "opacity": 1, "size": 50},
      "circle": {"opacity": 1, "size": 50},
      "square": {"opacity": 1, "size": 50},
      "tick": {"thickness": 2, "opacity": 1},
      "rule": {"color": "var(--rule-strong)"},
      "text": {"color": "var(--ink)", "fontSize": 14},
      "arc": {"stroke": "var(--paper)", "strokeWidth": 2},
      "rect": {"stroke": "var(--paper)"},
      "axis": {
        "grid": true, "gridColor": "var(--grid)", "domainColor": "var(--rule-strong)",
        "tickColor": "var(--rule-strong)", "labelColor": "var(--muted)", "labelFontSize": 14,
        "titleColor": "var(--muted)", "titleFontSize": 14, "titleFontWeight": "normal",
        "labelPadding": 6, "tickSize": 4
      },
      "axisBand": {"grid": false, "ticks": false, "labelColor": "var(--ink)"},
      "axisPoint": {"grid": false, "ticks": false, "labelColor": "var(--ink)"},
      "axisTemporal": {"grid": false},
      "axisYQuantitative": {"domain": false, "ticks": false},
      "header": {
        "labelColor": "var(--ink)", "labelFontSize": 14, "labelFontWeight": "bold",
        "titleColor": "var(--muted)", "titleFontSize": 14, "titleFontWeight": "normal"
      },
      "legend": {
        "labelColor": "var(--ink)", "labelFontSize": 14, "titleColor": "var(--muted)",
        "titleFontSize": 14, "titleFontWeight": "normal", "symbolSize": 110, "symbolStrokeWidth": 2.5
      },
      "title": {
        "anchor": "start", "color": "var(--ink)", "fontSize": 18, "fontWeight": "bold",
        "subtitleColor": "var(--muted)", "subtitleFontSize": 14
      },
      "range": {
        "category": ["var(--s1)", "var(--s2)", "var(--s3)", "var(--s4)", "var(--s5)", "var(--context)"],
        "ordinal": ["var(--seq1)", "var(--seq2)", "var(--seq3)", "var(--seq4)", "var(--seq5)"],
        "ramp": ["var(--seq1)", "var(--seq2)", "var(--seq3)", "var(--seq4)", "var(--seq5)"],
        "heatmap": ["var(--seq1)", "var(--seq2)", "var(--seq3)", "var(--seq4)", "var(--seq5)"]
      }
    }
    """
}
