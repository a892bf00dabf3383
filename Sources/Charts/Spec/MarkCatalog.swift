/// The values that several objects share.
enum Choices {
  static let orient = ["top", "bottom", "left", "right"]
  static let align = ["left", "center", "right"]
  static let baseline = [
    "alphabetic", "top", "middle", "bottom", "line-top", "line-bottom",
  ]
  static let interpolate = [
    "basis", "basis-open", "basis-closed", "bundle", "cardinal", "cardinal-open",
    "cardinal-closed", "catmull-rom", "linear", "linear-closed", "monotone", "natural", "step",
    "step-before", "step-after",
  ]
  static let cap = ["butt", "round", "square"]
  static let join = ["miter", "round", "bevel"]
  static let invalid = [
    "filter", "break-paths-filter-domains", "break-paths-show-domains",
    "break-paths-show-path-domains", "show",
  ]
}

extension PropertyCatalog {
  /// The properties of a mark: its definition, a style, or the configuration of its kind.
  static let mark = PropertyCatalog(
    "a mark",
    [
      (
        .number,
        """
        opacity fillOpacity strokeOpacity strokeWidth strokeDashOffset strokeMiterLimit size
        tension angle dx dy fontSize limit xOffset yOffset x2Offset y2Offset thetaOffset theta2Offset
        radiusOffset radius2Offset innerRadius outerRadius padAngle cornerRadius cornerRadiusEnd
        cornerRadiusTopLeft cornerRadiusTopRight cornerRadiusBottomLeft cornerRadiusBottomRight
        binSpacing bandSize continuousBandSize minBandSize thickness timeUnitBandPosition
        timeUnitBandSize theta theta2 radius radius2
        """
      ),
      (
        .anything,
        """
        type style line point box median rule outliers ticks whiskers band extent x x2 y y2 width
        height discreteBandSize invalid lineHeight fontWeight tooltip strokeOffset
        """
      ),
      (.colour, "color fill stroke"),
      (.boolean, "clip filled aria aspect smooth borders"),
      (.text, "shape font fontStyle href url description ellipsis lineBreak dir"),
      (.lines, "text"), (.numbers, "strokeDash"),
    ],
    choices: [
      "align": Choices.align, "baseline": Choices.baseline, "interpolate": Choices.interpolate,
      "orient": ["horizontal", "vertical"], "strokeCap": Choices.cap, "strokeJoin": Choices.join,
      "center": ["mean", "median"],
    ],
    unsupported: """
      cursor blend ariaRole ariaRoleDescription order
      """)

  /// The view background of a plot.
  static let view = PropertyCatalog(
    "a view background",
    [
      (
        .number,
        """
        opacity fillOpacity strokeOpacity strokeWidth strokeDashOffset strokeMiterLimit cornerRadius
        continuousWidth continuousHeight
        """
      ),
      (.colour, "fill stroke"), (.numbers, "strokeDash"), (.anything, "style"), (.boolean, "clip"),
      (.anything, "discreteWidth discreteHeight step"),
    ],
    choices: ["strokeCap": Choices.cap, "strokeJoin": Choices.join], unsupported: "cursor")
}
