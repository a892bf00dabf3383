extension ChartGrammar {
  /// Scales, axes, legends, headers and projections.
  static let guides = """
    "scale": [null, {
      "type": ["linear", "log", "pow", "sqrt", "symlog", "identity", "sequential", "time", "utc", "quantile", "quantize", "threshold", "bin-ordinal", "ordinal",
        "point", "band"],
      "domain": [{"*": "$value"}, {"*": "$number"}, "unaggregated", {"unionWith!": {"*": "$value"}}, {"param!": "=p"}, {"*": "$date"}],
      "domainMin": ["$number", "$date"], "domainMax": ["$expr", "$date"], "domainMid": "$number", "range": "$range", "rangeMin": "$number", "rangeMax": "$number",
      "scheme": "$scheme", "nice": ["$boolean", "$number", "month", {"interval!": ["year", "week"], "step": "$number"}], "zero": "$boolean", "clamp": "$boolean",
      "reverse": "$boolean", "round": "$boolean", "padding": "$number", "paddingInner": "$number", "paddingOuter": "$number", "align": "$number",
      "base": "$number", "exponent": "$number", "constant": "$number", "bins": [{"*": "$number"}, {"step!": "$number", "start": "$number", "stop": "$number"}],
      "interpolate": ["rgb", "hsl", "lab", "cubehelix-long", {"type!": "rgb", "gamma": "$number"}]
    }],
    "axis": [null, {
      "title": ["$text", null, {"*": "$text"}], "format": "$format", "formatType": ["number", "time", "utc"], "labelExpr": "$expression", "labelAngle": "$number",
      "labelOverlap": ["$boolean", "parity", "greedy"], "labelFlush": ["$boolean", "$number"], "labelBound": ["$boolean", "$number"], "labelLimit": "$number",
      "labelAlign": "$align", "labelBaseline": "$baseline", "labelPadding": "$number", "labelFontSize": "$number", "labelSeparation": "$number", "labelOffset": "$number",
      "tickCount": ["$number", "month", {"interval!": ["year", "day", "millisecond"], "step": "$number"}, {"expr!": "$expression"}], "tickMinStep": "$number", "tickSize": "$number",
      "tickBand": ["center", "extent"], "tickExtra": "$boolean", "tickOffset": "$number", "tickRound": "$boolean", "values": [{"*": "$value"}, {"*": "$date"}],
      "orient": "$orient", "offset": "$number", "position": "$number", "minExtent": "$number", "maxExtent": "$number", "zindex": "$number", "translate": "$number",
      "grid": "$boolean", "gridDash": {"*": "$number"}, "domain": "$boolean", "ticks": "$boolean", "labels": "$boolean", "bandPosition": "$number",
      "titleAngle": "$number", "titleAnchor": "$anchor", "titleAlign": "$align", "titleX": "$number", "titleY": "$number", "titleLimit": "$number", "titlePadding": "$number",
      "gridColor": ["$colour", {"condition!": {"test!": "$expression", "value!": "$colour"}, "value!": "$colour"}], "labelColor": "$colour", "style": "$text"
    }],
    "legend": [null, {
      "title": ["$text", null], "format": "$format", "orient": ["none", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"],
      "direction": ["horizontal", "vertical"], "type": ["symbol", "gradient"], "columns": "$number", "values": {"*": "$value"}, "tickCount": ["$number", "year"],
      "gradientLength": "$number", "gradientThickness": "$number", "symbolSize": "$number", "symbolType": "$shape", "symbolLimit": "$number", "symbolOffset": "$number",
      "labelExpr": "$expression", "labelLimit": "$number", "labelOverlap": ["$boolean", "greedy"], "labelFontSize": "$number", "rowPadding": "$number",
      "columnPadding": "$number", "padding": "$number", "offset": "$number", "legendX": "$number", "legendY": "$number", "titleOrient": "$orient", "titleLimit": "$number",
      "cornerRadius": "$number", "fillColor": "$colour", "clipHeight": "$number", "gridAlign": ["each", "all", "none"], "titleAnchor": "$anchor"
    }],
    "header": [null, {"title": ["$text", null], "format": "$format", "labelAngle": "$number", "orient": "$orient", "labelOrient": "$orient", "titleOrient": "$orient",
      "labelAnchor": "$anchor", "labelLimit": "$number", "labelExpr": "$expression", "labels": "$boolean", "labelFontSize": "$number", "titlePadding": "$number",
      "labelAlign": "$align", "titleAngle": "$number"}],
    "projection": {
      "type!": ["equalEarth", "mercator", "albersUsa", "albers", "orthographic", "azimuthalEqualArea", "azimuthalEquidistant", "conicConformal", "conicEqualArea",
        "conicEquidistant", "equirectangular", "gnomonic", "identity", "naturalEarth1", "stereographic", "transverseMercator"],
      "rotate": {"*": "$number"}, "center": {"*": "$number"}, "scale": "$expr", "translate": {"*": "$number"}, "clipAngle": "$number",
      "clipExtent": {"*": {"*": "$number"}}, "parallels": {"*": "$number"}, "precision": "$number", "pointRadius": "$number", "reflectX": "$boolean", "reflectY": "$boolean"
    }
    """

  /// The steps of `transform`.
  static let transforms = """
    "transform": [
      {"filter!": "$predicate"}, {"calculate!": "$expression", "as!": "$field"},
      {"aggregate!": {"*": "$operation"}, "groupby": {"*": "$field"}}, {"joinaggregate!": {"*": "$operation"}, "groupby": {"*": "$field"}},
      {"window!": {"*": {"op!": ["row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value", "sum", "mean", "median"],
        "field": "$field", "param": "$number", "as!": "$field"}}, "frame": {"*": ["$number", null]}, "sort": "$sorting", "groupby": {"*": "$field"}, "ignorePeers": "$boolean"},
      {"stack!": "$field", "groupby!": {"*": "$field"}, "as!": ["$field", {"*": "$field"}], "offset": ["zero", "center", "normalize"], "sort": "$sorting"},
      {"fold!": {"*": "$field"}, "as": ["k", "v"]}, {"flatten!": {"*": "$field"}, "as": {"*": "$field"}},
      {"pivot!": "$field", "value!": "$field", "groupby": {"*": "$field"}, "limit": "$number", "op": "$aggregate"},
      {"impute!": "$field", "key!": "$field", "value": "$any", "method": ["value", "mean", "max"], "groupby": {"*": "$field"}, "frame": {"*": ["$number", null]},
        "keyvals": ["$any", {"start": "$number", "stop!": "$number", "step": "$number"}]},
      {"lookup!": "$field", "from!": {"data!": "$data", "key!": "$field", "fields": {"*": "$field"}}, "as": {"*": "$field"}, "default": "$any"},
      {"sample!": "$number"},
      {"quantile!": "$field", "step": "$number", "probs": {"*": "$number"}, "groupby": {"*": "$field"}, "as": {"*": "$field"}},
      {"density!": "$field", "bandwidth": "$number", "extent": {"*": "$number"}, "steps": "$number", "minsteps": "$number", "maxsteps": "$number", "counts": "$boolean",
        "cumulative": "$boolean", "groupby": {"*": "$field"}, "resolve": "$shared"},
      {"regression!": "$field", "on!": "$field", "method": ["linear", "log", "exp", "pow", "quad", "poly"], "order": "$number", "extent": {"*": "$number"}, "params": "$boolean",
        "groupby": {"*": "$field"}},
      {"loess!": "$field", "on!": "$field", "bandwidth": "$number", "groupby": {"*": "$field"}},
      {"extent!": "$field", "param!": "=q"},
      {"bin!": "$bin", "field!": "$field", "as!": "$field"}, {"timeUnit!": "$timeUnit", "field!": "$field", "as!": "$field"}
    ],
    "operation": {"op!": "$aggregate", "field": "$field", "as!": "$field"},
    "sorting": {"*": {"field!": "$field", "order": ["ascending", "descending"]}}
    """
}
