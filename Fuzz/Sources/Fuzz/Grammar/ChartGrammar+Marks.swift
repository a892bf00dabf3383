extension ChartGrammar {
  /// Marks and their properties.
  static let marks = """
    "mark": ["bar", "line", "area", "point", "rect", "arc", "rule", "text", "tick", "trail", "circle", "square", "geoshape", "image",
      "boxplot", "errorbar", "errorband", "$markProperties", "$markProperties"],
    "markType": ["bar", "line", "area", "point", "rect", "arc", "rule", "text", "tick", "trail", "circle", "square", "geoshape", "image",
      "boxplot", "errorbar", "errorband"],
    "markProperties": {
      "type!": "$markType", "point": ["$boolean", "transparent", "$markStyle"], "line": ["$boolean", "$markStyle"],
      "interpolate": "$interpolate", "tension": "$expr", "orient": ["horizontal", "vertical"], "filled": "$boolean",
      "color": "$colour", "fill": "$colour", "stroke": "$colour", "opacity": "$expr", "fillOpacity": "$number",
      "strokeWidth": "$expr", "strokeDash": {"*": "$number"}, "strokeDashOffset": "$number", "strokeCap": "$cap",
      "strokeJoin": ["miter", "round", "bevel"], "strokeMiterLimit": "$number", "size": "$expr", "shape": "$shape", "angle": "$expr",
      "dx": "$number", "dy": "$expr", "fontSize": "$expr", "limit": "$number", "font": "$text", "fontWeight": ["bold", 300, "$any"],
      "align": "$align", "baseline": "$baseline", "text": ["$text", {"*": "$text"}], "lineHeight": "$number", "lineBreak": "$text",
      "ellipsis": "$text", "dir": ["ltr", "rtl"], "innerRadius": "$expr", "outerRadius": "$expr", "padAngle": "$number",
      "cornerRadius": "$expr", "cornerRadiusEnd": "$number", "cornerRadiusTopLeft": "$number", "cornerRadiusBottomRight": "$number",
      "binSpacing": "$number", "bandSize": "$number", "continuousBandSize": "$number", "discreteBandSize": ["$number", {"band!": "$number"}],
      "minBandSize": "$number", "thickness": "$number", "width": ["$number", {"band!": "$number"}], "height": ["$number", {"band!": "$number"}],
      "x": ["$number", "width"], "y": ["$number", "height"], "x2": ["$number", "width"], "y2": "$number", "xOffset": "$number",
      "y2Offset": "$number", "theta": "$number", "theta2": "$number", "radius": "$number", "radius2": "$number",
      "thetaOffset": "$number", "radiusOffset": "$number", "timeUnitBandSize": "$number", "timeUnitBandPosition": "$number",
      "clip": "$boolean", "style": ["bar", {"*": "$text"}], "tooltip": ["$boolean", {"content!": "data"}, "$text"], "href": ["https://example.org/", "javascript:1"],
      "description": "$text", "aria": "$boolean", "aspect": "$boolean", "url": "$text", "smooth": "$boolean",
      "extent": ["min-max", "$number", "ci", "iqr", "stderr"], "center": ["mean", "median"], "median": ["$boolean", "$markStyle"],
      "box": ["$boolean", "$markStyle"], "outliers": ["$boolean", "$markStyle"], "rule": "$markStyle", "ticks": ["$boolean", "$markStyle"],
      "whiskers": "$markStyle", "band": ["$boolean", "$markStyle"], "borders": ["$boolean", "$markStyle"],
      "invalid": ["filter", "break-paths-filter-domains", "break-paths-show-domains", "break-paths-show-path-domains", "show", null]
    },
    "markStyle": {"color": "$colour", "fill": "$colour", "size": "$number", "opacity": "$number", "strokeWidth": "$number", "shape": "$shape",
      "filled": "$boolean", "dx": "$number", "thickness": "$number", "width": "$number"},
    "shape": ["circle", "square", "cross", "diamond", "triangle-up", "triangle-left", "stroke", "arrow", "wedge", "noshape",
      "M0,0L1,1", "M-1,-1a1,1 0 0 1 2 0zM5", "m0 0h1v1H0z", "M0,0C1,1 2,2 3,3S4,4 5,5Q1,1 2,2T3,3", "M1e308,1e308l1e308,1e308", "Mx"]
    """

  /// What an encoding says.
  static let channels = """
    "encoding": {
      "x": "$position", "y": "$position", "x2": "$secondary", "y2": "$secondary", "xOffset": "$offset", "yOffset": "$offset",
      "xError": "$secondary", "yError2": "$secondary", "theta": "$position", "theta2": "$secondary", "radius": "$position", "radius2": "$secondary",
      "longitude": "$secondary", "latitude": "$secondary", "longitude2": "$secondary", "latitude2": "$secondary",
      "color": "$legended", "fill": "$legended", "stroke": "$legended", "opacity": "$legended", "fillOpacity": "$legended",
      "strokeOpacity": "$legended", "strokeWidth": "$legended", "strokeDash": "$legended", "size": "$legended", "shape": "$legended", "angle": "$legended",
      "text": "$textual", "tooltip": ["$textual", {"*": "$textual"}], "href": "$textual", "url": "$textual", "description": "$textual",
      "detail": ["$secondary", {"*": "$secondary"}], "key": "$secondary", "order": ["$ordering", {"*": "$ordering"}],
      "row": "$facetChannel", "column": "$facetChannel", "facet": "$facetChannel"
    },
    "position": [
      {"field!": "$field", "type!": "$type", "scale": "$scale", "axis": "$axis", "sort": "$sort", "stack": "$stack", "bin": "$bin", "timeUnit": "$timeUnit",
        "aggregate": "$aggregate", "title": "$text", "bandPosition": "$number", "impute": "$impute"},
      {"field!": "$field", "type!": "$type"}, {"aggregate!": "$aggregate", "field": "$field", "type!": "$type", "axis": "$axis", "scale": "$scale", "stack": "$stack"},
      {"datum!": ["$value", "$date", {"expr!": "$expression"}], "type": "$type", "scale": "$scale"}, {"value!": ["$number", "width", {"expr!": "$expression"}]}, null, {}],
    "secondary": [{"field!": "$field", "type": "$type", "aggregate": "$aggregate", "timeUnit": "$timeUnit", "bin": "$bin"}, {"datum!": "$value"}, {"value!": "$number"}],
    "offset": {"field!": "$field", "type!": "$type", "scale": "$scale", "sort": "$sort", "bandPosition": "$number"},
    "legended": [
      {"field!": "$field", "type!": "$type", "scale": "$scale", "legend": "$legend", "sort": "$sort", "bin": "$bin", "timeUnit": "$timeUnit", "aggregate": "$aggregate",
        "condition": "$condition", "title": "$text"},
      {"field!": "$field", "type!": "$type"}, {"value!": ["$number", "$colour", "$shape", {"*": "$number"}], "condition": ["$condition", {"*": "$condition"}]},
      {"datum!": "$value", "type": "$type", "scale": "$scale"}, {"aggregate!": "$aggregate"}],
    "textual": [{"field!": "$field", "type": "$type", "format": "$format", "formatType": ["number", "time", "x"], "aggregate": "$aggregate", "bin": "$bin",
      "timeUnit": "$timeUnit", "condition": "$condition", "title": "$text"}, {"value!": "$text"}],
    "ordering": [{"field!": "$field", "type": "$type", "sort": "$sort", "aggregate": "$aggregate"}, {"value!": "$number"}],
    "facetChannel": {"field!": "$field", "type": "$type", "bin": "$bin", "timeUnit": "$timeUnit", "sort": "$sort", "header": "$header", "spacing": "$number",
      "columns": "$number", "align": ["all", "each", "none"], "title": "$text", "aggregate": "$aggregate"},
    "condition": {"test!": "$predicate", "value": ["$number", "$colour", "$text"], "field": "$field", "type": "$type", "param": "=p"},
    "predicate": ["$expression", {"field!": "$field", "equal": "$value", "lt": "$value", "gte": "$date", "range": {"*": "$value"}, "oneOf": {"*": "$value"},
      "valid": "$boolean", "timeUnit": "$timeUnit"}, {"and!": {"*": "$predicate"}}, {"or!": {"*": "$predicate"}}, {"not!": "$predicate"}, {"param!": "=p", "empty": "$boolean"}],
    "sort": ["ascending", "descending", null, "x", "-y", {"*": "$value"}, {"field": "$field", "op": "$aggregate", "order": ["ascending", "descending"]}, {"encoding!": ["x", "color"]}],
    "stack": [true, false, null, "zero", "center", "normalize"],
    "impute": {"value": "$any", "method": ["mean", "max", "value"], "frame": {"*": "$number"}, "keyvals": ["$any", {"start": "$number", "stop!": "$number", "step": "$number"}]}
    """
}
