/// The words of Vega-Lite, as a grammar of specifications.
enum ChartGrammar {
  /// The grammar as JSON.
  static let text = """
    {
      \(views),
      \(data),
      \(marks),
      \(channels),
      \(guides),
      \(transforms),
      \(values)
    }
    """

  private static let views = """
    "start": ["$unit", "$unit", "$unit", "$layer", "$facet", "$concat", "$repeat"],
    "view": ["$unit", "$unit", "$layer", "$concat", "$facet"],
    "unit": {
      "data!": "$data", "mark!": "$mark", "encoding!": "$encoding", "transform": {"*": "$transform"},
      "width": "$size", "height": "$size", "title": "$title", "projection": "$projection",
      "params": "$params", "view": "$viewBackground", "name": "=unit", "config": "$config",
      "resolve": "$resolve", "padding": "$any", "autosize": ["fit", "none", "pad", {"type": "fit"}],
      "background": "$colour", "description": "$text"
    },
    "layer": {
      "data!": "$data", "layer!": {"*": "$layered"}, "encoding": "$encoding", "resolve": "$resolve",
      "transform": {"*": "$transform"}, "width": "$size", "height": "$size", "config": "$config",
      "params": "$params", "title": "$title"
    },
    "layered": {
      "mark!": "$mark", "encoding!": "$encoding", "data": "$data", "transform": {"*": "$transform"},
      "params": "$params", "title": "$title"
    },
    "facet": {
      "data!": "$data", "facet!": ["$facetChannel", {"row": "$facetChannel", "column": "$facetChannel"}],
      "spec!": ["$layered", "$layer"], "columns": "$number", "resolve": "$resolve", "spacing": "$number",
      "align": ["all", "each", "none"], "bounds": ["full", "flush"], "center": "$boolean",
      "title": "$title", "config": "$config"
    },
    "concat": {
      "data!": "$data", "hconcat": {"*": "$view"}, "vconcat": {"*": "$view"}, "concat": {"*": "$view"},
      "columns": "$number", "resolve": "$resolve", "spacing": "$number", "title": "$title"
    },
    "repeat": {
      "data!": "$data",
      "repeat!": [{"*": "$field"}, {"row": {"*": "$field"}, "column": {"*": "$field"}}, {"layer": {"*": "$field"}}],
      "spec!": {"mark!": "$mark", "encoding!": {
        "x": "$repeated", "y": "$repeated", "color": "$repeated", "size": "$repeated"
      }},
      "columns": "$number", "resolve": "$resolve", "config": "$config"
    },
    "repeated": {"field!": {"repeat!": ["repeat", "row", "column", "layer"]}, "type": "$type", "bin": "$bin",
      "aggregate": "$aggregate", "scale": "$scale", "axis": "$axis"},
    "resolve": {"scale": "$resolved", "axis": "$resolved", "legend": "$resolved"},
    "resolved": {"x": "$shared", "y": "$shared", "color": "$shared", "size": "$shared", "shape": "$shared",
      "theta": "$shared", "xOffset": "$shared"},
    "shared": ["shared", "independent"],
    "size": ["$number", "container", {"step!": "$number", "for": ["position", "offset"]}],
    "viewBackground": {"fill": "$colour", "stroke": "$colour", "cornerRadius": "$number", "strokeDash": {"*": "$number"},
      "opacity": "$number", "clip": "$boolean"},
    "title": ["$text", {"text!": ["$text", {"*": "$text"}], "subtitle": ["$text", {"*": "$text"}],
      "orient": "$orient", "anchor": "$anchor", "frame": ["bounds", "group"], "offset": "$number", "angle": "$number",
      "fontSize": "$number", "limit": "$number", "align": "$align", "baseline": "$baseline", "dx": "$number"}],
    "params": {"*": {"name!": "=p", "value": "$any", "expr": "$expression", "bind": {"input": "=range"},
      "select": ["point", "interval", {"type!": ["point", "interval"], "fields": {"*": "$field"}, "encodings": {"*": "x"}}]}},
    "config": {"axis": "$axis", "axisX": "$axis", "axisBand": "$axis", "legend": "$legend", "scale": "$scaleConfig",
      "mark": "$markProperties", "bar": "$markProperties", "line": "$markProperties", "view": "$viewBackground",
      "font": "$text", "header": "$header", "title": {"fontSize": "$number", "anchor": "$anchor"},
      "range": {"category": "$range", "ramp": "$range", "symbol": {"*": "$text"}},
      "style": {"cell": "$viewBackground"}, "numberFormat": "$format", "timeFormat": "$format",
      "countTitle": "$text", "padding": "$number", "facet": {"spacing": "$number"}, "concat": {"spacing": "$number"}},
    "scaleConfig": {"bandPaddingInner": "$number", "pointPadding": "$number", "minSize": "$number",
      "maxSize": "$number", "round": "$boolean", "zero": "$boolean", "useUnaggregatedDomain": "$boolean",
      "continuousPadding": "$number", "quantileCount": "$number", "quantizeCount": "$number"}
    """

