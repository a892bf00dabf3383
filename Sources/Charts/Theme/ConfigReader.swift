import Diagnostics
import Documents

/// Checks a configuration: every part against the properties of what it configures.
enum ConfigReader {
  private static let axes =
    ["axis"]
    + ["X", "Y", "Left", "Right", "Top", "Bottom"].flatMap { side in
      ["", "Band", "Discrete", "Point", "Quantitative", "Temporal"].map { "axis" + side + $0 }
    } + ["Band", "Discrete", "Point", "Quantitative", "Temporal"].map { "axis" + $0 }
  private static let headers = ["header", "headerRow", "headerColumn", "headerFacet"]
  private static let plain = [
    "background", "padding", "autosize", "font", "countTitle", "fieldTitle", "numberFormat",
    "timeFormat", "range", "aria", "params", "lineBreak", "normalizedNumberFormat",
  ]
  private static let unsupported: Set<String> = [
    "selection", "locale", "tooltipFormat", "customFormatTypes", "signals",
    "normalizedNumberFormatType", "numberFormatType", "timeFormatType", "projection",
  ]

  /// Reports every key of `config` that the language does not know.
  static func check(_ node: DocumentNode, _ context: SpecContext) {
    guard var reader = SpecReader(node, "the configuration", context) else { return }
    for type in MarkType.allCases {
      check(&reader, type.rawValue, .mark, context)
    }
    check(&reader, "mark", .mark, context)
    axes.forEach { check(&reader, $0, .axis, context) }
    headers.forEach { check(&reader, $0, .header, context) }
    check(&reader, "legend", .legend, context)
    check(&reader, "title", .title, context)
    check(&reader, "view", .view, context)
    check(&reader, "scale", .scaleConfig, context)
    check(&reader, "facet", .compositionConfig, context)
    check(&reader, "concat", .compositionConfig, context)
    for entry in reader.node("style")?.mapping?.entries ?? [] {
      _ = PropertyCatalog.mark.read(entry.value, context)
    }
    plain.forEach { _ = reader.node($0) }
    reader.finish(unsupported: unsupported)
  }

  private static func check(
    _ reader: inout SpecReader, _ key: String, _ catalog: PropertyCatalog, _ context: SpecContext
  ) {
    guard let node = reader.node(key), !node.isNull else { return }
    _ = catalog.read(node, context)
  }
}

extension PropertyCatalog {
  static let scaleConfig = PropertyCatalog(
    "the configuration of scales",
    [
      (
        .number,
        """
        pointPadding barBandPaddingInner rectBandPaddingInner tickBandPaddingInner bandPaddingInner
        bandPaddingOuter bandWithNestedOffsetPaddingInner bandWithNestedOffsetPaddingOuter
        offsetBandPaddingInner offsetBandPaddingOuter continuousPadding minBandSize maxBandSize
        minFontSize maxFontSize minOpacity maxOpacity minSize maxSize minStrokeWidth maxStrokeWidth
        quantileCount quantizeCount
        """
      ),
      (.boolean, "clamp round useUnaggregatedDomain xReverse zero"), (.anything, "invalid"),
    ], unsupported: "animationDuration framesPerSecond")

  static let compositionConfig = PropertyCatalog(
    "the configuration of composed views", [(.number, "columns spacing")])
}
