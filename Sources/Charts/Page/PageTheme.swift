import Diagnostics
import Documents

extension ChartTheme {
  /// The looks of charts on pages: colours as tokens, text of 14 pixels, light rules, few ticks.
  ///
  /// - Parameter width: the drawing that is laid out; the narrow one asks for fewer ticks.
  public static func page(_ width: ChartOptions.PageWidth) -> ChartTheme {
    ChartTheme(
      config: width == .wide ? PageConfig.wide : PageConfig.narrow, hasHalo: true,
      reservesFallbackWidths: true, marksStatus: true)
  }
}

/// The configurations behind the theme of pages, read once.
private enum PageConfig {
  static let wide = config(timeTicks: 8, numberTicks: 5)
  static let narrow = config(timeTicks: 4, numberTicks: 4)

  private static func config(timeTicks: Int, numberTicks: Int) -> DocumentNode {
    let text = """
      {
        "background": null,
        "padding": {"left": 1, "right": 2, "top": 4, "bottom": 2},
        "view": {"stroke": null, "discreteHeight": {"step": 28}},
        "mark": {"color": "var(--s1)"},
        "line": {"strokeWidth": 2.5, "strokeJoin": "round", "strokeCap": "round"},
        "trail": {"color": "var(--s1)"},
        "point": {"size": 45, "opacity": 1, "filled": true},
        "circle": {"size": 45, "opacity": 1},
        "square": {"size": 45, "opacity": 1},
        "tick": {"opacity": 1, "thickness": 2},
        "area": {"stroke": "var(--paper)", "strokeWidth": 1},
        "rule": {"color": "var(--rule-strong)"},
        "text": {"color": "var(--ink)", "fontSize": 14},
        "arc": {"stroke": "var(--paper)", "strokeWidth": 2},
        "geoshape": {"stroke": "var(--paper)", "strokeWidth": 0.5},
        "range": {
          "category": ["var(--s1)", "var(--s2)", "var(--s3)", "var(--s4)", "var(--s5)", "var(--context)"],
          "ordinal": ["var(--seq2)", "var(--seq3)", "var(--seq4)", "var(--seq5)", "var(--s1)", "var(--context)"],
          "ramp": ["var(--seq1)", "var(--seq2)", "var(--seq3)", "var(--seq4)", "var(--seq5)"],
          "heatmap": ["var(--seq1)", "var(--seq2)", "var(--seq3)", "var(--seq4)", "var(--seq5)"]
        },
        "font": "system-ui, Segoe UI, Roboto, Liberation Sans, Arial, sans-serif",
        "title": {"anchor": "start", "frame": "bounds", "offset": 12},
        "style": {
          "cell": {"fill": "transparent", "stroke": null},
          "guide-label": {"fontSize": 14, "fill": "var(--muted)"},
          "guide-title": {"fontSize": 14, "fontWeight": "normal", "fill": "var(--muted)"},
          "group-title": {"fontSize": 16, "fontWeight": "bold", "fill": "var(--ink)"},
          "group-subtitle": {"fontSize": 14, "fill": "var(--muted)"}
        },
        "axis": {
          "domainColor": "var(--rule-strong)", "tickColor": "var(--rule-strong)",
          "gridColor": "var(--grid)", "labelPadding": 6, "titlePadding": 8, "labelSeparation": 10,
          "maxExtent": 320
        },
        "axisY": {"domain": false, "ticks": false},
        "axisBand": {"ticks": false, "domain": false},
        "axisTemporal": {"grid": false, "tickCount": \(timeTicks)},
        "axisQuantitative": {"tickCount": \(numberTicks), "ticks": false},
        "legend": {
          "offset": 10, "symbolStrokeWidth": 2.5, "columnPadding": 16, "rowPadding": 6,
          "labelLimit": 260
        },
        "header": {
          "labelColor": "var(--ink)", "labelFontSize": 14, "labelFontWeight": "bold",
          "titleColor": "var(--muted)", "titleFontSize": 14, "titleFontWeight": "normal"
        }
      }
      """
    return JSONReader.read(text, path: "the theme of pages", into: DiagnosticCollector())
      ?? DocumentNode(.mapping(DocumentMapping()))
  }
}