  private static let data = """
    "data": [
      {"values!": {"*": "$row"}, "format": "$dataFormat"}, {"name!": "=table"}, {"url!": "=table.csv", "format": "$dataFormat"},
      {"values!": "$rows"}, {"values!": "$rows"}, {"values!": "$text", "format!": "$dataFormat"}, {"values!": {"*": "$any"}},
      {"sequence!": {"start!": "$number", "stop!": "$number", "step": "$number", "as": "=a"}},
      {"graticule!": ["$boolean", {"step": "$any", "extent": "$any"}]}, {"sphere!": true}
    ],
    "dataFormat": {"type": ["csv", "tsv", "json", "topojson", "dsv"], "parse": {"a": "$parse", "b": "$parse", "c": "$parse"},
      "delimiter": "$text", "property": "=a", "feature": "=a"},
    "parse": ["number", "date", "boolean", "string", "date:'%Y'", "utc:'%d.%m.%Y'", null],
    "row": {"a!": "$value", "b!": "$value", "c": "$value", "d": "$value", "e": "$any"},
    "rows": [
      [[{"a": 1, "b": "x", "c": "2020-01-01", "d": 5}, {"a": 2, "b": "y", "c": "2020-02-29", "d": -5},
        {"a": 3.5, "b": "x", "c": "2021-12-31", "d": null}, {"a": 100, "b": "z & <i>", "c": "1999", "d": 0}]],
      [[{"a": 1e300, "b": "", "c": "bad", "d": -1e300}, {"a": -1e300, "b": "x", "c": null, "d": 1e-300}]],
      [[]]
    ],
    "value": ["$number", "$number", "$text", "$date", null, true, false, {"g": "$number"}, "$geometry"],
    "geometry": {"type!": ["Point", "LineString", "Polygon", "MultiPoint", "Feature", "FeatureCollection"],
      "coordinates!": {"*": {"*": ["$number", {"*": "$number"}, {"*": {"*": "$number"}}]}}},
    "field": ["a", "b", "c", "d", "e.g", "year", "name", "tonnes", "e[0]", "a\\\\.b", "", "longitude"]
    """

