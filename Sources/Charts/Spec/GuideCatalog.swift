extension PropertyCatalog {
  private static let labelNumbers = """
    labelAngle labelFontSize labelLimit labelOffset labelOpacity labelPadding titleAngle
    titleFontSize titleLimit titleOpacity titlePadding
    """
  private static let labelTexts = "labelFont labelFontStyle titleFont titleFontStyle labelExpr"
  private static let labelColours = "labelColor titleColor"
  private static let labelAnything =
    "labelFontWeight titleFontWeight labelLineHeight titleLineHeight"

  /// An axis of a channel, or one of the axis configurations.
  static let axis = PropertyCatalog(
    "an axis",
    [
      (
        .number,
        labelNumbers + """
           bandPosition domainDashOffset domainOpacity domainWidth gridDashOffset gridOpacity
          gridWidth labelFlushOffset maxExtent minExtent offset position tickDashOffset tickOffset
          tickOpacity tickSize tickWidth titleX titleY translate zindex labelSeparation tickMinStep
          """
      ),
      (.text, labelTexts + " formatType description"),
      (.colour, labelColours + " domainColor gridColor tickColor"),
      (.numbers, "domainDash gridDash tickDash"),
      (.boolean, "aria domain grid labels ticks tickExtra tickRound disable"),
      (.lines, "title"),
      (
        .anything,
        labelAnything
          + " format labelBound labelFlush labelOverlap tickCount values style"
      ),
    ],
    choices: [
      "orient": Choices.orient, "labelAlign": Choices.align, "titleAlign": Choices.align,
      "labelBaseline": Choices.baseline, "titleBaseline": Choices.baseline,
      "titleAnchor": ["start", "middle", "end"], "tickBand": ["center", "extent"],
      "domainCap": Choices.cap, "gridCap": Choices.cap, "tickCap": Choices.cap,
    ])

  /// A legend of a channel, or the legend configuration.
  static let legend = PropertyCatalog(
    "a legend",
    [
      (
        .number,
        labelNumbers + """
           clipHeight columnPadding columns cornerRadius gradientLength gradientOpacity
          gradientStrokeWidth gradientThickness legendX legendY offset padding rowPadding
          strokeWidth symbolDashOffset symbolLimit symbolOffset symbolOpacity symbolSize
          symbolStrokeWidth tickMinStep zindex
          gradientHorizontalMaxLength gradientHorizontalMinLength gradientVerticalMaxLength
          gradientVerticalMinLength
          """
      ),
      (.text, labelTexts + " formatType symbolType description"),
      (
        .colour,
        labelColours + """
           fillColor strokeColor gradientStrokeColor symbolFillColor symbolStrokeColor
          symbolBaseFillColor symbolBaseStrokeColor
          """
      ),
      (.numbers, "symbolDash strokeDash"), (.boolean, "aria disable"), (.lines, "title"),
      (.anything, labelAnything + " format labelOverlap tickCount values gridAlign style"),
    ],
    choices: [
      "orient": [
        "none", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left",
        "bottom-right",
      ],
      "direction": ["horizontal", "vertical"], "type": ["symbol", "gradient"],
      "labelAlign": Choices.align, "titleAlign": Choices.align,
      "labelBaseline": Choices.baseline, "titleBaseline": Choices.baseline,
      "titleAnchor": ["start", "middle", "end"], "titleOrient": Choices.orient,
    ], unsupported: "layout unselectedOpacity labelSeparation")

  /// The header of a facet, or the header configuration.
  static let header = PropertyCatalog(
    "a header",
    [
      (.number, labelNumbers), (.text, labelTexts + " formatType"), (.colour, labelColours),
      (.lines, "title"), (.boolean, "labels"), (.anything, labelAnything + " format style"),
    ],
    choices: [
      "orient": Choices.orient, "labelOrient": Choices.orient, "titleOrient": Choices.orient,
      "labelAlign": Choices.align, "titleAlign": Choices.align,
      "labelBaseline": Choices.baseline, "titleBaseline": Choices.baseline,
      "labelAnchor": ["start", "middle", "end"], "titleAnchor": ["start", "middle", "end"],
    ])

  /// The title of a chart or view, or the title configuration.
  static let title = PropertyCatalog(
    "a title",
    [
      (
        .number,
        "angle dx dy fontSize limit offset subtitleFontSize subtitlePadding zindex opacity"
      ),
      (.text, "font fontStyle subtitleFont subtitleFontStyle"), (.colour, "color subtitleColor"),
      (.lines, "text subtitle"), (.boolean, "aria"),
      (.anything, "fontWeight subtitleFontWeight lineHeight subtitleLineHeight style"),
    ],
    choices: [
      "align": Choices.align, "baseline": Choices.baseline, "orient": Choices.orient,
      "anchor": ["start", "middle", "end"], "frame": ["bounds", "group"],
    ])

  /// The scale of a channel.
  static let scale = PropertyCatalog(
    "a scale",
    [
      (
        .number,
        "align base bins constant exponent padding paddingInner paddingOuter domainMid"
      ),
      (
        .anything,
        """
        domain domainMax domainMin domainRaw range rangeMax rangeMin scheme nice interpolate bins
        """
      ),
      (.boolean, "clamp reverse round zero"),
    ],
    choices: [
      "type": [
        "linear", "log", "pow", "sqrt", "symlog", "identity", "sequential", "time", "utc",
        "quantile", "quantize", "threshold", "bin-ordinal", "ordinal", "point", "band",
      ]
    ])
}
