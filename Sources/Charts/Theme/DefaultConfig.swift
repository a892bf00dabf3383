import Diagnostics
import Documents

/// What holds where neither author nor theme says otherwise: Vega-Lite 6's configuration, with the
/// parts of Vega's that its charts rest on.
enum DefaultConfig {
  /// Read once.
  static let node: DocumentNode =
    JSONReader.read(text, path: "the default configuration", into: DiagnosticCollector())
    ?? DocumentNode(.mapping(DocumentMapping()))

  private static let text = """
    {
      "background": "white",
      "padding": 5,
      "countTitle": "Count of Records",
      "timeFormat": "%b %d, %Y",
      "view": {"continuousWidth": 300, "continuousHeight": 300, "step": 20},
      "facet": {"spacing": 20},
      "concat": {"spacing": 20},
      "mark": {"color": "#4c78a8", "invalid": "break-paths-show-path-domains"},
      "bar": {"binSpacing": 1, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5},
      "rect": {"binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5},
      "line": {"strokeWidth": 2},
      "trail": {"size": 2},
      "rule": {"color": "black"},
      "text": {"color": "black", "fontSize": 11},
      "tick": {
        "thickness": 1, "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25,
        "timeUnitBandPosition": 0.5
      },
      "point": {"size": 30},
      "circle": {"size": 30},
      "square": {"size": 30},
      "geoshape": {},
      "image": {},
      "boxplot": {
        "size": 14, "extent": 1.5, "box": {}, "median": {"color": "white"}, "outliers": {},
        "rule": {}, "ticks": null
      },
      "errorbar": {"center": "mean", "rule": true, "ticks": false},
      "errorband": {"band": {"opacity": 0.3}, "borders": false},
      "scale": {
        "pointPadding": 0.5, "barBandPaddingInner": 0.1, "rectBandPaddingInner": 0,
        "tickBandPaddingInner": 0.25, "bandWithNestedOffsetPaddingInner": 0.2,
        "bandWithNestedOffsetPaddingOuter": 0.2, "offsetBandPaddingInner": 0,
        "offsetBandPaddingOuter": 0, "minBandSize": 2, "minFontSize": 8, "maxFontSize": 40,
        "minOpacity": 0.3, "maxOpacity": 0.8, "minSize": 4, "minStrokeWidth": 1,
        "maxStrokeWidth": 4, "quantileCount": 4, "quantizeCount": 4, "zero": true
      },
      "range": {
        "category": {"scheme": "tableau10"}, "ordinal": {"scheme": "blues"},
        "heatmap": {"scheme": "yellowgreenblue"}, "ramp": {"scheme": "blues"},
        "diverging": {"scheme": "blueorange", "extent": [1, 0]},
        "symbol": [
          "circle", "square", "triangle-up", "cross", "diamond", "triangle-right",
          "triangle-down", "triangle-left"
        ]
      },
      "style": {
        "cell": {"fill": "transparent", "stroke": "#ddd"},
        "guide-label": {"fontSize": 10, "fill": "#000"},
        "guide-title": {"fontSize": 11, "fontWeight": "bold", "fill": "#000"},
        "group-title": {"fontSize": 13, "fontWeight": "bold", "fill": "#000"},
        "group-subtitle": {"fontSize": 12, "fill": "#000"}
      },
      "axis": {
        "bandPosition": 0.5, "domain": true, "domainWidth": 1, "domainColor": "#888",
        "gridWidth": 1, "gridColor": "#ddd", "labels": true, "labelLimit": 180,
        "labelOffset": 0, "labelPadding": 2, "ticks": true, "tickColor": "#888",
        "tickSize": 5, "tickWidth": 1, "titlePadding": 4, "maxExtent": 200,
        "minExtent": 0
      },
      "legend": {
        "orient": "right", "padding": 0, "gridAlign": "each", "columnPadding": 10,
        "rowPadding": 2, "symbolDirection": "vertical", "gradientDirection": "vertical",
        "gradientLength": 200, "gradientThickness": 16, "gradientStrokeWidth": 0,
        "gradientLabelOffset": 2, "labelAlign": "left", "labelBaseline": "middle",
        "labelLimit": 160, "labelOffset": 4, "labelOverlap": true, "symbolLimit": 30,
        "symbolType": "circle", "symbolSize": 100, "symbolOffset": 0, "symbolStrokeWidth": 1.5,
        "titleLimit": 180, "titleOrient": "top", "titlePadding": 5, "offset": 18,
        "gradientHorizontalMaxLength": 200, "gradientHorizontalMinLength": 100,
        "gradientVerticalMaxLength": 200, "gradientVerticalMinLength": 64
      },
      "title": {
        "orient": "top", "anchor": "middle", "offset": 4, "subtitlePadding": 3
      },
      "header": {"titlePadding": 10, "labelPadding": 10}
    }
    """
}