  private static let values = """
    "number": [0, 1, 2, 3, 5, 10, 50, 100, 200, -1, -10, 0.5, 0.1, -0.5, 90, 45, 360, 1000, 5000, 1e6, 1e9, 1e15, 1e21,
      1e100, 1e300, -1e300, 1e-9, 1e-300, 2020, 1.5e12, 9007199254740993, 1e5, 7.25],
    "boolean": [true, false],
    "text": ["a", "", "x", "some longer words of a title", "<b>&amp;\\"'", "\\u0000\\u0007", "2020", "\\u202eabc", "é̀",
      "line\\nbreak", "\\ud83d\\ude00", "1,2\\n3,4", "a,b\\n1,2\\n3", "{\\"a\\": [1]}", "NaN", "-", "\\t"],
    "date": ["2020", "2020-01", "2020-01-01", "2020-02-30", "2020-01-01T12:30:00Z", "Jan 5, 1999", "99999-01-01", "-271821-04-20",
      {"year": "$number", "month": "$number", "date": "$number", "hours": "$number"}, {"month": "jan", "day": "mon"}],
    "colour": ["red", "#abc", "#12345678", "rgb(1,2,3)", "hsl(400, 50%, 50%)", "lab(50 20 -20)", "transparent", "var(--s1)", "nocolour",
      "url(#x)", "\\"/><script>", null, "$gradient", "rgba(255,0,0,1e999)"],
    "gradient": {"gradient!": ["linear", "radial"], "stops!": {"*": {"offset!": "$number", "color!": "$colour"}},
      "x1": "$number", "y1": "$number", "x2": "$number", "y2": "$number", "r1": "$number", "r2": "$number"},
    "any": ["$number", "$text", null, true, {"*": "$any"}, {"a": "$any", "expr": "$expression"}],
    "expr": ["$number", {"expr!": "$expression"}],
    "expression": ["datum.a", "datum.a > 2", "datum.b", "format(datum.a, '.2f')", "datum.value * 2", "datum.label + '!'", "p", "p.x",
      "toDate(datum.c)", "year(datum.c)", "scale('x', datum.a)", "width / 2", "[datum.a, 2]", "{a: 1}", "datum['b'][0]",
      "if(datum.a, 1, 'x')", "isValid(datum.d) ? datum.d : NaN", "timeFormat(datum.c, '%B')", "1 / 0", "sequence(1000)",
      "data('source')", "regexp('(a*)*b')", "test(/a+/, datum.b)", "datum", "pow(10, 400)", "invert('y', 3)", "pad(datum.b, 1e9, 'x')"],
    "type": ["quantitative", "ordinal", "nominal", "temporal", "geojson"],
    "aggregate": ["count", "sum", "mean", "median", "min", "max", "distinct", "stdev", "variance", "q1", "q3", "ci0", "ci1",
      "missing", "valid", "product", "values", "stderr", "stdevp", "exponential", {"argmax": "$field"}, {"argmin": "$field"}],
    "timeUnit": ["year", "month", "yearmonth", "quarter", "day", "date", "hours", "utcyear", "week", "dayofyear", "yearmonthdate",
      "yearweek", "monthdate", "milliseconds", "binnedyear", {"unit!": ["year", "month", "minutes"], "step": "$number", "utc": "$boolean", "maxbins": "$number"}],
    "bin": [true, false, null, "binned", {"maxbins": "$number", "step": "$number", "extent": {"*": "$number"}, "base": "$number",
      "nice": "$boolean", "anchor": "$number", "steps": {"*": "$number"}, "minstep": "$number", "divide": {"*": "$number"}, "binned": "$boolean"}],
    "format": [".2f", "%Y-%m", ",.0f", "s", "=$.2~s", ".0%", "x", "+010.3e", "%B %d, %Y", "bad%format", ".999f", "", "$any", "d"],
    "orient": ["top", "bottom", "left", "right"],
    "align": ["left", "center", "right"],
    "anchor": ["start", "middle", "end"],
    "baseline": ["alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"],
    "cap": ["butt", "round", "square"],
    "interpolate": ["linear", "basis", "basis-open", "basis-closed", "bundle", "cardinal", "cardinal-open", "cardinal-closed", "catmull-rom",
      "linear-closed", "monotone", "natural", "step", "step-before", "step-after"],
    "range": ["category", "ramp", "heatmap", "diverging", "symbol", "width", {"*": ["$colour", "$number"]}, {"scheme!": "$scheme"}, {"*": "$any"},
      {"step!": "$number"}, {"field!": "$field"}],
    "scheme": ["viridis", "tableau10", "blues", "redblue", "rainbow", "noscheme", {"name!": ["greens", "turbo"], "extent": {"*": "$number"}, "count": "$number"},
      {"*": "$colour"}]
    """
}
